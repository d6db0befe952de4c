import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { PhaseOf } from './phase-of.tsx';
import styles from './round-row.module.css';

/** A round of the list: its month in its ink, where it is, its dates, its counts. */
export function RoundRow({ round, now }: { round: Round; now: string }) {
  const text = useText('ops-rounds');
  const ops = useText('ops');
  const format = useFormat();
  const { planned, actual } = round;
  const moments: readonly (readonly [string, string | null, string])[] = [
    [text.moments.collecting, actual.collecting, planned.collecting],
    [text.moments.voting, actual.voting, planned.voting],
    [text.moments.final, actual.final, planned.final],
    [text.moments.freeze, actual.frozen, planned.freeze],
  ];
  return (
    <li className={styles.row} data-ink={monthCode(round.month)}>
      <PlainLink to={`/ops/rounds/${round.slug}`} className={`field-of-ink ${styles.chip}`}>
        <span className="unseen">{ops.roundName(round.number)}</span>
        <span className="figure" aria-hidden="true">
          {round.number}
        </span>
      </PlainLink>
      <div className={styles.name}>
        <h2 className="d3">
          <PlainLink to={`/ops/rounds/${round.slug}`} className={styles.title}>
            {format.month(`${round.slug}-15T12:00:00Z`)}
          </PlainLink>
        </h2>
        <PhaseOf phase={round.phase} />
        {round.extendedUntil && round.phase === 'final' && (
          <p className="small muted">{text.list.extended(format.stamp(round.extendedUntil))}</p>
        )}
      </div>
      <ol className={styles.moments}>
        {moments.map(([name, done, due]) => (
          <li key={name} className={done ? styles.done : undefined}>
            <span className="small muted">{name}</span>
            <span className="num">{format.day(done ?? due, { year: false })}</span>
            <span className="small muted num">{done ? format.time(done) : format.relativeDays(due, now)}</span>
          </li>
        ))}
      </ol>
      <dl className={`num ${styles.counts}`}>
        {(
          [
            [text.list.designs, round.counts.designs],
            [text.list.voters, round.counts.voters],
            [text.list.ratings, round.counts.ratings],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <dt className="small muted">{name}</dt>
            <dd className="strong">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
