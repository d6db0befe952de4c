import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import {
  clampPlacement,
  type Placement,
  placedBox,
  type Sides,
  snapToCentre,
} from '@fraisier/shared/cycle/placement.ts';
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';

export interface Placing {
  readonly area: PrintArea;
  /** The file, in pixels. */
  readonly file: Sides;
  readonly placement: Placement;
  readonly onChange: (placement: Placement) => void;
}

interface Held {
  readonly what: 'move' | 'size';
  readonly at: DOMPoint;
  readonly placement: Placement;
}

const arrows: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves a picture in the print area, and makes it larger and smaller: by mouse, finger and key. */
export function usePlaceDrag(svg: RefObject<SVGSVGElement | null>, { area, file, placement, onChange }: Placing) {
  const held = useRef<Held | null>(null);
  const [isHeld, setIsHeld] = useState(false);

  const put = (next: Placement) => onChange(clampPlacement(area, file, next));
  /** In millimetres of the print area. */
  const pointOf = (event: PointerEvent): DOMPoint | null => {
    const matrix = svg.current?.getScreenCTM();
    return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : null;
  };

  const take = (what: Held['what']) => (event: PointerEvent<SVGElement>) => {
    const at = pointOf(event);
    if (!at || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { what, at, placement };
    setIsHeld(true);
  };
  const move = (event: PointerEvent) => {
    const at = pointOf(event);
    if (!held.current || !at) return;
    const { what, at: from, placement: was } = held.current;
    if (what === 'size') {
      // The middle stays: the edge under the finger is half a width from it.
      const { leftMm, widthMm } = placedBox(area, file, was);
      return put({ ...was, widthMm: Math.round(2 * (at.x - leftMm - widthMm / 2)) });
    }
    const moved = {
      ...was,
      fromCentreMm: Math.round(was.fromCentreMm + at.x - from.x),
      topMm: Math.round(was.topMm + at.y - from.y),
    };
    put(snapToCentre(moved));
  };
  const leave = () => {
    held.current = null;
    setIsHeld(false);
  };

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.shiftKey ? 10 : 1;
    const [across, down] = arrows[event.key] ?? [0, 0];
    const wider = event.key === '+' || event.key === '=' ? 1 : event.key === '-' || event.key === '_' ? -1 : 0;
    if (across === 0 && down === 0 && wider === 0) return;
    event.preventDefault();
    put({
      fromCentreMm: placement.fromCentreMm + across * step,
      topMm: placement.topMm + down * step,
      widthMm: placement.widthMm + wider * step,
    });
  };

  const handlers = (what: Held['what']) => ({
    onPointerDown: take(what),
    onPointerMove: move,
    onPointerUp: leave,
    onPointerCancel: leave,
  });
  return { isHeld, press, mover: handlers('move'), sizer: handlers('size') };
}
