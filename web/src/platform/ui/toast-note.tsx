import { useText } from '../i18n/use-text.ts';
import { CrossIcon } from './icons.tsx';
import { Note } from './note.tsx';
import styles from './toast.module.css';
import type { Toast } from './toast.tsx';

/** One of them: its line and the way to be rid of it. */
export function ToastNote({ tone, text, onClose }: Pick<Toast, 'tone' | 'text'> & { onClose: () => void }) {
  const { close } = useText('platform');
  return (
    <Note tone={tone} className={styles.toast}>
      {text}
      <button type="button" className={styles.close} onClick={onClose}>
        <span className="unseen">{close}</span>
        <CrossIcon />
      </button>
    </Note>
  );
}
