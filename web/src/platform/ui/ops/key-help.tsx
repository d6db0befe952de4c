import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Dialog } from '../dialog.tsx';
import { KeyHint } from '../key-hint.tsx';
import styles from './key-help.module.css';
import { useKeys } from './use-keys.ts';

export interface KeyHelpProps {
  /** Each act with its keys, as they are shown. */
  readonly keys: readonly (readonly [keys: readonly string[], act: ReactNode])[];
}

/** What the keyboard does on this page, asked for by `?` or its button. */
export function KeyHelp({ keys }: KeyHelpProps) {
  const text = useText('ops').keys;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef<Element | null>(null);
  const show = () => {
    before.current = document.activeElement;
    setOpen(true);
  };
  useKeys({ '?': show });
  return (
    <>
      <button ref={button} type="button" className={styles.open} onClick={show}>
        {text.label} <KeyHint>?</KeyHint>
      </button>
      <Dialog
        open={open}
        title={text.label}
        onClose={() => {
          setOpen(false);
          if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
        }}
      >
        <dl className={styles.keys}>
          {[...keys, [['?'], text.help] as const].map(([names, act]) => (
            <div key={names.join()}>
              <dt>
                {names.map((name) => (
                  <KeyHint key={name}>{name}</KeyHint>
                ))}
              </dt>
              <dd>{act}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
