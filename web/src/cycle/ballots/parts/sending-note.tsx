import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Link } from '../../../platform/ui/link.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { useOffline } from '../../../platform/ui/offline-note.tsx';
import type { Outbox } from '../outbox.ts';
import styles from './sending-note.module.css';

/** Says, as long as it is so, that answers wait here and why. Nothing while all goes through. */
export function SendingNote({ outbox }: { outbox: Outbox }) {
  const { sending: text } = useText('ballot');
  const [pathname] = useLocation();
  const { waiting, stopped, kept } = useStore(outbox);
  const offline = useOffline();
  const signedOut = stopped === 'not_signed_in';
  const late = stopped !== null && waiting.length > 0;
  const said = !late
    ? text.offline
    : signedOut
      ? text.signedOut
      : !kept
        ? text.waitingHere(waiting.length)
        : offline || stopped === 'offline'
          ? text.waiting(waiting.length)
          : text.down;
  return (
    <div role="status">
      {(late || offline) && (
        <Note tone="warn" className={styles.note}>
          {said} {late && signedOut && <Link to={`/sign-in?next=${encodeURIComponent(pathname)}`}>{text.signIn}</Link>}
          {late && !signedOut && !offline && (
            <button type="button" className={styles.again} onClick={() => void outbox.flush()}>
              {text.again}
            </button>
          )}
        </Note>
      )}
    </div>
  );
}
