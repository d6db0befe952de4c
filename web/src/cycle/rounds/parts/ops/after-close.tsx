import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Link } from '../../../../platform/ui/link.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import type { DryRun } from './count-panel.tsx';
import { MoneyTable } from './money-table.tsx';
import styles from './round-desk.module.css';
import { Winner } from './winner.tsx';

/** What came of the close, and where each of it goes on. */
export function AfterClose({ round, count }: { round: Round; count: DryRun }) {
  const text = useText('ops-rounds').count;
  const format = useFormat();
  const demo = useCall(getShop).data?.demo;
  const bounties = useCall(listBounties, {}).data?.items.filter((bounty) => bounty.round === round.slug);
  return (
    <Panel title={text.afterTitle} aside={round.actual.decided && format.stamp(round.actual.decided)}>
      <Stack gap={5}>
        {count.winners.length === 0 && <p>{text.noWinner}</p>}
        {count.winners.length > 0 && (
          <div className={styles.winners}>
            {count.winners.map((winner) => (
              <Winner key={winner.design} winner={winner} month={round.month} />
            ))}
          </div>
        )}
        {count.winners.length > 0 && <MoneyTable count={count} />}
        <p className="muted">{text.after.letters(format.number(count.letters))}</p>
        <ul className={styles.links}>
          <li>
            <Link to={`/rounds/${round.slug}/result`}>{text.after.result}</Link>
          </li>
          {round.runs.map((run) => (
            <li key={run}>
              <Link to={`/runs/${run}`}>{text.after.run(run)}</Link>
            </li>
          ))}
          {bounties?.map((bounty) => (
            <li key={bounty.id}>
              <Link to={`/ops/bounties#${bounty.id}`}>{text.after.bounty(bounty.title)}</Link>
            </li>
          ))}
          {round.runs.length > 0 && (
            <li>
              <Link to="/ops/prints">{text.after.prints}</Link>
            </li>
          )}
          {demo && (
            <li>
              <Link to="/demo/mail">{text.after.mails}</Link>
            </li>
          )}
        </ul>
      </Stack>
    </Panel>
  );
}
