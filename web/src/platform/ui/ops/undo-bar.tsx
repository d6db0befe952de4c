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
      className={styles.place}
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
        <Button
          kind="line"
          small
          className={styles.undo}
          onClick={() => {
            takeBack();
            resumeHeld();
          }}
        >
          {text.undo} <KeyHint>Z</KeyHint>
        </Button>
      )}
    </section>
  );
}
