import type { listOrders } from '@fraisier/shared/contracts/orders.ts';
import { altOf } from '../../cycle/submissions/card-words.ts';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Section } from '../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { Tee } from '../../platform/ui/tee.tsx';
import type { Found } from '../found.ts';
import styles from './notebook.module.css';

export function NotebookOrders({ found }: { found: Found<typeof listOrders> }) {
  const { notebook: text } = useText('account');
  const format = useFormat();
  const lang = useLang();
  const items = found.data?.items ?? [];
  return (
    <Section id="orders" title={text.orders.title}>
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {!found.data && !found.error && <Loading />}
      {found.data && items.length === 0 && (
        <Empty title={text.orders.none}>
          <p className="muted">{text.orders.noneText}</p>
          <Link to="/runs">{text.orders.noneLink}</Link>
        </Empty>
      )}
      <ul className={`${styles.rows} ${styles.pieces}`}>
        {items.map((order) => (
          <li key={order.id} data-ink={order.run.slice(5, 7)}>
            <span className={`field-of-ink ${styles.shirt}`}>
              <Tee
                small
                fabric={order.pieces[0]?.fabric ?? order.design.fabric}
                pictures={order.design.pictures}
                alt={altOf(order.design, lang)}
                sizes="(max-width: 56.25rem) 48px, 72px"
              />
            </span>
            <div>
              <p className="d4" lang="fr">
                <PlainLink to={`/orders/${order.id}`}>{order.design.title}</PlainLink>
              </p>
              <p className="muted num">
                {text.orders.pieces(
                  order.pieces.map(({ number }) => format.number(number)),
                  format.number(order.runSize),
                  format.list,
                )}
              </p>
            </div>
            <p>
              <b>{text.orders.states[order.state]}</b>
              <span className="small muted">
                {' '}
                {format.day(order.sentAt ?? order.paidAt ?? order.placedAt, { year: true })}
              </span>
            </p>
            <p className={styles.links}>
              <span className="num">{order.kind === 'author' ? text.orders.author : format.money(order.total)}</span>
              <Link to={`/orders/${order.id}`}>{order.state === 'held' ? text.orders.pay : text.orders.see}</Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
