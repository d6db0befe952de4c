import type { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Flat } from '../../../platform/ui/flat.tsx';
import { PlainLink } from '../../../platform/ui/link.tsx';
import styles from './loved.module.css';

/** The designs that got a five. */
export function Loved({ ratings }: { ratings: ResponseOf<typeof getBallot>['ratings'] }) {
  const text = useText('ballot-end');
  const loved = ratings.filter((rating) => rating.stars === 5);
  if (loved.length === 0) return null;
  return (
    <section aria-label={text.done.loved(loved.length)}>
      <h2 className={styles.title}>{text.done.loved(loved.length)}</h2>
      <ul className={styles.row}>
        {loved.map(({ card }) => (
          <li key={card.id}>
            <PlainLink to={`/designs/${card.id}`}>
              <span className="unseen">{card.title}</span>
              <Flat fabric={card.fabric} pictures={card.pictures} alt="" sizes="140px" />
            </PlainLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
