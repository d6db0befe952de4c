import { type Bounty, listBounties } from '@fraisier/shared/contracts/bounties.ts';
import {
  listBankFiles,
  listOpenBankLines,
  listPayouts,
  type Payout,
} from '@fraisier/shared/contracts/bounties-payouts.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useRef, useState } from 'react';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { EmptyUntil } from '../../platform/ops/empty-until.tsx';
import { useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { Figures } from '../../platform/ui/ops/figures.tsx';
import { useHeldActs } from '../../platform/ui/ops/held-acts.ts';
import { MoreButton } from '../../platform/ui/ops/more-button.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { useKeys } from '../../platform/ui/ops/use-keys.ts';
import { type Pages, usePages } from '../../platform/ui/ops/use-pages.ts';
import { BankPanel } from './parts/ops/bank-panel.tsx';
import styles from './parts/ops/bounties.module.css';
import { BountyCard, isSameAccount } from './parts/ops/bounty-card.tsx';
import { IbanChangesPanel } from './parts/ops/iban-changes-panel.tsx';
import { PaidList } from './parts/ops/paid-list.tsx';
import { isOpen, whyNotPayable } from './parts/ops/pay-reasons.ts';
import { PayoutsPanel } from './parts/ops/payouts-panel.tsx';
import { PrepareBar } from './parts/ops/prepare-bar.tsx';
import { PAYOUT, PreparePayout } from './parts/ops/prepare-payout.tsx';
import { SolvePanel, useAlarms } from './parts/ops/solve-panel.tsx';
import { useChoice } from './parts/ops/use-choice.ts';

/** What is owed to winners, the bank files that pay it, and what the bank answers. */
export function Page() {
  const text = useText('ops-money');
  const format = useFormat();
  const shop = useCall(getShop).data;
  const pages = usePages(listBounties, {});
  const payouts = usePages(listPayouts, {});
  const waiting = [pages, payouts].find(({ items }) => !items);
  if (waiting || !shop) {
    return (
      <OpsShell title={text.title}>
        {waiting?.error ? <ErrorNote error={waiting.error} onRetry={waiting.retry} /> : <Loading />}
      </OpsShell>
    );
  }
  const open = (pages.items ?? []).filter(isOpen);
  const owed = open.reduce((sum, bounty) => sum + bounty.net.amount, 0);
  return (
    <OpsShell
      title={text.title}
      subtitle={text.subtitle(format.money(owed), open.length)}
      aside={shop.averageDaysToPay !== null && text.average(shop.averageDaysToPay)}
    >
      <Console pages={pages} payouts={payouts} shop={shop} />
    </OpsShell>
  );
}

interface ConsoleProps {
  readonly pages: Pages<Bounty>;
  readonly payouts: Pages<Payout>;
  readonly shop: ResponseOf<typeof getShop>;
}

function Console({ pages, payouts, shop }: ConsoleProps) {
  const text = useText('ops-money');
  const lines = usePages(listOpenBankLines, {});
  const files = usePages(listBankFiles, {});
  const alarms = useAlarms(payouts.items ?? []);
  const bank = useRef<HTMLDivElement>(null);
  useKeys({ b: () => bank.current?.querySelector('button')?.click() });
  const bounties = pages.items ?? [];
  const open = bounties.filter(isOpen);
  return (
    <Stack gap={6}>
      <Sums bounties={bounties} toSolve={alarms.length + (lines.items?.length ?? 0)} />
      <SolvePanel alarms={alarms} pages={lines} />
      <IbanChangesPanel bounties={open} now={shop.now} />
      {bounties.length === 0 && <EmptyUntil title={text.empty} hint={text.emptyHint} awaits="close" />}
      <OpenBounties open={open} bounties={bounties} payouts={payouts.items ?? []} now={shop.now} />
      <MoreButton pages={pages} />
      <PayoutsPanel pages={payouts} demo={shop.demo} />
      <BankPanel pages={files} place={bank} />
      <PaidList bounties={bounties.filter((bounty) => !isOpen(bounty))} />
    </Stack>
  );
}

/** The day's figures, each of them counted. */
function Sums({ bounties, toSolve }: { bounties: readonly Bounty[]; toSolve: number }) {
  const { figures: text } = useText('ops-money');
  const format = useFormat();
  const sum = (...states: Bounty['state'][]) =>
    format.money(bounties.filter(({ state }) => states.includes(state)).reduce((all, { net }) => all + net.amount, 0));
  const paid = bounties.filter(({ state }) => state === 'paid').length;
  return (
    <Figures
      items={[
        { key: 'owed', value: sum('owed', 'failed'), label: text.owed },
        { key: 'way', value: sum('exported'), label: text.onTheWay },
        { key: 'paid', value: format.number(paid), label: text.paid(paid) },
        ...(toSolve > 0 ? [{ key: 'open', value: format.number(toSolve), label: text.open }] : []),
      ]}
    />
  );
}

interface OpenProps {
  readonly open: readonly Bounty[];
  readonly bounties: readonly Bounty[];
  readonly payouts: readonly Payout[];
  readonly now: string;
}

/** The bounties that are not paid: chosen by hand or key, prepared together. */
function OpenBounties({ open, bounties, payouts, now }: OpenProps) {
  const [preparing, setPreparing] = useState(false);
  const [at, setAt] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const held = useHeldActs((state) => state.held.some(({ key }) => key === PAYOUT) || state.sending.includes(PAYOUT));
  const ready = held ? [] : open.filter((bounty) => whyNotPayable(bounty).length === 0);
  // Of all, not what the bank would refuse again: that is chosen by hand.
  const sure = ready.filter((bounty) => {
    const failed = lastFailed(payouts, bounty);
    return !failed || !isSameAccount(bounty, failed);
  });
  const idsOf = (some: readonly Bounty[]) => some.map(({ id }) => id);
  const choice = useChoice(idsOf(ready), idsOf(sure));
  const chosen = ready.filter(({ id }) => choice.chosen.includes(id));
  const current = open.findIndex(({ id }) => id === at);
  const step = (by: 1 | -1) => {
    const next = open[Math.min(open.length - 1, Math.max(0, current + by))];
    if (!next) return;
    setAt(next.id);
    list.current?.querySelector<HTMLElement>(`[id="${next.id}"] h2`)?.focus();
  };
  const forward = open.length > 0 ? () => step(1) : undefined;
  const back = open.length > 0 ? () => step(-1) : undefined;
  useKeys({
    j: forward,
    ArrowDown: at ? forward : undefined,
    k: back,
    ArrowUp: at ? back : undefined,
    x: at ? () => choice.toggle(at) : undefined,
    a: sure.length > 0 ? choice.toggleAll : undefined,
    p: chosen.length > 0 ? () => setPreparing(true) : undefined,
    z: !held && choice.canUndo ? choice.undo : undefined,
  });
  if (open.length === 0) return null;
  return (
    <div>
      <div className={styles.cards} ref={list}>
        {open.map((bounty) => (
          <BountyCard
            key={bounty.id}
            bounty={bounty}
            now={now}
            current={bounty.id === at}
            failed={lastFailed(payouts, bounty)}
            picked={choice.chosen.includes(bounty.id)}
            onPick={held ? undefined : () => choice.toggle(bounty.id)}
          />
        ))}
      </div>
      <PrepareBar
        bounties={bounties}
        anyReady={ready.length > 0}
        sure={sure.length}
        chosen={chosen}
        choice={choice}
        onPrepare={() => setPreparing(true)}
      />
      <PreparePayout
        open={preparing}
        onClose={() => setPreparing(false)}
        chosen={chosen}
        bounties={bounties}
        onHeld={choice.clear}
      />
    </div>
  );
}

/** Why the latest transfer of a bounty did not arrive, as far as the files shown tell. */
function lastFailed(payouts: readonly Payout[], { id, state }: Bounty): Payout['payments'][number] | undefined {
  if (state !== 'failed') return undefined;
  return payouts
    .flatMap(({ payments }) => payments)
    .find((payment) => payment.bounty === id && payment.state === 'failed');
}
