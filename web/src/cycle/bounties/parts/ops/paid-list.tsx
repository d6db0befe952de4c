import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { roundMonth } from '@fraisier/shared/cycle/calendar-names.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { useNameOf } from '../../../submissions/designer-name.tsx';
import styles from './bounties.module.css';

/** What is settled: one line each, in its month's ink, with the days it took. */
export function PaidList({ bounties }: { bounties: readonly Bounty[] }) {
  const { history: text, bounty: numbered } = useText('ops-money');
  const format = useFormat();
  const nameOf = useNameOf();
  if (bounties.length === 0) return null;
  return (
    <Panel title={text.title}>
      <ul>
        {bounties.map((bounty) => (
          <li key={bounty.id} id={bounty.id} className={styles.paid}>
            <span
              className={`field-of-ink figure ${styles.month}`}
              data-ink={monthCode(roundMonth(bounty.round).month)}
            >
              {bounty.roundNumber}
            </span>
            <p>
              <PlainLink to={`/bounties/${bounty.id}`}>{numbered(bounty.roundNumber)}</PlainLink>
              <br />
              <span className="small muted">
                {bounty.title}, {nameOf(bounty.designer)}
              </span>
            </p>
            <p className="small muted">
              {bounty.paidAt && (
                <>
                  {text.on(format.day(bounty.paidAt, { year: true }))}
                  {', '}
                  {text.days(Math.max(0, format.daysBetween(bounty.owedAt, bounty.paidAt)))}
                </>
              )}
            </p>
            <span className="num nowrap strong">{format.moneyExact(bounty.net)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
