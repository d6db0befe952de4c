import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { useText } from '../i18n/use-text.ts';
import { CrossIcon } from './icons.tsx';
import { Note, type Tone } from './note.tsx';
import { useClearSpot } from './stand-clear.ts';
import styles from './toast.module.css';

interface Toast {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
}

interface ToastStore {
  readonly toasts: readonly Toast[];
  add(text: string, tone: Tone): void;
  remove(id: number): void;
  clear(): void;
}

/** Long enough to be read twice. */
const READING_MS = 7000;
const LINGERING_MS = 2000;

let next = 1;

const useToasts = create<ToastStore>((set) => ({
  toasts: [],
  add: (text, tone) => set(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id: next++, tone, text }] })),
  remove: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
  clear: () => set({ toasts: [] }),
}));

/** Tells in one line that something is done. What must be acted on is a Note in the page, not a toast. */
export function toast(text: string, tone: Tone = 'ok'): void {
  useToasts.getState().add(text, tone);
}

/**
 * Where they appear: a live region that stands on every page, and goes where nothing is to be pressed. They leave by
 * themselves unless a pointer or the focus is on them, by their button, or by Escape.
 */
export function Toasts() {
  const { toasts, remove, clear } = useToasts();
  const place = useRef<HTMLDivElement>(null);
  useClearSpot(place, toasts);
  const isEmpty = toasts.length === 0;
  useEffect(() => {
    if (isEmpty) return;
    const onKey = (event: KeyboardEvent) => {
      // An open dialog takes Escape first.
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      keepFocus(place.current);
      clear();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isEmpty, clear]);
  return (
    <div ref={place} className={styles.place} role="status" aria-live="polite" aria-atomic="false">
      {toasts.map((toast) => (
        <ToastLine
          key={toast.id}
          toast={toast}
          onGone={() => {
            keepFocus(place.current);
            remove(toast.id);
          }}
        />
      ))}
    </div>
  );
}

function ToastLine({ toast: { tone, text }, onGone }: { toast: Toast; onGone: () => void }) {
  const { close } = useText('platform');
  const line = useRef<HTMLDivElement>(null);
  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(() => {
    const leave = () => {
      // Being read, or about to be pressed.
      if (line.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, LINGERING_MS);
      else gone.current();
    };
    let timer = setTimeout(leave, READING_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div ref={line}>
      <Note tone={tone} className={styles.toast}>
        {text}
        <button type="button" className={styles.close} onClick={onGone}>
          <span className="unseen">{close}</span>
          <CrossIcon />
        </button>
      </Note>
    </div>
  );
}

/** A focus that goes with its button would start again at the top of the page. */
function keepFocus(place: HTMLElement | null): void {
  if (place?.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true });
}
