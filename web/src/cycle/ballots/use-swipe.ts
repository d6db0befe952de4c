import { type PointerEvent, useRef } from 'react';
import { tick } from './tick.ts';

/** How far a finger goes before it means to turn the page. */
const LEAST = 56;
/** A finger that comes in from the edge goes back through the browser's pages, not through the hand. */
const EDGE = 20;
/** The sheet gives way this much and no more. */
const SLACK = 44;

export type Turn = 'left' | 'right' | null;

/** What a finger means that went this far across and down; a slanting move means nothing. */
export function turnOf(across: number, down: number): Turn {
  if (Math.abs(across) < LEAST || Math.abs(across) < 1.5 * Math.abs(down)) return null;
  return across < 0 ? 'left' : 'right';
}

/** How far the sheet goes with the finger: less and less, for it is held at its edges. */
export function pullOf(across: number): number {
  return Math.sign(across) * SLACK * (1 - Math.exp(-Math.abs(across) / (2 * LEAST)));
}

interface Start {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** The finger has gone far enough, and was told so. */
  told: boolean;
}

/**
 * Left and right with a finger; the sheet gives way under it (`--pull`, `data-held`). The element leaves vertical moves
 * to the browser (`touch-action: pan-y`), which cancels the pointer when it begins to scroll; so a swipe never takes a
 * scroll away.
 */
export function useSwipe({ onLeft, onRight }: { onLeft: () => void; onRight: () => void }) {
  const start = useRef<Start | null>(null);
  const letGo = (element: HTMLElement) => {
    start.current = null;
    element.style.removeProperty('--pull');
    delete element.dataset.held;
  };
  return {
    onPointerDown({ pointerType, isPrimary, pointerId, clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) {
      if (pointerType === 'mouse') return;
      const fromEdge = clientX < EDGE || clientX > innerWidth - EDGE;
      // A second finger is a pinch.
      if (!isPrimary || fromEdge) letGo(currentTarget);
      else start.current = { id: pointerId, x: clientX, y: clientY, told: false };
    },
    onPointerMove({ pointerId, clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) {
      const from = start.current;
      if (from?.id !== pointerId) return;
      const across = clientX - from.x;
      const means = turnOf(across, clientY - from.y) !== null;
      if (means && !from.told) tick('turn');
      from.told = means;
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      currentTarget.dataset.held = '';
      currentTarget.style.setProperty('--pull', `${pullOf(across).toFixed(1)}px`);
    },
    onPointerUp({ pointerId, clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) {
      const from = start.current;
      letGo(currentTarget);
      if (from?.id !== pointerId) return;
      const turn = turnOf(clientX - from.x, clientY - from.y);
      if (turn === 'left') onLeft();
      if (turn === 'right') onRight();
    },
    onPointerCancel({ currentTarget }: PointerEvent<HTMLElement>) {
      letGo(currentTarget);
    },
  };
}
