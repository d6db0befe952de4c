import { type PointerEvent, useRef } from 'react';

/** How far a finger goes before it means to turn the page. */
const LEAST = 56;

/**
 * Left and right with a finger. The element leaves vertical moves to the browser (`touch-action: pan-y`), which cancels
 * the pointer when it begins to scroll; so a swipe never takes a scroll away.
 */
export function useSwipe({ onLeft, onRight }: { onLeft: () => void; onRight: () => void }) {
  const start = useRef<{ id: number; x: number; y: number } | null>(null);
  return {
    onPointerDown(event: PointerEvent) {
      if (event.pointerType === 'mouse') return;
      // A second finger is a pinch.
      start.current = event.isPrimary ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
    },
    onPointerUp(event: PointerEvent) {
      const from = start.current;
      start.current = null;
      if (from?.id !== event.pointerId) return;
      const [across, down] = [event.clientX - from.x, event.clientY - from.y];
      if (Math.abs(across) < LEAST || Math.abs(across) < 1.5 * Math.abs(down)) return;
      if (across < 0) onLeft();
      else onRight();
    },
    onPointerCancel() {
      start.current = null;
    },
  };
}
