import { listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { ReactNode } from 'react';
import { useFormat, useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { Empty } from '../ui/empty.tsx';
import { Link } from '../ui/link.tsx';
import styles from './empty-until.module.css';
import { type Awaited, nextRound } from './next-round.ts';

export interface EmptyUntilProps {
  readonly title: ReactNode;
  /** What will be here. */
  readonly hint: ReactNode;
  readonly awaits: Awaited;
}

/** A room with nothing in it yet: what will be here, in how many days at the earliest, and where that is decided. */
export function EmptyUntil({ title, hint, awaits }: EmptyUntilProps) {
  const { roundName, until: text } = useText('ops');
  const format = useFormat();
  const rounds = useCall(listRounds, {}).data?.items;
  const now = useCall(getShop).data?.now;
  const next = rounds && now ? nextRound(rounds, awaits, now) : undefined;
  const said = (round: Round, at: string | null) => {
    const name = roundName(round.number);
    return at === null ? text.open[awaits](name) : text.says[awaits](name, `${format.day(at)}, ${format.time(at)}`);
  };
  return (
    <Empty title={title}>
      <p className="muted">{hint}</p>
      {next && now && (
        <>
          {next.at !== null && (
            <p className={styles.days}>
              <span className="figure">{format.number(format.daysBetween(now, next.at))}</span>{' '}
              {text.days(format.daysBetween(now, next.at))}
            </p>
          )}
          <p>
            {said(next.round, next.at)} <Link to={`/ops/rounds/${next.round.slug}`}>{text.round}</Link>
          </p>
        </>
      )}
      {rounds && now && !next && (
        <p>
          {text.nothing} <Link to="/ops/rounds/calendar">{text.plan}</Link>
        </p>
      )}
    </Empty>
  );
}
