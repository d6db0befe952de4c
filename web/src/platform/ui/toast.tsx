import { create } from 'zustand';
import { Note, type Tone } from './note.tsx';
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
}

let next = 1;

const useToasts = create<ToastStore>((set) => ({
  toasts: [],
  add: (text, tone) => {
    const id = next++;
    set(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id, tone, text }] }));
    // Long enough to be read twice.
    setTimeout(() => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })), 7000);
  },
  remove: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}));

/** Tells in one line that something is done. What must be acted on is a Note in the page, not a toast. */
export function toast(text: string, tone: Tone = 'ok'): void {
  useToasts.getState().add(text, tone);
}

/** Where they appear: a live region that stands on every page. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {toasts.map(({ id, tone, text }) => (
        <Note key={id} tone={tone} className={styles.toast}>
          {text}
        </Note>
      ))}
    </div>
  );
}
