import { getLedger } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { MoreButton } from '../../../../platform/ui/ops/more-button.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { usePages } from '../../../../platform/ui/ops/use-pages.ts';
import { CauseLink } from './cause-link.tsx';
import styles from './journal-panel.module.css';
import { transactionText } from './transaction-text.ts';

export interface JournalPanelProps {
  readonly input: { readonly query: { readonly on?: string } };
  readonly accounts: readonly { readonly account: string; readonly nameFr: string; readonly nameEn: string }[];
}

/** Every transaction with its entries and its cause, newest first. */
export function JournalPanel({ input, accounts }: JournalPanelProps) {
  const text = useText('ops-ledger').journal;
  const format = useFormat();
  const lang = useLang();
  const pages = usePages(getLedger, input);
  const nameOf = (code: string) => {
    const account = accounts.find((one) => one.account === code);
    return account ? (lang === 'fr' ? account.nameFr : account.nameEn) : code;
  };
  return (
    <Panel title={text.title}>
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
              <div className={styles.inside}>
                <ul className={`num ${styles.entries}`}>
                  {transaction.entries.map(({ account, amount }) => (
                    <li key={`${account} ${amount.amount}`} className={styles.entry}>
                      <PlainLink to={`/ops/ledger/${account}`}>{nameOf(account)}</PlainLink>
                      <span>{amount.amount > 0 && format.moneyExact(amount)}</span>
                      <span>{amount.amount < 0 && format.moneyExact(-amount.amount)}</span>
                    </li>
                  ))}
                </ul>
                <CauseLink cause={transaction.cause} about={transaction.about} />
              </div>
            </details>
          </li>
        ))}
      </ol>
      <MoreButton pages={pages} />
    </Panel>
  );
}

/** What a transaction moves: its debit, which is its credit too. */
function sumOf(entries: readonly { amount: { amount: number } }[]): number {
  return entries.reduce((sum, { amount }) => sum + Math.max(0, amount.amount), 0);
}
