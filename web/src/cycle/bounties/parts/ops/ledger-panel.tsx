import { getLedger } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { useState } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { Checkbox } from '../../../../platform/ui/checkbox.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { usePages } from '../../../../platform/ui/ops/use-pages.ts';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';
import styles from './bounties.module.css';
import { transactionText } from './transaction-text.ts';

/** The trial balance: debit and credit must be the same sum. */
export function BalancePanel() {
  const text = useText('ops-money').ledger;
  const format = useFormat();
  const lang = useLang();
  const [zero, setZero] = useState(false);
  const ledger = useCall(getLedger, {});
  if (!ledger.data) {
    return ledger.error ? <ErrorNote error={ledger.error} onRetry={() => void ledger.refetch()} /> : <Loading />;
  }
  const { balances } = ledger.data;
  const sum = balances.reduce((total, { balance }) => total + balance.amount, 0);
  const side = (sign: 1 | -1) => balances.reduce((total, { balance }) => total + Math.max(0, sign * balance.amount), 0);
  const shown = balances.filter(({ balance }) => zero || balance.amount !== 0);
  return (
    <Panel
      title={text.balance}
      aside={
        sum === 0 ? (
          <Tag tone="ok">{text.balanced}</Tag>
        ) : (
          <Tag tone="bad">{text.unbalanced(format.moneyExact(sum))}</Tag>
        )
      }
    >
      <Table label={text.balance} tight>
        <thead>
          <tr>
            <Th>{text.account}</Th>
            <Th numeric>{text.debit}</Th>
            <Th numeric>{text.credit}</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ account, nameFr, nameEn, balance }) => (
            <tr key={account}>
              <Td>{lang === 'fr' ? nameFr : nameEn}</Td>
              <Td numeric className="nowrap">
                {balance.amount > 0 && format.moneyExact(balance)}
              </Td>
              <Td numeric className="nowrap">
                {balance.amount < 0 && format.moneyExact(-balance.amount)}
              </Td>
            </tr>
          ))}
          <tr className={styles.sum}>
            <th scope="row">{text.total}</th>
            <Td numeric className="nowrap">
              {format.moneyExact(side(1))}
            </Td>
            <Td numeric className="nowrap">
              {format.moneyExact(side(-1))}
            </Td>
          </tr>
        </tbody>
      </Table>
      <Checkbox checked={zero} onChange={(event) => setZero(event.target.checked)}>
        {text.zero}
      </Checkbox>
    </Panel>
  );
}

/** Every transaction with its entries, newest first. */
export function JournalPanel() {
  const text = useText('ops-money').ledger;
  const format = useFormat();
  const lang = useLang();
  const pages = usePages(getLedger, {});
  const balances = useCall(getLedger, {}).data?.balances ?? [];
  const nameOf = (code: string) => {
    const account = balances.find((one) => one.account === code);
    return account ? (lang === 'fr' ? account.nameFr : account.nameEn) : code;
  };
  return (
    <Panel title={text.journal}>
      {pages.items?.length === 0 && <p className="muted">{text.empty}</p>}
      <ol>
        {pages.items?.map((transaction) => (
          <li key={transaction.id} className={styles.transaction}>
            <details>
              <summary>
                <span className="muted num">{format.stamp(transaction.bookedAt)}</span>
                <span>{transactionText(transaction, text, format)}</span>
                <span className="num nowrap strong">{format.moneyExact(sumOf(transaction.entries))}</span>
              </summary>
              <p className={`small num ${styles.entries}`}>
                {transaction.entries.map(({ account, amount }) => (
                  <span key={account} className={styles.entry}>
                    <span className={styles.account}>{nameOf(account)}</span>
                    <span>{amount.amount > 0 && format.moneyExact(amount)}</span>
                    <span>{amount.amount < 0 && format.moneyExact(-amount.amount)}</span>
                  </span>
                ))}
              </p>
            </details>
          </li>
        ))}
      </ol>
      <MoreButton pages={pages} />
    </Panel>
  );
}

/** What a transaction moves: its debit, which is its credit too. */
function sumOf(entries: readonly { readonly amount: { readonly amount: number } }[]): number {
  return entries.reduce((sum, { amount }) => sum + Math.max(0, amount.amount), 0);
}
