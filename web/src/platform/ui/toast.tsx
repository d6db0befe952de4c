import { Suspense, useRef, useSyncExternalStore } from 'react';
import { part } from '../app/part.tsx';
import type { Tone } from './note.tsx';
import styles from './toast.module.css';

export interface Toast {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
}

/** They outlive a page, for an act may lead to another one. */
let toasts: readonly Toast[] = [];
let next = 1;
const watchers = new Set<() => void>();

function show(told: readonly Toast[]): void {
  toasts = told;
  for (const look of watchers) look();
}

const watch = (look: () => void) => {
  watchers.add(look);
  return () => watchers.delete(look);
};
const shown = () => toasts;
export const useToasts = () => useSyncExternalStore(watch, shown, shown);

/** Tells in one line that something is done. What must be acted on is a Note in the page, not a toast. */
export function toast(text: string, tone: Tone = 'ok'): void {
  show([...toasts.slice(-2), { id: next++, tone, text }]);
}

/** Takes one away, or all of them. */
export function untell(id?: number): void {
  show(toasts.filter((toast) => id !== undefined && toast.id !== id));
}

const ToastLines = part(() => import('../app/toast-lines.tsx'), 'ToastLines');

/** Where they appear: a live region that stands on every page. Its lines come with the first that there is. */
export function Toasts() {
  const isEmpty = useToasts().length === 0;
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} className={styles.place} role="status" aria-live="polite" aria-atomic="false">
      {!isEmpty && (
        <Suspense fallback={null}>
          <ToastLines place={place} />
        </Suspense>
      )}
    </div>
  );
}
