import { downloadInvoice, type Order } from '@fraisier/shared/contracts/orders.ts';
import { addressOf } from '../../../platform/api.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { DownloadIcon } from '../../../platform/ui/icons.tsx';
import { OutLink } from '../../../platform/ui/link.tsx';
import { Sums } from '../../runs/parts/sums.tsx';
import styles from './order-money.module.css';

/** What the order came to, with the VAT in it, and the invoice. */
export function OrderMoney({ order }: { order: Order }) {
  const text = useText('order').money;
  const format = useFormat();
  const sum = {
    held: text.toPay,
    paid: text.paid,
    sent: text.paid,
    refunded: text.refunded,
    lapsed: text.sum,
    cancelled: text.sum,
  }[order.state];
  return (
    <section className={styles.money}>
      <h2 className="d3">{text.title}</h2>
      {order.kind === 'author' ? (
        <p>{text.free}</p>
      ) : (
        <Sums
          rows={[
            [text.pieces(order.pieces.length), format.moneyExact(order.piecesPrice)],
            [text.shipping, format.moneyExact(order.shipping)],
          ]}
          total={[sum, format.moneyExact(order.total)]}
          vat={[text.vat, format.moneyExact(order.vat)]}
        />
      )}
      {order.invoice && (
        <OutLink href={addressOf(downloadInvoice, { params: { order: order.id } })} download className={styles.invoice}>
          <DownloadIcon /> {text.invoice(order.invoice.number)}
        </OutLink>
      )}
    </section>
  );
}
