import { getAgenda, retryJobs, type WaitingItem } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Empty } from '../../../../platform/ui/empty.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import styles from './agenda.module.css';
import { whereItIsDone } from './where-it-is-done.ts';

/** What waits for a person: how many, of which round, until when, and the way to where it is done. */
export function WaitingPanel({ waiting, now }: { waiting: readonly WaitingItem[]; now: string }) {
  const text = useText('ops-today').waits;
  const late = waiting.filter(({ urgency }) => urgency === 'late').length;
  return (
    <Panel title={text.title} aside={late > 0 ? text.late(late) : text.onTime}>
      {waiting.length === 0 ? (
        <Empty title={text.none}>
          <p className="muted">{text.noneHint}</p>
        </Empty>
      ) : (
        <ul>
          {waiting.map((item) => (
            <WaitingRow key={`${item.what} ${item.round?.slug ?? ''}`} item={item} now={now} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function WaitingRow({ item, now }: { item: WaitingItem; now: string }) {
  const { waits: text } = useText('ops-today');
  const ops = useText('ops');
  const format = useFormat();
  const { what, count, urgency, round } = item;
  const to = whereItIsDone(item);
  const said = text.what[what](count);
  const when = useWhen(item, now);
  const about = [round && ops.roundName(round.number), what === 'jobs_failed' && format.list(item.subjects)];
  return (
    <li className={styles.item} data-ink={round ? monthCode(round.month) : undefined}>
      <span className={`figure ${styles.count} ${round ? 'field-of-ink' : ''}`}>{format.number(count)}</span>
      <p className={styles.said}>
        {to ? (
          <PlainLink to={to} data-agenda="">
            {said}
          </PlainLink>
        ) : (
          <b>{said}</b>
        )}
        <span className="small muted">{[...about, when].filter(Boolean).join(', ')}</span>
      </p>
      {urgency !== 'calm' && <Tag tone={urgency === 'late' ? 'bad' : 'warn'}>{text.urgency[urgency]}</Tag>}
      {what === 'jobs_failed' && <RetryJobs />}
    </li>
  );
}

function RetryJobs() {
  const text = useText('ops-today').waits;
  const retry = useAct(retryJobs, {
    invalidates: [getAgenda],
    onDone: ({ retried }) => toast(text.retried(retried)),
  });
  return (
    <span className={styles.act}>
      <Button kind="line" small data-agenda="" busy={retry.isPending} onClick={() => retry.mutate({})}>
        {text.retry}
      </Button>
      <ErrorNote error={retry.error} />
    </span>
  );
}

/** By when, or since when. */
function useWhen({ since, dueAt }: WaitingItem, now: string): string | null {
  const { waits: text, days } = useText('ops-today');
  const format = useFormat();
  if (dueAt) {
    const left = format.daysBetween(now, dueAt);
    if (Date.parse(dueAt) < Date.parse(now)) return left === 0 ? text.overToday : text.overdue(days(-left));
    return left > 6 ? text.before(format.day(dueAt)) : text.before(format.moment(dueAt));
  }
  if (!since) return null;
  const hours = Math.floor((Date.parse(now) - Date.parse(since)) / 3_600_000);
  return text.since(hours < 48 ? text.hours(hours) : days(Math.floor(hours / 24)));
}
