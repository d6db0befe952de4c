import type { AccountEntry } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import styles from './account-entries.module.css';
import { CauseLink } from './cause-link.tsx';
import { transactionText } from './transaction-text.ts';

/** The entries of one account, each with what it was booked for and the balance after it. */
export function AccountEntries({ entries }: { entries: readonly AccountEntry[] }) {
  const { account: text, journal, balance } = useText('ops-ledger');
  const format = useFormat();
  const sideOf = (cents: number) => {
    const money = format.moneyExact(Math.abs(cents));
    return cents === 0 ? money : cents > 0 ? balance.debitor(money) : balance.creditor(money);
  };
  return (
    <ol className={styles.entries}>
      <li className={`small muted ${styles.heads}`} aria-hidden="true">
        <span>{text.when}</span>
        <span>{text.what}</span>
        <span>{text.amount}</span>
        <span>{text.left}</span>
      </li>
      {entries.map((entry) => (
        <li key={entry.id}>
          <span className="muted num">{format.stamp(entry.bookedAt)}</span>
          <div>
            {transactionText(entry, journal, format)}
            <CauseLink cause={entry.cause} about={entry.about} />
          </div>
          <span className={`num nowrap strong ${styles.amount}`}>{sideOf(entry.amount.amount)}</span>
          <span className={`num nowrap muted ${styles.after}`}>
            <span className={styles.label}>{text.left} </span>
            {sideOf(entry.balanceAfter.amount)}
          </span>
        </li>
      ))}
    </ol>
  );
}
