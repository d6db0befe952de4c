import type { getSandboxPayment, Order } from '@fraisier/shared/contracts/orders.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import type { Ref } from 'react';
import { ApiProblem } from '../../../platform/api.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { Button, ButtonLink } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { Receipt } from '../../../platform/ui/receipt.tsx';
import styles from './payment-slip.module.css';

type Outcome = 'success' | 'failure';

export interface PaymentSlipProps {
  readonly payment: ResponseOf<typeof getSandboxPayment>;
  readonly order: Order;
  readonly error: unknown;
  readonly answering: Outcome | null;
  readonly onAnswer: (outcome: Outcome) => void;
  /** Where a refusal is said: it takes the focus. */
  readonly ref: Ref<HTMLDivElement>;
}

/** What is to be paid, and the two answers a bank can give. */
export function PaymentSlip({ payment, order, error, answering, onAnswer, ref }: PaymentSlipProps) {
  const text = useText('order').bank;
  const format = useFormat();
  const shop = useCall(getShop).data;
  const numbers = format.list(order.pieces.map((piece) => format.number(piece.number)));
  const amount = format.moneyExact(payment.amount);
  return (
    <div className={styles.slip}>
      <h1 className="unseen">
        {text.title}. {text.amount} {amount}
      </h1>
      <Receipt
        title={text.title}
        blocks={[
          [
            ...(shop ? ([[text.to, shop.name]] as const) : []),
            [text.what, text.piecesOf(numbers, format.number(order.runSize), order.design.title)],
            ...(payment.heldUntil ? ([[text.heldUntil, format.time(payment.heldUntil)]] as const) : []),
          ],
        ]}
      >
        <p className={styles.amount}>
          <span>{text.amount}</span>
          <b className="figure">{amount}</b>
        </p>
      </Receipt>
      <Answer {...{ payment, order, error, answering, onAnswer, ref }} />
    </div>
  );
}

function Answer({ payment, order, error, answering, onAnswer, ref }: PaymentSlipProps) {
  const text = useText('order').bank;
  const format = useFormat();
  const isLapsed = error instanceof ApiProblem && error.code === 'order_lapsed';
  const isGivenBack =
    (isLapsed && error.reasons.some((reason) => reason.code === 'payment_given_back')) ||
    payment.state === 'refund_due' ||
    payment.state === 'refunded';
  if (payment.state === 'succeeded') {
    return (
      <div className={styles.answer}>
        <Note tone="ok" title={text.paid} role="status">
          {text.paidText}
        </Note>
        <ButtonLink to={`/orders/${order.id}`} wide>
          {text.see}
        </ButtonLink>
      </div>
    );
  }
  if (payment.heldUntil === null || isLapsed) {
    return (
      <div className={styles.answer}>
        <Note tone="bad" title={text.lapsed} role="alert">
          {isGivenBack ? text.givenBack : text.lapsedText}
        </Note>
        <ButtonLink to={`/runs/${order.run}`} wide>
          {text.again}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div className={styles.answer}>
      <div ref={ref} tabIndex={-1} className={styles.failure}>
        {payment.state === 'failed' && (
          <Note tone="bad" role="alert">
            {text.failed} {text.retry(format.time(payment.heldUntil))}
          </Note>
        )}
        <ErrorNote error={error} />
      </div>
      <Button wide busy={answering === 'success'} onClick={() => answering === null && onAnswer('success')}>
        {answering === 'success' ? text.accepting : text.accept}
      </Button>
      <Button wide kind="line" busy={answering === 'failure'} onClick={() => answering === null && onAnswer('failure')}>
        {answering === 'failure' ? text.accepting : text.refuse}
      </Button>
    </div>
  );
}
