import { type RefObject, useEffect, useRef } from 'react';
import { useClearSpot } from '../ui/stand-clear.ts';
import { type Toast, untell, useToasts } from '../ui/toast.tsx';
import { ToastNote } from '../ui/toast-note.tsx';

/** Long enough to be read twice. */
const READING_MS = 7000;
const LINGERING_MS = 2000;

/**
 * What is told, where nothing is to be pressed. A line leaves by itself unless a pointer or the focus is on it, by its
 * button, or by Escape.
 */
export function ToastLines({ place }: { place: RefObject<HTMLElement | null> }) {
  const toasts = useToasts();
  useClearSpot(place, toasts);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // An open dialog takes Escape first.
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      untell();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return toasts.map((toast) => <ToastLine key={toast.id} toast={toast} onGone={() => untell(toast.id)} />);
}

function ToastLine({ toast, onGone }: { toast: Toast; onGone: () => void }) {
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
      <ToastNote {...toast} onClose={onGone} />
    </div>
  );
}
