import { endOtherSessions, endSession, listSessions, type Session } from '@fraisier/shared/contracts/sessions.ts';
import { type ReactNode, useState } from 'react';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { Tag } from '../../platform/ui/tag.tsx';
import { toast } from '../../platform/ui/toast.tsx';
import { leave } from '../auth-calls.ts';
import { deviceOf } from '../device-name.ts';
import styles from './account-part.module.css';
import { AccountPart } from './account-part.tsx';

/** Every device that is signed in, this one first, with the way out of each. */
export function Sessions() {
  const text = useText('profile').sessions;
  const found = useCall(listSessions);
  const end = useAct(endSession, { invalidates: [listSessions], onDone: () => toast(text.ended) });
  const endOthers = useAct(endOtherSessions, {
    invalidates: [listSessions],
    onDone: () => toast(text.othersEnded),
  });
  const sessions = found.data?.items ?? [];
  return (
    <AccountPart id="sessions" title={text.title}>
      <p className="muted prose">{text.lead}</p>
      {found.isPending && <Loading />}
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {sessions.length > 0 && (
        <ul className={styles.list}>
          {sessions.map((session) =>
            session.here ? (
              <Line key={session.id} session={session}>
                <Leave />
              </Line>
            ) : (
              <Line key={session.id} session={session}>
                <EndButton
                  session={session}
                  busy={end.isPending && end.variables.params.session === session.id}
                  onEnd={() => end.mutate({ params: { session: session.id } })}
                />
              </Line>
            ),
          )}
        </ul>
      )}
      <ErrorNote error={end.error ?? endOthers.error} />
      {sessions.length > 1 && (
        <div>
          <Button kind="line" small wideOnPhone busy={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {text.endOthers}
          </Button>
        </div>
      )}
    </AccountPart>
  );
}

function useName({ userAgent }: Session): string {
  const text = useText('profile').sessions;
  const device = deviceOf(userAgent ?? '');
  return device ? text.on(device.browser, device.system) : text.unknown;
}

function Line({ session, children }: { session: Session; children: ReactNode }) {
  const text = useText('profile').sessions;
  const format = useFormat();
  const name = useName(session);
  const [since, seen] = [format.day(session.signedInAt), format.day(session.seenAt)];
  return (
    <li className={styles.row}>
      <span>
        <span className={styles.name}>
          <b>{name}</b> {session.here && <Tag tone="ok">{text.here}</Tag>}
        </span>
        <span className="small muted">{since === seen ? text.since(since) : text.times(since, seen)}</span>
      </span>
      {children}
    </li>
  );
}

function EndButton({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const text = useText('profile').sessions;
  return (
    <Button kind="line" small busy={busy} onClick={onEnd} aria-label={text.endOf(useName(session))}>
      {text.end}
    </Button>
  );
}

function Leave() {
  const text = useText('profile').leave;
  const lang = useLang();
  const [state, setState] = useState<{ busy?: boolean; error?: unknown }>({});
  const go = () => {
    setState({ busy: true });
    leave(`/${lang}`).catch((error: unknown) => setState({ error }));
  };
  return (
    <>
      <Button kind="ink" small busy={state.busy} onClick={go}>
        {text.button}
      </Button>
      <ErrorNote error={state.error} />
    </>
  );
}
