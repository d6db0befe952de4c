import type { Order } from '@fraisier/shared/contracts/orders.ts';
import { AddressLines } from '../../../people/parts/address-fields.tsx';
import { useText } from '../../../platform/i18n/use-text.ts';
import { OutLink } from '../../../platform/ui/link.tsx';
import styles from './parcel.module.css';

/** Where it goes, and how to follow it. */
export function Parcel({ order }: { order: Order }) {
  const text = useText('order').address;
  const { tracking } = order;
  const isAddress = tracking !== null && /^https:\/\//.test(tracking);
  return (
    <section className={styles.parcel}>
      <h2 className="d3">{text.title}</h2>
      {order.address ? <AddressLines address={order.address} /> : <p className="muted">{text.none}</p>}
      {order.state === 'sent' && (
        <p>
          {tracking === null ? (
            <span className="muted">{text.noTracking}</span>
          ) : (
            <>
              {text.tracking}{' '}
              {isAddress ? (
                <OutLink href={tracking} rel="noreferrer">
                  {tracking}
                </OutLink>
              ) : (
                <b className="num">{tracking}</b>
              )}
            </>
          )}
        </p>
      )}
    </section>
  );
}
