import { getOrder, getSandboxPayment, settleSandboxPayment } from '@fraisier/shared/contracts/orders.ts';
import { getRun } from '@fraisier/shared/contracts/runs.ts';
import { useEffect, useRef } from 'react';
import { useParams } from 'wouter';
import { Bare } from '../../platform/app/bare.tsx';
import { goTo } from '../../platform/app/go-to.ts';
import { useLang, useText } from '../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { BackIcon } from '../../platform/ui/icons.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { endAttempt, tabStorage } from '../runs/attempt.ts';
import { PaymentSlip } from './parts/payment-slip.tsx';
import styles from './pay-page.module.css';

/** Holds lapse by the minute: looked at as often, and no second is shown. */
const LOOK_AGAIN = 60_000;

/** The sandbox: a bank on which one plays the bank. It says so before anything else. */
export function Page() {
  const text = useText('order').bank;
  const { payment: id = '' } = useParams();
  const payment = useCall(getSandboxPayment, { params: { payment: id } });
  const orderId = payment.data?.order;
  return (
    <Bare>
      <div className={styles.bank}>
        <header>
          <div className={styles.top}>
            <b className="d3">{text.title}</b>
            {orderId && (
              <Link to={`/orders/${orderId}`} className={styles.back}>
                <BackIcon /> {text.back}
              </Link>
            )}
          </div>
          <p className={styles.warning}>{text.warning}</p>
        </header>
        <main id="main" tabIndex={-1} className={styles.main}>
          {payment.data ? (
            <Payment payment={payment.data} onLook={() => void payment.refetch()} />
          ) : (
            <Awaiting found={payment} />
          )}
        </main>
      </div>
    </Bare>
  );
}

type SandboxPayment = NonNullable<ReturnType<typeof useCall<typeof getSandboxPayment>>['data']>;

function Payment({ payment, onLook }: { payment: SandboxPayment; onLook: () => void }) {
  const lang = useLang();
  const order = useCall(getOrder, { params: { order: payment.order } });
  const failure = useRef<HTMLDivElement>(null);
  const settle = useAct(settleSandboxPayment, {
    invalidates: [getSandboxPayment, getOrder, getRun],
    onDone: ({ order: settled, payment: done }) => {
      if (done.state !== 'succeeded') {
        requestAnimationFrame(() => failure.current?.focus());
        return;
      }
      endAttempt(tabStorage(), settled.run);
      goTo(`/${lang}/orders/${settled.id}`, { replace: true });
    },
  });
  const isHeld = payment.heldUntil !== null;
  useEffect(() => {
    if (!isHeld) return;
    const timer = setInterval(onLook, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [isHeld, onLook]);
  if (!order.data) return <Awaiting found={order} />;
  return (
    <div data-ink={monthCode(order.data.month)} className={styles.sheet}>
      <PaymentSlip
        ref={failure}
        payment={payment}
        order={order.data}
        error={settle.error}
        answering={settle.isPending ? (settle.variables.body.outcome as 'success' | 'failure') : null}
        onAnswer={(outcome) => settle.mutate({ params: { payment: payment.id }, body: { outcome } })}
      />
    </div>
  );
}
