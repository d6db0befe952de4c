import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../i18n/use-text.ts';
import styles from './dialog.module.css';
import { CrossIcon } from './icons.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons at its foot: the act first, the way back last. */
  readonly actions?: ReactNode;
}

/**
 * A question that must be answered first. The browser's own dialog: it traps the focus, closes on Escape, makes the
 * page behind inert and needs no script of ours and no inline style.
 */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    else if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={onClose}>
      <DialogSheet title={title} titleId={titleId} actions={open && actions} onClose={() => dialog.current?.close()}>
        {open && children}
      </DialogSheet>
    </dialog>
  );
}

/** What stands in it: the title, the way out, the words, the buttons. */
export function DialogSheet({
  title,
  titleId,
  children,
  actions,
  onClose,
}: Omit<DialogProps, 'open'> & { titleId: string }) {
  const text = useText('platform');
  return (
    <>
      <div className={styles.top}>
        <h2 id={titleId} className="d3">
          {title}
        </h2>
        <button type="button" className={styles.close} onClick={onClose}>
          <span className="unseen">{text.close}</span>
          <CrossIcon />
        </button>
      </div>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </>
  );
}
