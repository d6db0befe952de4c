import type { Order } from '@fraisier/shared/contracts/orders.ts';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { monthCode } from '../../../../platform/ui/month-code.ts';
import { Tag } from '../../../../platform/ui/tag.tsx';
import { OrderDetail } from './order-detail.tsx';
import styles from './orders.module.css';

const tones = {
  held: 'plain',
  paid: 'warn',
  sent: 'ok',
  lapsed: 'plain',
  cancelled: 'plain',
  refunded: 'plain',
} as const;

/** Orders one a line; arrows go from line to line, a line opens on its parcel. */
export function OrderList({ orders }: { orders: readonly Order[] }) {
  const text = useText('ops-orders');
  const [open, setOpen] = useState<string | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const rows = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-row]') ?? [])];
  // What was sent leaves the list of paid orders: the hands stay at the next one.
  useEffect(() => {
    if (next === null) return;
    rows()
      .find((row) => row.dataset.row === next)
      ?.focus();
    setNext(null);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const at = all.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, to))]?.focus();
  };
  return (
    <>
      <p className="small muted wide-only">{text.keys}</p>
      <ul ref={list} className={styles.list} aria-label={text.list} onKeyDown={onKeyDown}>
        {orders.map((order, index) => (
          <OrderRow
            key={order.id}
            order={order}
            open={open === order.id}
            onToggle={() => setOpen(open === order.id ? null : order.id)}
            onSent={() => {
              const after = orders.slice(index + 1).find((one) => one.state === 'paid') ?? null;
              setOpen(after?.id ?? null);
              setNext(after?.id ?? null);
            }}
          />
        ))}
      </ul>
    </>
  );
}

interface OrderRowProps {
  readonly order: Order;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onSent: () => void;
}

function OrderRow({ order, open, onToggle, onSent }: OrderRowProps) {
  const text = useText('ops-orders');
  const format = useFormat();
  const detailId = useId();
  const numbers = order.pieces.map((piece) => String(piece.number));
  const at = order.sentAt ?? order.paidAt ?? order.placedAt;
  return (
    <li data-ink={monthCode(order.month)} className={styles.item}>
      <button
        type="button"
        data-row={order.id}
        className={styles.row}
        aria-expanded={open}
        aria-controls={open ? detailId : undefined}
        onClick={onToggle}
      >
        <span className={`field-of-ink num ${styles.numbers}`}>
          {numbers.length > 0 ? text.numbers(format.list(numbers)) : text.noNumber}
        </span>
        <span className={styles.rest}>
          <span className={styles.who}>
            <b>{order.buyer?.name ?? order.address?.name}</b>
            <span className="small muted">
              {order.run}, {order.design.title}
            </span>
          </span>
          <span className={styles.kind}>{order.kind === 'author' && <Tag>{text.author}</Tag>}</span>
          <span className={`num nowrap ${styles.sum}`}>{format.money(order.total)}</span>
          <span className={`small muted num ${styles.at}`}>
            {format.day(at)}
            <span className="wide-only">, {format.time(at)}</span>
          </span>
          <Tag tone={tones[order.state]}>{text.states[order.state]}</Tag>
        </span>
      </button>
      {open && (
        <div id={detailId}>
          <OrderDetail order={order} onSent={onSent} />
        </div>
      )}
    </li>
  );
}
