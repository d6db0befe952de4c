import type { AccountEntry } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Table, Td, Th } from '../../../../platform/ui/table.tsx';
import styles from './account-table.module.css';
import { CauseLink } from './cause-link.tsx';
import { transactionText } from './transaction-text.ts';

/** The entries of one account, each with its cause and the balance after it. */
export function AccountTable({ entries, label }: { entries: readonly AccountEntry[]; label: string }) {
  const { account: text, journal, balance } = useText('ops-ledger');
  const format = useFormat();
  const sideOf = (cents: number) => {
    const money = format.moneyExact(Math.abs(cents));
    return cents === 0 ? money : cents > 0 ? balance.debitor(money) : balance.creditor(money);
  };
  return (
    <Table label={label} tight>
      <thead>
        <tr>
          <Th>{text.when}</Th>
          <Th>{text.what}</Th>
          <Th numeric>{text.debit}</Th>
          <Th numeric>{text.credit}</Th>
          <Th numeric>{text.left}</Th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id} className={styles.entry}>
            <Td className="nowrap muted num">{format.stamp(entry.bookedAt)}</Td>
            <Td className={styles.what}>
              {transactionText(entry, journal, format)}
              <CauseLink cause={entry.cause} about={entry.about} />
            </Td>
            <Td numeric className="nowrap">
              {entry.amount.amount > 0 && format.moneyExact(entry.amount)}
            </Td>
            <Td numeric className="nowrap">
              {entry.amount.amount < 0 && format.moneyExact(-entry.amount.amount)}
            </Td>
            <Td numeric className="nowrap strong">
              {sideOf(entry.balanceAfter.amount)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
