import { getOrder, type Order } from '@fraisier/shared/contracts/orders.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { useParams } from 'wouter';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Awaiting } from '../../platform/ui/awaiting.tsx';
import { Cell, Grid, Halves, Wrap } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { monthCode } from '../../platform/ui/month-code.ts';
import { Tee } from '../../platform/ui/tee.tsx';
import { RecommendForm } from '../feedback/parts/recommend-form.tsx';
import { Fraction } from '../runs/parts/fraction.tsx';
import { shirtSizes } from '../runs/shirt-sizes.ts';
import { altOf } from '../submissions/card-words.ts';
import { onShirt } from '../submissions/on-shirt.ts';
import styles from './order-page.module.css';
import { OrderMoney } from './parts/order-money.tsx';
import { OrderPieces } from './parts/order-pieces.tsx';
import { OrderStanding } from './parts/order-standing.tsx';
import { Parcel } from './parts/parcel.tsx';
import { Returns } from './parts/returns.tsx';

/** One order: its numbers large, where it is, what it cost, and what can still be done. */
export function Page() {
  const { order: id = '' } = useParams();
  const order = useCall(getOrder, { params: { order: id } });
  if (order.data) return <OrderSheet order={order.data} />;
  return <Awaiting found={order} frames={2} />;
}

function OrderSheet({ order }: { order: Order }) {
  const text = useText('order');
  const format = useFormat();
  const lang = useLang();
  const me = useCall(getMe).data;
  const { design, pieces } = order;
  // Only operators are told whose order it is; to its owner it needs no saying.
  const isOwn = order.buyer === null || order.buyer.email === me?.email;
  const isLive = order.state === 'paid' || order.state === 'sent';
  return (
    <div data-ink={monthCode(order.month)}>
      <Halves
        ground="ink"
        share="6/6"
        picture={
          <Tee
            fabric={pieces[0]?.fabric ?? design.fabric}
            {...onShirt(design)}
            placeholder={design.placeholder}
            alt={altOf(design, lang)}
            sizes={shirtSizes}
            priority
          />
        }
      >
        <header>
          <p className="muted">
            {order.kind === 'author' ? text.authors : text.placed(format.day(order.placedAt, { year: true }))}
          </p>
          <h1 className={`d4 ${styles.title}`}>{design.title}</h1>
          {!isOwn && order.buyer && <p className="muted">{text.buyer(order.buyer.name || order.buyer.email)}</p>}
        </header>
        <Fraction
          numbers={pieces.map((piece) => piece.number)}
          of={order.runSize}
          label={text.numbers(
            pieces.length,
            format.list(pieces.map((piece) => format.number(piece.number))),
            format.number(order.runSize),
          )}
        />
        <OrderStanding order={order} />
        <p>
          <Link to={`/runs/${order.run}`}>{text.run}</Link>
        </p>
      </Halves>
      <Wrap className={styles.details}>
        <Grid>
          <Cell span={7}>
            <OrderPieces pieces={pieces} />
          </Cell>
          <Cell span={4} start={9}>
            <OrderMoney order={order} />
          </Cell>
          <Cell span={7}>{isLive && isOwn && <Returns order={order} />}</Cell>
          <Cell span={4} start={9}>
            <Parcel order={order} />
          </Cell>
          {order.state === 'sent' && isOwn && (
            <Cell span={12} className={styles.recommend}>
              <RecommendForm order={order} />
            </Cell>
          )}
        </Grid>
      </Wrap>
    </div>
  );
}
