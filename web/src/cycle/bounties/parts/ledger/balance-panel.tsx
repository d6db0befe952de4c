import { exportBalance, exportEntries, type getLedger } from '@fraisier/shared/contracts/bounties-ledger.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useState } from 'react';
import { addressOf } from '../../../../platform/api.ts';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Checkbox } from '../../../../platform/ui/checkbox.tsx';
import { Actions } from '../../../../platform/ui/layout.tsx';
import { OutLink, PlainLink } from '../../../../platform/ui/link.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';
import styles from './balance-panel.module.css';
import { DayField } from './day-field.tsx';

type Ledger = ResponseOf<typeof getLedger>;
type Balance = Ledger['balances'][number];

const kinds = ['asset', 'liability', 'income', 'expense'] as const;

/** The trial balance at the end of a day: all debits and all credits, which must be the same sum. */
export function BalancePanel({ ledger }: { ledger: Ledger }) {
  const text = useText('ops-ledger').balance;
  const format = useFormat();
  const [zero, setZero] = useState(false);
  const { balances, sums, on } = ledger;
  const query = on ? { on } : {};
  const moved = (row: Balance) => row.debit.amount !== 0 || row.credit.amount !== 0;
  const shown = balances.filter((row) => zero || moved(row));
  const differ = sums.debit.amount - sums.credit.amount;
  return (
    <Panel
      title={text.title}
      aside={
        differ === 0 ? (
          <Tag tone="ok">{text.balanced}</Tag>
        ) : (
          <Tag tone="bad">{text.unbalanced(format.moneyExact(Math.abs(differ)))}</Tag>
        )
      }
    >
      <DayField on={on} to="/ops/ledger" />
      {balances.some(moved) || zero ? (
        <Table label={text.title} tight>
          <thead>
            <tr>
              <Th>{text.account}</Th>
              <Th numeric>{text.left}</Th>
              <Th numeric>{text.debit}</Th>
              <Th numeric>{text.credit}</Th>
            </tr>
          </thead>
          {kinds.map((kind) => (
            <KindRows key={kind} kind={kind} rows={shown.filter((row) => row.kind === kind)} on={on} />
          ))}
          <tbody>
            <tr className={styles.sum}>
              <th scope="row">{text.total}</th>
              <Td numeric className="nowrap">
                {format.moneyExact(differ)}
              </Td>
              <Td numeric className="nowrap">
                {format.moneyExact(sums.debit)}
              </Td>
              <Td numeric className="nowrap">
                {format.moneyExact(sums.credit)}
              </Td>
            </tr>
          </tbody>
        </Table>
      ) : (
        <p className="muted">{text.empty}</p>
      )}
      <div className={styles.foot}>
        <Checkbox checked={zero} onChange={(event) => setZero(event.target.checked)}>
          {text.zero}
        </Checkbox>
        <p className="small muted">{text.sides}</p>
      </div>
      <Actions>
        <OutLink href={addressOf(exportBalance, { query })} download>
          {text.exportBalance}
        </OutLink>
        <OutLink href={addressOf(exportEntries, { query })} download>
          {text.exportEntries}
        </OutLink>
      </Actions>
    </Panel>
  );
}

function KindRows({ kind, rows, on }: { kind: Balance['kind']; rows: readonly Balance[]; on: string | null }) {
  const text = useText('ops-ledger').balance;
  const format = useFormat();
  const lang = useLang();
  if (rows.length === 0) return null;
  const some = (cents: number) => cents !== 0 && format.moneyExact(cents);
  return (
    <tbody>
      <tr className={styles.kind}>
        <th scope="rowgroup" colSpan={4}>
          {text.kinds[kind]}
        </th>
      </tr>
      {rows.map(({ account, nameFr, nameEn, debit, credit, balance }) => (
        <tr key={account}>
          <Th scope="row" className={styles.account}>
            <PlainLink to={`/ops/ledger/${account}${on ? `?on=${on}` : ''}`}>
              {lang === 'fr' ? nameFr : nameEn}
            </PlainLink>
          </Th>
          <Td numeric className="nowrap strong">
            {sideOf(balance.amount, text, format.moneyExact)}
          </Td>
          <Td numeric className="nowrap muted">
            {some(debit.amount)}
          </Td>
          <Td numeric className="nowrap muted">
            {some(credit.amount)}
          </Td>
        </tr>
      ))}
    </tbody>
  );
}

/** `100,00 € D`: the sum, and on which side it is. */
function sideOf(
  cents: number,
  text: ReturnType<typeof useText<'ops-ledger'>>['balance'],
  money: (cents: number) => string,
): string {
  if (cents === 0) return money(0);
  return cents > 0 ? text.debitor(money(cents)) : text.creditor(money(-cents));
}
