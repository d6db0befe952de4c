import { exportEntries, getLedgerAccount } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { useParams, useSearchParams } from 'react-router';
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
import { Panel } from '../../platform/ui/ops/panel.tsx';
import { usePages } from '../../platform/ui/ops/use-pages.ts';
import { AccountTable } from './parts/ledger/account-table.tsx';
import { DayField } from './parts/ledger/day-field.tsx';

/** One account of the books: its entries, newest first, and what stands on it after each. */
export function Page() {
  const text = useText('ops-ledger');
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
      <OpsShell title={text.title}>
        {found.error ? <ErrorNote error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}
      </OpsShell>
    );
  }
  const { nameFr, nameEn, kind, debit, credit, balance, on } = found.data;
  const { balance: words } = text;
  const left = format.money(Math.abs(balance.amount));
  const side = balance.amount === 0 ? left : balance.amount > 0 ? words.debitor(left) : words.creditor(left);
  return (
    <OpsShell
      title={lang === 'fr' ? nameFr : nameEn}
      subtitle={`${text.account.of} ${account}, ${text.account.kinds[kind]}`}
    >
      <Stack gap={6}>
        <Figures
          items={[
            { key: 'left', value: side, label: text.account.figures.left },
            { key: 'debit', value: format.money(debit), label: text.account.figures.debit },
            { key: 'credit', value: format.money(credit), label: text.account.figures.credit },
          ]}
        />
        <Panel title={text.account.entries}>
          <DayField on={on} to={`/ops/ledger/${account}`} />
          {pages.items?.length === 0 ? (
            <p className="muted">{text.account.empty}</p>
          ) : (
            <AccountTable entries={pages.items ?? []} label={text.account.entries} />
          )}
          <MoreButton pages={pages} />
        </Panel>
        <Actions>
          <Link to={`/ops/ledger${on ? `?on=${on}` : ''}`}>{text.account.all}</Link>
          <OutLink href={addressOf(exportEntries, { query: { ...query, account } })} download>
            {text.account.export}
          </OutLink>
        </Actions>
      </Stack>
    </OpsShell>
  );
}
