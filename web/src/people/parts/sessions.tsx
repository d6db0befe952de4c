import { useMutation, useQuery } from '@tanstack/react-query';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { Note } from '../../platform/ui/note.tsx';
import { Tag } from '../../platform/ui/tag.tsx';
import { toast } from '../../platform/ui/toast.tsx';
import { deviceOf } from '../device-name.ts';
import { endOtherSessions, endSession, readSessions, type Session, StaleSession } from '../session-calls.ts';
import styles from './account-part.module.css';
import { AccountPart } from './account-part.tsx';

/** Every device that is signed in. They are known to the browser only, so they are read once the page is there. */
export function Sessions() {
  const text = useText('profile').sessions;
  const found = useQuery({ queryKey: ['auth', 'sessions'], queryFn: readSessions, retry: false });
  const end = useMutation({
    mutationFn: (token: string) => endSession(token),
    onSuccess: async () => {
      toast(text.ended);
      await found.refetch();
    },
  });
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: async () => {
      toast(text.othersEnded);
      await found.refetch();
    },
  });
  const isStale = found.error instanceof StaleSession;
  const others = (found.data?.sessions.length ?? 0) - 1;
  return (
    <AccountPart title={text.title}>
      <p className="muted">{text.lead}</p>
      {found.isPending && <Loading />}
      {isStale ? (
        <Note title={text.stale}>{text.staleNote}</Note>
      ) : (
        <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <ul className={styles.list}>
          {found.data.sessions.map((session) => (
            <SessionLine
              key={session.id}
              session={session}
              isHere={session.token === found.data.here}
              busy={end.isPending && end.variables === session.token}
              onEnd={() => end.mutate(session.token)}
            />
          ))}
        </ul>
      )}
      {others === 0 && <p className="small muted">{text.only}</p>}
      <ErrorNote error={end.error ?? endOthers.error} />
      {(isStale || others > 0) && (
        <div>
          <Button kind="line" small busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {text.endOthers}
          </Button>
        </div>
      )}
    </AccountPart>
  );
}

function SessionLine(props: { session: Session; isHere: boolean; busy: boolean; onEnd: () => void }) {
  const { session, isHere, busy, onEnd } = props;
  const text = useText('profile').sessions;
  const format = useFormat();
  const device = deviceOf(session.userAgent ?? '');
  const name = device ? text.on(device.browser, device.system) : text.unknown;
  return (
    <li>
      <span>
        <b>{name}</b>
        <span className="small muted">{text.last(format.stamp(session.updatedAt))}</span>
      </span>
      {isHere ? (
        <Tag tone="ok">{text.here}</Tag>
      ) : (
        <Button kind="line" small busy={busy} onClick={onEnd} aria-label={text.endOf(name)}>
          {text.end}
        </Button>
      )}
    </li>
  );
}
