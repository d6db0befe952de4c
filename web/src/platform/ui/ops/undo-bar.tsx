import { useText } from '../../i18n/use-text.ts';
import { Button } from '../button.tsx';
import { KeyHint } from '../key-hint.tsx';
import { pauseHeld, resumeHeld, takeBack, useHeldActs } from './held-acts.ts';
import styles from './undo-bar.module.css';
import { useKeys } from './use-keys.ts';

/** What was just decided, and the way back while there is one. */
export function UndoBar() {
  const text = useText('ops').undo;
  const held = useHeldActs((state) => state.held);
  const last = held.at(-1);
  useKeys({ z: last && (() => void takeBack()) });
  return (
    <section
      className={`${styles.place} ${styles.bar}`}
      aria-label={text.label}
      onPointerEnter={pauseHeld}
      onPointerLeave={resumeHeld}
      onFocus={pauseHeld}
      onBlur={resumeHeld}
    >
      <p role="status" className={last ? styles.said : 'unseen'}>
        {last && (held.length > 1 ? `${last.said} ${text.others(held.length - 1)}` : last.said)}
      </p>
      {last && (
        <UndoButton
          onUndo={() => {
            takeBack();
            resumeHeld();
          }}
        />
      )}
    </section>
  );
}

function UndoButton({ onUndo }: { onUndo: () => void }) {
  const text = useText('ops').undo;
  return (
    <Button kind="line" small className={styles.undo} onClick={onUndo}>
      {text.undo} <KeyHint>Z</KeyHint>
    </Button>
  );
}

/** The bar as it stands while one act can be taken back. */
export function UndoLine({ said, onUndo }: { said: string; onUndo: () => void }) {
  return (
    <div className={styles.bar}>
      <p className={styles.said}>{said}</p>
      <UndoButton onUndo={onUndo} />
    </div>
  );
}
