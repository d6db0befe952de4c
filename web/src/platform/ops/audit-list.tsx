import type { AuditEntry } from '@fraisier/shared/contracts/shop.ts';
import type { Static } from 'typebox';
import { useFormat, useText } from '../i18n/use-text.ts';
import { PlainLink } from '../ui/link.tsx';
import styles from './audit.module.css';
import { useDetailWords } from './audit-words.ts';

type Entry = Static<typeof AuditEntry>;

/** The acts, one under another, by day. */
export function AuditList({ entries }: { entries: readonly Entry[] }) {
  const text = useText('ops-records').audit;
  const format = useFormat();
  const days = Map.groupBy(entries, (entry) => format.day(entry.happenedAt, { year: true }));
  return (
    <>
      {[...days].map(([day, acts]) => (
        <section key={day} className={styles.day}>
          <h2 className="d2">{day}</h2>
          <ol aria-label={text.title}>
            {acts.map((entry) => (
              <Act key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Act({ entry }: { entry: Entry }) {
  const text = useText('ops-records').audit;
  const format = useFormat();
  const words = useDetailWords()(entry.details);
  const { subjectId, subjectType, act } = entry;
  const kind = text.subjects[subjectType] ?? subjectType;
  const isShop = subjectType === 'shop';
  const name = isShop ? '' : subjectType === 'round' ? subjectId : subjectId.slice(-8);
  const to = pageOf(entry);
  return (
    <li className={styles.act}>
      <time className="muted num" dateTime={entry.happenedAt}>
        {format.time(entry.happenedAt)}
      </time>
      <p>
        <b>{entry.actorName}</b> {text.acts[act] ?? act}
      </p>
      <p className="small">
        {to ? (
          <PlainLink to={to}>
            {kind} {name}
          </PlainLink>
        ) : (
          <>
            {kind} {name}
          </>
        )}
        {!isShop && (
          <>
            {' '}
            <PlainLink to={`/ops/audit?subject=${encodeURIComponent(subjectId)}`} className="muted">
              {text.history}
            </PlainLink>
          </>
        )}
      </p>
      {words.length > 0 && (
        <dl className={`small ${styles.details}`}>
          {words.map(([name, value]) => (
            <div key={name}>
              <dt className="muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** Where the thing that was acted upon can be seen; null where it has no page. */
function pageOf({ subjectType, subjectId }: Entry): string | null {
  switch (subjectType) {
    case 'round':
      return `/ops/rounds/${subjectId}`;
    case 'design':
      return `/designs/${subjectId}`;
    case 'order':
      return `/orders/${subjectId}`;
    case 'payout':
    case 'payment':
      return '/ops/bounties';
    case 'print-order':
      return '/ops/prints';
    case 'message':
      return '/ops/messages';
    case 'shop':
      return '/ops/settings';
    default:
      return null;
  }
}
