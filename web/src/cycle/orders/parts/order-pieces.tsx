import type { Order } from '@fraisier/shared/contracts/orders.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Woven } from '../../../platform/ui/woven.tsx';
import { cutName } from '../../runs/run-words.ts';
import { fabricName } from '../../submissions/card-words.ts';
import styles from './order-pieces.module.css';

/** Each shirt of the parcel: its number, what was chosen, its label as it is sewn. */
export function OrderPieces({ pieces }: { pieces: Order['pieces'] }) {
  const text = useText('order').pieces;
  const format = useFormat();
  const lang = useLang();
  return (
    <section className={styles.pieces}>
      <h2 className="d3">{text.title}</h2>
      <ul>
        {pieces.map((piece) => (
          <li key={piece.number}>
            <p className="d2 num">
              {text.number} {format.number(piece.number)}
            </p>
            <p>
              {[
                piece.size ?? text.noSize,
                piece.cut && cutName(piece.cut, lang).toLowerCase(),
                piece.fabric && fabricName(piece.fabric, lang).toLowerCase(),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            <div className={styles.label}>
              <span className="unseen">{text.label} </span>
              {piece.label ? <Woven text={piece.label} /> : <span className="small muted">{text.noLabel}</span>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
