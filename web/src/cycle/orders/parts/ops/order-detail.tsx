import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getOrder, listOrders, type Order, sendOrder } from '@fraisier/shared/contracts/orders.ts';
import { cuts } from '@fraisier/shared/cycle/garments.ts';
import { type FormEvent, useState } from 'react';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Input } from '../../../../platform/ui/input.tsx';
import { OutLink, PlainLink } from '../../../../platform/ui/link.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { fabricName } from '../../../submissions/card-words.ts';
import styles from './orders.module.css';

/** The parcel of an order: what goes in, where it goes, and that it left. */
export function OrderDetail({ order, onSent }: { order: Order; onSent: () => void }) {
  const text = useText('ops-orders');
  const format = useFormat();
  const lang = useLang();
  const { address, buyer } = order;
  const moments = [
    text.placed(format.stamp(order.placedAt)),
    ...(order.paidAt ? [text.paid(format.stamp(order.paidAt))] : []),
    ...(order.printingSince ? [text.printed(format.stamp(order.printingSince))] : []),
    ...(order.sentAt ? [text.sent(format.stamp(order.sentAt))] : []),
  ];
  return (
    <div className={styles.detail}>
      <section>
        <h2 className="strong">{text.pieces}</h2>
        <ul className="num">
          {order.pieces.map(({ number, size, cut, fabric, label }) => (
            <li key={number}>
              {size && cut && fabric
                ? text.piece(
                    number,
                    size,
                    cuts[cut][lang === 'fr' ? 'nameFr' : 'nameEn'].toLowerCase(),
                    fabricName(fabric, lang).toLowerCase(),
                  )
                : text.unsized(number)}
              {label && `, ${text.label(label)}`}
            </li>
          ))}
        </ul>
        <p className="small muted">{moments.join(', ')}</p>
      </section>
      <section>
        <h2 className="strong">{text.address}</h2>
        {address ? (
          <address className={styles.address}>
            {[address.name, address.line1, address.line2, `${address.postalCode} ${address.city}`, address.country]
              .filter(Boolean)
              .join('\n')}
          </address>
        ) : (
          <p className="muted">{text.noAddress}</p>
        )}
        {buyer && (
          <p className="small">
            <span className="muted">{text.buyer}</span> {buyer.name}
            <br />
            <OutLink href={`mailto:${buyer.email}`}>{buyer.email}</OutLink>
          </p>
        )}
      </section>
      <section>
        <h2 className="strong">{text.money}</h2>
        <p className="num">
          {format.moneyExact(order.total)}{' '}
          <span className="muted">{text.shipping(format.moneyExact(order.shipping))}</span>
        </p>
        <p className={styles.links}>
          {order.invoice && (
            <OutLink href={order.invoice.url} download>
              {text.invoice(order.invoice.number)}
            </OutLink>
          )}
          <PlainLink to={`/orders/${order.id}`}>{text.page}</PlainLink>
        </p>
        {order.tracking && <p className="num">{text.tracked(order.tracking)}</p>}
      </section>
      {order.state === 'paid' && <SendForm order={order} onSent={onSent} />}
    </div>
  );
}

const TRACKING = 80;

function SendForm({ order, onSent }: { order: Order; onSent: () => void }) {
  const text = useText('ops-orders');
  const { unsaid } = useText('ops');
  const [tracking, setTracking] = useState('');
  const send = useAct(sendOrder, {
    invalidates: [listOrders, getOrder, getDesk],
    onDone: () => {
      toast(text.done(order.buyer?.name ?? order.address?.name ?? ''));
      onSent();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = tracking.trim();
    send.mutate({ params: { order: order.id }, body: given ? { tracking: given } : {} });
  };
  const states = text.states as Partial<Record<string, string>>;
  return (
    <form className={styles.send} onSubmit={submit}>
      <Input
        label={text.tracking}
        hint={text.trackingHint}
        optional
        maxLength={TRACKING}
        value={tracking}
        onChange={(event) => setTracking(event.target.value)}
      />
      <ErrorNote
        error={send.error}
        reason={({ code, detail = '' }) =>
          text.reasons[code]?.(states[detail]?.toLowerCase() ?? detail) ?? unsaid(code)
        }
      />
      <div>
        <Button type="submit" kind="ink" wideOnPhone busy={send.isPending}>
          {text.send}
        </Button>
      </div>
    </form>
  );
}
