import { getLedger } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { useSearchParams } from 'wouter';
import { useText } from '../../platform/i18n/use-text.ts';
import { ledgerInput } from '../../platform/ops/lists.ts';
import { useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { BalancePanel } from './parts/ledger/balance-panel.tsx';
import { CheckPanel } from './parts/ledger/check-panel.tsx';
import { JournalPanel } from './parts/ledger/journal-panel.tsx';
import { RatesPanel } from './parts/ledger/rates-panel.tsx';
import { ReadingsPanel } from './parts/ledger/readings-panel.tsx';

/** The books: whether they agree, the trial balance of a day, and every transaction with its cause. */
export function Page() {
  const text = useText('ops-ledger');
  const [search] = useSearchParams();
  const input = ledgerInput(search);
  const ledger = useCall(getLedger, input);
  const isAdmin = useCall(getMe).data?.role === 'admin';
  return (
    <OpsShell title={text.title} subtitle={text.subtitle}>
      <Stack gap={6}>
        <CheckPanel />
        {ledger.error && <ErrorNote error={ledger.error} onRetry={() => void ledger.refetch()} />}
        {!ledger.data && !ledger.error && <Loading />}
        {ledger.data && <BalancePanel ledger={ledger.data} />}
        <RatesPanel isAdmin={isAdmin} />
        {isAdmin && <ReadingsPanel />}
        {ledger.data && <JournalPanel input={input} accounts={ledger.data.balances} />}
      </Stack>
    </OpsShell>
  );
}
