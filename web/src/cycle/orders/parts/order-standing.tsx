import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import type { Order } from '@fraisier/shared/contracts/orders.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { ButtonLink } from '../../../platform/ui/button.tsx';
import { Stack } from '../../../platform/ui/layout.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { Steps } from '../../../platform/ui/steps.tsx';
import { orderStep } from '../order-step.ts';
import styles from './order-standing.module.css';
import { PayButton } from './pay-button.tsx';

/** Where an order is, in steps and in a sentence, and what can be done now. */
export function OrderStanding({ order }: { order: Order }) {
  const text = useText('order');
  const format = useFormat();
  const step = orderStep(order);
  return (
    <Stack gap={5}>
      {step !== null && order.kind === 'sale' && <Steps steps={text.steps} current={step} />}
      <div role="status" className={styles.said}>
        <Sentence order={order} />
      </div>
      {order.state === 'held' && order.payUrl && (
        <div>
          <PayButton url={order.payUrl}>{text.pay(format.money(order.total))}</PayButton>
        </div>
      )}
      {order.state === 'lapsed' && (
        <div>
          <ButtonLink to={`/runs/${order.run}`}>{text.state.lapsed.again}</ButtonLink>
        </div>
      )}
      {order.kind === 'author' && order.state === 'paid' && !order.printingSince && <ChooseSize order={order} />}
    </Stack>
  );
}

function Sentence({ order }: { order: Order }) {
  const { state } = useText('order');
  const format = useFormat();
  const count = order.pieces.length;
  const said = () => {
    switch (order.state) {
      case 'held':
        return {
          title: state.held.title(count),
          text: order.heldUntil && state.held.text(count, format.time(order.heldUntil)),
        };
      case 'paid':
        if (order.printingSince) {
          return {
            title: state.printing.title(count),
            text: state.printing.text(count, format.day(order.printingSince, { year: true })),
          };
        }
        if (order.kind === 'author') return state.author;
        return {
          title: state.paid.title(count),
          text: order.paidAt && state.paid.text(format.day(order.paidAt, { year: true })),
        };
      case 'sent':
        return {
          title: state.sent.title(count),
          text: order.sentAt && state.sent.text(format.day(order.sentAt, { year: true })),
        };
      default:
        return state[order.state];
    }
  };
  const { title, text } = said();
  return (
    <>
      <h2 className="d3">{title}</h2>
      {text && <p className="prose">{text}</p>}
    </>
  );
}

/** The designer chooses, and chooses anew, on the page of their bounty, which holds this shirt. */
function ChooseSize({ order }: { order: Order }) {
  const text = useText('order').state.author;
  const bounty = useCall(listBounties).data?.items.find((one) => one.shirt?.order === order.id);
  const isChosen = Boolean(order.pieces[0]?.size);
  return (
    <>
      {!isChosen && <Note tone="warn">{text.size}</Note>}
      {bounty && (
        <div>
          <ButtonLink to={`/bounties/${bounty.id}`} kind={isChosen ? 'line' : 'fraise'}>
            {isChosen ? text.change : text.choose}
          </ButtonLink>
        </div>
      )}
    </>
  );
}
