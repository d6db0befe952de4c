import { useLocation } from 'react-router';
import { useStore } from 'zustand';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import type { Outbox } from '../outbox.ts';
import styles from './sending-note.module.css';

/** Says, as long as it is so, that answers wait here and why. Nothing while all goes through. */
export function SendingNote({ outbox }: { outbox: Outbox }) {
  const { sending: text } = useText('ballot');
  const { pathname } = useLocation();
  const { waiting, stopped, kept } = useStore(outbox);
  const signedOut = stopped === 'not_signed_in';
  const said = signedOut
    ? text.signedOut
    : !kept
      ? text.waitingHere(waiting.length)
      : stopped === 'offline'
        ? text.waiting(waiting.length)
        : text.down;
  return (
    <div role="status">
      {stopped && waiting.length > 0 && (
        <Note tone="warn" className={styles.note}>
          {said}{' '}
          {signedOut ? (
            <Link to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{text.signIn}</Link>
          ) : (
            <Button kind="line" small onClick={() => void outbox.flush()}>
              {text.again}
            </Button>
          )}
        </Note>
      )}
    </div>
  );
}
