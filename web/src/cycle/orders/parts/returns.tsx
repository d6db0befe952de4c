import type { Order } from '@fraisier/shared/contracts/orders.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Actions } from '../../../platform/ui/layout.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import styles from './parcel.module.css';

/** What may be sent back, and what may not: said on the order as it was before payment. */
export function Returns({ order }: { order: Order }) {
  const text = useText('order').returns;
  const format = useFormat();
  const labelled = order.pieces.filter((piece) => piece.label !== null).map((piece) => format.number(piece.number));
  if (order.kind === 'author') {
    return (
      <section className={styles.parcel}>
        <h2 className="d3">{text.write}</h2>
        <p className="prose">{text.answer}</p>
        <p>
          <Link to="/contact">{text.write}</Link>
        </p>
      </section>
    );
  }
  return (
    <section className={styles.parcel}>
      <h2 className="d3">{text.title}</h2>
      {labelled.length < order.pieces.length && <p className="prose">{text.text}</p>}
      {labelled.length > 0 && <Note tone="warn">{text.labelled(format.list(labelled), labelled.length)}</Note>}
      <Actions>
        <Link to="/contact">{text.write}</Link>
        <Link to="/pages/terms">{text.terms}</Link>
      </Actions>
      <p className="small muted">{text.answer}</p>
    </section>
  );
}
