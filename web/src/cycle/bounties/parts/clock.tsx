import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { Days } from '../../../platform/ui/days.tsx';
import styles from './clock.module.css';
import { PayRecord } from './pay-record.tsx';

/** More squares than this say less than a figure. */
const MOST_SQUARES = 62;

/** The clock that runs for the shop: days left, days late, or the days it took. */
export function Clock({ bounty }: { bounty: Bounty }) {
  const text = useText('bounty').clock;
  const format = useFormat();
  const shop = useCall(getShop).data;
  const now = shop?.now;
  if (bounty.state === 'cancelled') return <p className="lead">{text.cancelled}</p>;
  const end = bounty.paidAt ?? now;
  if (!end) return null;
  const total = format.daysBetween(bounty.owedAt, bounty.dueAt);
  const gone = format.daysBetween(bounty.owedAt, end);
  const { figure, said } = saidOf(text, { isPaid: bounty.paidAt !== null, gone, left: total - gone });
  const date = (at: string) => format.day(at, { year: true });
  return (
    <div className={styles.clock}>
      <p className={styles.days}>
        {figure !== null && <span className={`figure ${styles.figure}`}>{format.number(figure)}</span>}{' '}
        <span className={styles.said}>{said}</span>
      </p>
      {total <= MOST_SQUARES && total > 0 && (
        <Days
          total={total}
          now={bounty.paidAt ? gone + 1 : Math.max(1, gone)}
          end={total}
          label={text.strip(gone, total)}
        />
      )}
      <dl className={styles.dates}>
        <div>
          <dt>{text.owed}</dt>
          <dd>{date(bounty.owedAt)}</dd>
        </div>
        <div>
          <dt>{text.due}</dt>
          <dd>{date(bounty.dueAt)}</dd>
        </div>
        {bounty.paidAt && (
          <div>
            <dt>{text.paid}</dt>
            <dd>{date(bounty.paidAt)}</dd>
          </div>
        )}
      </dl>
      {!bounty.paidAt && !bounty.contract?.acceptedAt && <p className="small muted">{text.waits}</p>}
      {shop && <PayRecord record={shop.payRecord} averageDays={shop.averageDaysToPay} />}
    </div>
  );
}

function saidOf(
  text: ReturnType<typeof useText<'bounty'>>['clock'],
  { isPaid, gone, left }: { isPaid: boolean; gone: number; left: number },
): { figure: number | null; said: string } {
  if (isPaid) return gone === 0 ? { figure: null, said: text.sameDay } : { figure: gone, said: text.took(gone) };
  if (left === 0) return { figure: null, said: text.today };
  return left > 0 ? { figure: left, said: text.left(left) } : { figure: -left, said: text.late(-left) };
}
