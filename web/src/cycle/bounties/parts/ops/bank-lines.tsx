import type { BankLine } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { bankReason } from '@fraisier/shared/cycle/bank-reasons.ts';
import type { Catalogue } from '../../../../platform/i18n/catalogues.ts';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { CheckIcon, ClockIcon, CrossIcon } from '../../../../platform/ui/icons.tsx';
import styles from './bank.module.css';

type Words = Catalogue['ops-money']['bank']['sums'];

/** What a file did or would do, in counts: what moves money first. */
export function sumsOf(words: Words) {
  return ({ lines, others }: { lines: readonly BankLine[]; others: number }): string[] => {
    const count = (...effects: BankLine['effect'][]) => lines.filter(({ effect }) => effects.includes(effect)).length;
    const open = lines.filter(({ verdict }) => verdict !== 'matched' && verdict !== 'known').length;
    const counts = [
      [count('paid', 'late', 'surplus'), words.paid],
      [count('failed'), words.failed],
      [count('returned'), words.returned],
      [count('received'), words.received],
      [open, words.open],
      [count('none'), words.known],
      [others, words.others],
    ] as const;
    const said = counts.flatMap(([number, word]) => (number > 0 ? [word(number)] : []));
    return said.length > 0 ? said : [words.nothing];
  };
}

const good: readonly BankLine['effect'][] = ['paid', 'late'];
const quiet: readonly BankLine['effect'][] = ['none', 'received'];

/** Each line: what the bank says, of whose transfer, and what it does. */
export function BankLines({ lines }: { lines: readonly BankLine[] }) {
  const text = useText('ops-money').bank;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.position}>
          <Sign line={line} />
          <Who line={line} />
          <div>
            <p className="strong">
              {line.effect === null ? text.verdicts[line.verdict] : text.effects[line.effect]}
              {line.verdict === 'known' && <span className="muted">, {text.verdicts.known.toLowerCase()}</span>}
            </p>
            {line.effect === null && <p className="small muted">{text.waits}</p>}
            <Reason line={line} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Sign({ line: { effect } }: { line: BankLine }) {
  if (effect === null) return <CrossIcon className={styles.bad} />;
  if (good.includes(effect)) return <CheckIcon className={styles.ok} />;
  return quiet.includes(effect) ? <ClockIcon className={styles.quiet} /> : <CrossIcon className={styles.bad} />;
}

/** The transfer as the shop knows it; as the bank says it where the shop knows none. */
export function Who({ line }: { line: BankLine }) {
  const text = useText('ops-money').bank;
  const format = useFormat();
  const { payment, amount } = line;
  return (
    <p>
      <b>{payment ? payment.payee : text.noPayment}</b>
      {amount && (
        <span className="num nowrap">
          {', '}
          {amount.currency === 'EUR'
            ? format.moneyExact(amount)
            : `${format.number(amount.amount / 100, 2)} ${amount.currency}`}
        </span>
      )}
      <br />
      <span className={`small muted num ${styles.end}`}>{line.endToEndId ?? line.reference}</span>
    </p>
  );
}

function Reason({ line: { reasonCode, reason, bookedOn } }: { line: BankLine }) {
  const lang = useLang();
  const format = useFormat();
  const says = [reasonCode && bankReason(reasonCode, lang).says, reason].filter(Boolean).join(' ');
  const day = bookedOn && format.day(bookedOn, { year: true });
  if (!says && !day) return null;
  return (
    <p className="small muted">
      {says}
      {reasonCode && <span className="num"> {reasonCode}</span>}
      {says && day && ', '}
      {day}
    </p>
  );
}
