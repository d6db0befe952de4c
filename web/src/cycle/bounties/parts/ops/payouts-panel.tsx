import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { useState } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import type { Pages } from '../../../../platform/ui/ops/use-pages.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { isOpenFile, PayoutCard } from './payout-card.tsx';
import styles from './payouts.module.css';
import { SettleDialog, type Settling } from './settle-dialog.tsx';
import { VoidDialog } from './void-dialog.tsx';

/** The files made so far: where each stands, what to do next, and the bank's answer to each of its payments. */
export function PayoutsPanel({ pages, demo }: { pages: Pages<Payout>; demo: boolean }) {
  const text = useText('ops-money').payouts;
  const [settling, setSettling] = useState<Settling | null>(null);
  const [cancelling, setCancelling] = useState<Payout | null>(null);
  const [looking, setLooking] = useState<Payout | null>(null);
  const [open, over] = [true, false].map((wanted) =>
    (pages.items ?? []).filter((one) => isOpenFile(one) === wanted),
  ) as [Payout[], Payout[]];
  const card = (payout: Payout) => (
    <PayoutCard
      key={payout.id}
      payout={payout}
      demo={demo}
      onCancel={() => setCancelling(payout)}
      onLook={() => setLooking(payout)}
      onSettle={(payment, outcome) => setSettling({ payout, payment, outcome })}
    />
  );
  return (
    <Panel title={text.title}>
      {pages.items?.length === 0 && <p className="muted">{text.empty}</p>}
      {open.map(card)}
      {over.length > 0 && (
        <details className={styles.older}>
          <summary>{text.over(over.length)}</summary>
          {over.map(card)}
        </details>
      )}
      <MoreButton pages={pages} />
      <SettleDialog settling={settling} onClose={() => setSettling(null)} />
      <CancelDialog payout={cancelling} onClose={() => setCancelling(null)} />
      <VoidDialog payout={looking} onClose={() => setLooking(null)} />
    </Panel>
  );
}
