import type { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Flat } from '../../../platform/ui/flat.tsx';
import { PlainLink } from '../../../platform/ui/link.tsx';
import { altOf } from '../../submissions/card-words.ts';
import styles from './loved.module.css';

/** The designs that got a five. */
export function Loved({ ratings }: { ratings: ResponseOf<typeof getBallot>['ratings'] }) {
  const text = useText('ballot');
  const lang = useLang();
  const loved = ratings.filter((rating) => rating.stars === 5);
  if (loved.length === 0) return null;
  return (
    <section aria-label={text.done.loved(loved.length)}>
      <h2 className={styles.title}>{text.done.loved(loved.length)}</h2>
      <ul className={styles.row}>
        {loved.map(({ card }) => (
          <li key={card.id}>
            <PlainLink to={`/designs/${card.id}`} aria-label={card.title}>
              <Flat fabric={card.fabric} pictures={card.pictures} alt={altOf(card, lang)} sizes="140px" />
            </PlainLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
