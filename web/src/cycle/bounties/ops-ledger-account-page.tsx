import { exportEntries, getLedgerAccount } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { useParams, useSearchParams } from 'wouter';
import { addressOf } from '../../platform/api.ts';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { ledgerInput } from '../../platform/ops/lists.ts';
import { useCall } from '../../platform/query.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Actions, Stack } from '../../platform/ui/layout.tsx';
import { Link, OutLink } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { Figures } from '../../platform/ui/ops/figures.tsx';
import { MoreButton } from '../../platform/ui/ops/more-button.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { Facts, Panel } from '../../platform/ui/ops/panel.tsx';
import { usePages } from '../../platform/ui/ops/use-pages.ts';
import { AccountEntries } from './parts/ledger/account-entries.tsx';
import { DayField } from './parts/ledger/day-field.tsx';

/** One account of the books: its entries, newest first, and what stands on it after each. */
export function Page() {
  const { title, account: text } = useText('ops-ledger');
  const format = useFormat();
  const lang = useLang();
  const { account = '' } = useParams();
  const [search] = useSearchParams();
  const { query } = ledgerInput(search);
  const input = { params: { account }, query };
  const found = useCall(getLedgerAccount, input);
  const pages = usePages(getLedgerAccount, input);
  if (!found.data) {
    return (
      <OpsShell title={title}>
        {found.error ? <ErrorNote error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}
      </OpsShell>
    );
  }
  const { nameFr, nameEn, kind, debit, credit, balance, on } = found.data;
  const { figures } = text;
  const side = balance.amount === 0 ? figures.none : balance.amount > 0 ? figures.debitor : figures.creditor;
  return (
    <OpsShell title={lang === 'fr' ? nameFr : nameEn} subtitle={`${text.of} ${account}, ${text.kinds[kind]}`}>
      <Stack gap={6}>
        <Stack gap={3}>
          <Figures items={[{ key: 'left', value: format.moneyExact(Math.abs(balance.amount)), label: side }]} />
          <Facts
            rows={[
              [text.debit, format.moneyExact(debit)],
              [text.credit, format.moneyExact(credit)],
            ]}
          />
        </Stack>
        <Panel title={text.entries}>
          <DayField on={on} to={`/ops/ledger/${account}`} />
          {pages.items?.length === 0 ? (
            <p className="muted">{text.empty}</p>
          ) : (
            <AccountEntries entries={pages.items ?? []} />
          )}
          <MoreButton pages={pages} />
        </Panel>
        <Actions>
          <Link to={`/ops/ledger${on ? `?on=${on}` : ''}`}>{text.all}</Link>
          <OutLink href={addressOf(exportEntries, { query: { ...query, account } })} download>
            {text.export}
          </OutLink>
        </Actions>
      </Stack>
    </OpsShell>
  );
}
