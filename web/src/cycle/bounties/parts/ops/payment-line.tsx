import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { bankReason } from '@fraisier/shared/cycle/bank-reasons.ts';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Tag } from '../../../../platform/ui/tag.tsx';
import styles from './payouts.module.css';

export type Payment = Payout['payments'][number];

const tones = {
  exported: 'warn',
  paid: 'ok',
  failed: 'bad',
  cancelled: 'plain',
  stopped: 'bad',
  surplus: 'bad',
} as const;

export interface PaymentLineProps {
  readonly payment: Payment;
  readonly canSettle: boolean;
  readonly onSettle: (outcome: 'paid' | 'failed') => void;
}

/** One transfer: to whom, how much, what the bank says of it, and what comes next when it failed. */
export function PaymentLine({ payment, canSettle, onSettle }: PaymentLineProps) {
  const text = useText('ops-money').payouts;
  const format = useFormat();
  const { state } = payment;
  const open = state === 'exported' || state === 'stopped';
  return (
    <li id={payment.endToEndId} className={styles.payment}>
      <p>
        <b>{payment.payee}</b>, {payment.ibanMasked}
        <br />
        <span className={`small muted num ${styles.end}`}>{payment.endToEndId}</span>
      </p>
      <span className="num nowrap strong">{format.moneyExact(payment.amount)}</span>
      <div className={styles.answer}>
        <Tag tone={tones[state]}>{text.states[state]}</Tag>
        <p className="small muted">
          {payment.bookedOn
            ? text.bank.booked(format.day(payment.bookedOn))
            : open
              ? payment.bankStatus && text.bank.received
              : payment.settledAt && text.settledAt(format.stamp(payment.settledAt))}
        </p>
        {open && canSettle && (
          <details className={styles.byHand}>
            <summary className="small">{text.byHand}</summary>
            <Button kind="line" small onClick={() => onSettle('paid')}>
              {text.paid}
              <span className="unseen"> {payment.payee}</span>
            </Button>
            <Button kind="line" small onClick={() => onSettle('failed')}>
              {text.failed}
              <span className="unseen"> {payment.payee}</span>
            </Button>
          </details>
        )}
      </div>
      {state === 'failed' && <Why payment={payment} />}
    </li>
  );
}

/** The bank's reason in words, and whose turn it is. */
export function Why({ payment }: { payment: Pick<Payment, 'reason' | 'reasonCode'> }) {
  const { next } = useText('ops-money').payouts;
  const lang = useLang();
  const known = payment.reasonCode ? bankReason(payment.reasonCode, lang) : null;
  return (
    <p className={styles.why}>
      <b>{[known?.says, payment.reason].filter(Boolean).join(' ')}</b>
      {payment.reasonCode && <span className="muted num"> {payment.reasonCode}</span>}
      <br />
      {next[known?.next ?? 'payee_account']}
    </p>
  );
}
