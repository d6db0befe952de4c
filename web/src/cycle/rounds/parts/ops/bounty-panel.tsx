import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Link } from '../../../../platform/ui/link.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { BountyChecks, BountyClock } from '../../../bounties/parts/ops/bounty-clock.tsx';
import styles from './today.module.css';

/** The bounty that is due first. */
export function BountyPanel({ bounties, now }: { bounties: readonly Bounty[]; now: string }) {
  const text = useText('ops-today').bounty;
  const format = useFormat();
  const open = bounties
    .filter(({ state }) => state !== 'paid' && state !== 'cancelled')
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const first = open[0];
  if (!first) {
    return (
      <Panel title={text.open}>
        <p className="muted">{text.none}</p>
      </Panel>
    );
  }
  return (
    <Panel title={text.title(first.roundNumber)} aside={`${first.designer}, ${format.money(first.promised)}`}>
      <Stack gap={3}>
        <BountyClock bounty={first} now={now} />
        <BountyChecks bounty={first} />
      </Stack>
      <p className={styles.foot}>
        <Link to={`/ops/bounties#${first.id}`}>{text.open}</Link>
      </p>
    </Panel>
  );
}
