import type { AuditEntry } from '@fraisier/shared/contracts/audit.ts';
import type { Static } from 'typebox';
import { useFormat, useText } from '../i18n/use-text.ts';
import { PlainLink } from '../ui/link.tsx';
import styles from './audit.module.css';
import { useDetailWords } from './audit-words.tsx';

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
  const words = useDetailWords()(entry);
  const { subjectId, subjectType, act } = entry;
  const isShop = subjectType === 'shop';
  return (
    <li className={styles.act}>
      <time className="muted num" dateTime={entry.happenedAt}>
        {format.time(entry.happenedAt)}
      </time>
      <p>
        <b>{entry.actorId === null ? text.machine : entry.actorName}</b> {text.acts[act] ?? act}
      </p>
      <p className={`small ${styles.on}`}>
        <Subject entry={entry} />
        {!isShop && (
          <PlainLink to={`/ops/audit?subject=${encodeURIComponent(subjectId)}`} className="muted">
            {text.history}
          </PlainLink>
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

/** What it was done to: by its title, its name or its month. */
function Subject({ entry }: { entry: Entry }) {
  const text = useText('ops-records').audit;
  const { subjectId, subjectType, things } = entry;
  const kind = text.subjects[subjectType] ?? subjectType;
  const name = subjectType === 'round' ? subjectId : things.find(({ id }) => id === subjectId)?.name;
  const to = pageOf(entry);
  const said = (
    <>
      {kind} {name && <b>{name}</b>}
    </>
  );
  return to ? <PlainLink to={to}>{said}</PlainLink> : <span>{said}</span>;
}

/** Where the thing that was acted upon can be seen; null where it has no page. */
function pageOf({ subjectType, subjectId, things }: Entry): string | null {
  const design = things.find(({ id }) => id === subjectId)?.design;
  switch (subjectType) {
    case 'note':
      return design ? `/designs/${design}` : null;
    case 'round':
      return `/ops/rounds/${subjectId}`;
    case 'design':
      return `/designs/${subjectId}`;
    case 'order':
      return `/orders/${subjectId}`;
    case 'payout':
    case 'payment':
    case 'bank-file':
    case 'bank-line':
      return '/ops/bounties';
    case 'print-order':
      return '/ops/prints';
    case 'cluster':
    case 'appeal':
      return '/ops/votes';
    case 'mail':
      return '/ops/mail';
    case 'message':
      return '/ops/messages';
    case 'shop':
      return '/ops/settings';
    default:
      return null;
  }
}
