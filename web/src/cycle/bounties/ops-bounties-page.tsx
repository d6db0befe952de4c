import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { MoreButton } from '../../platform/ui/ops/more-button.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { Panels } from '../../platform/ui/ops/panel.tsx';
import { usePages } from '../../platform/ui/ops/use-pages.ts';
import styles from './parts/ops/bounties.module.css';
import { BountyCard } from './parts/ops/bounty-card.tsx';
import { BalancePanel, JournalPanel } from './parts/ops/ledger-panel.tsx';
import { isOpen, whyNotPayable } from './parts/ops/pay-reasons.ts';
import { PayoutsPanel } from './parts/ops/payouts-panel.tsx';
import { PreparePayout } from './parts/ops/prepare-payout.tsx';

/** What is owed to winners, the bank files that pay it, and the books. */
export function Page() {
  const text = useText('ops-money');
  const format = useFormat();
  const shop = useCall(getShop).data;
  const pages = usePages(listBounties, {});
  const [picked, setPicked] = useState<readonly string[]>([]);
  if (!pages.items || !shop) {
    return (
      <OpsShell title={text.title}>
        {pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />}
      </OpsShell>
    );
  }
  const bounties = pages.items;
  const open = bounties.filter(isOpen);
  const owed = open.reduce((sum, bounty) => sum + bounty.net.amount, 0);
  const ready = bounties.filter((bounty) => whyNotPayable(bounty, shop.now).length === 0);
  const chosen = ready.filter((bounty) => picked.includes(bounty.id));
  return (
    <OpsShell
      title={text.title}
      subtitle={text.subtitle(format.money(owed), open.length)}
      aside={shop.averageDaysToPay !== null && text.average(shop.averageDaysToPay)}
    >
      <Stack gap={6}>
        {bounties.length === 0 ? (
          <Empty title={text.empty}>
            <p className="muted">{text.emptyHint}</p>
          </Empty>
        ) : (
          <div>
            <div className={styles.cards}>
              {bounties.map((bounty) => (
                <BountyCard
                  key={bounty.id}
                  bounty={bounty}
                  now={shop.now}
                  picked={picked.includes(bounty.id)}
                  onPick={(on) => setPicked(on ? [...picked, bounty.id] : picked.filter((id) => id !== bounty.id))}
                />
              ))}
              <MoreButton pages={pages} />
            </div>
            {open.length > 0 && (
              <PreparePayout
                chosen={chosen}
                anyReady={ready.length > 0}
                bounties={bounties}
                onDone={() => setPicked([])}
              />
            )}
          </div>
        )}
        <Panels left={<BalancePanel />} right={<PayoutsPanel />} />
        <JournalPanel />
      </Stack>
    </OpsShell>
  );
}
