import { listOrders } from '@fraisier/shared/contracts/orders.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { Note } from '../../../platform/ui/note.tsx';
import { PayButton } from '../../orders/parts/pay-button.tsx';
import styles from './held-orders.module.css';

/** Pieces that this member holds and has not paid: nobody should order twice for having lost a tab. */
export function HeldOrders({ run }: { run: string }) {
  const text = useText('run').waiting;
  const format = useFormat();
  const held = useCall(listOrders, { query: { run, state: 'held' } });
  return held.data?.items.map(
    (order) =>
      order.payUrl &&
      order.heldUntil && (
        <Note
          key={order.id}
          tone="warn"
          title={text.title(order.pieces.length, format.list(order.pieces.map((piece) => format.number(piece.number))))}
        >
          {text.text(order.pieces.length, format.time(order.heldUntil))}
          <span className={styles.act}>
            <PayButton url={order.payUrl} small>
              {text.pay}
            </PayButton>
          </span>
        </Note>
      ),
  );
}
