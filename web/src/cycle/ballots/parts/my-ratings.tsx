import type { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Flat } from '../../../platform/ui/flat.tsx';
import { Section } from '../../../platform/ui/layout.tsx';
import { Link, PlainLink } from '../../../platform/ui/link.tsx';
import { altOf } from '../../submissions/card-words.ts';
import styles from './my-ratings.module.css';
import { ReceiptActs } from './receipt-acts.tsx';

export interface MyRatingsProps {
  readonly ballot: ResponseOf<typeof getBallot>;
  readonly isFinal: boolean;
  /** Absent when the vote is over. */
  readonly onChange?: (design: string) => void;
}

/** Every rating of this ballot with its receipt, to keep and to change. */
export function MyRatings({ ballot, isFinal, onChange }: MyRatingsProps) {
  const { mine: text } = useText('ballot-end');
  const words = useText('ballot');
  const { rating } = useText('platform');
  const lang = useLang();
  const format = useFormat();
  const { ratings } = ballot;
  if (ratings.length === 0) return null;
  return (
    <Section id="mine" title={text.title} aside={<ReceiptActs ballot={ballot} />} className={styles.mine}>
      <p className={styles.intro}>
        {text.intro(ratings.length)} {isFinal && onChange && text.finalIntro}
      </p>
      <ul className={styles.list}>
        {ratings.map(({ card, stars, wouldWear, size, note, receipt, index, covered }) => (
          <li key={card.id} className={styles.row}>
            <PlainLink to={`/designs/${card.id}`} className={styles.picture} tabIndex={-1} aria-hidden="true">
              <Flat tight fabric={card.fabric} pictures={card.pictures} alt={altOf(card, lang)} sizes="72px" />
            </PlainLink>
            <div className={styles.name}>
              <h3 className="d2" lang="fr">
                <PlainLink to={`/designs/${card.id}`}>{card.title}</PlainLink>
              </h3>
              {note && <p className={`small muted ${styles.note}`}>{note}</p>}
            </div>
            <p className={styles.rating}>
              <b className={styles.stars}>{stars}</b> {rating.words[stars - 1]}
            </p>
            <p className={styles.wear}>{wouldWear && (size ? `${words.wear}, ${size}` : words.wear)}</p>
            <p className={styles.code}>
              <span className="unseen">{text.columns.code} </span>
              {receipt.code}
              <span className={styles.place}>
                {covered && index !== null ? text.line(format.number(index + 1)) : text.next}
              </span>
            </p>
            {onChange && (
              <button
                type="button"
                className={styles.change}
                data-change={card.id}
                aria-label={text.changeOf(card.title)}
                onClick={() => onChange(card.id)}
              >
                {text.change}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className={`small muted ${styles.proof}`}>
        {text.proof} <Link to={`/verify?round=${ballot.round}&receipts=mine`}>{text.verify}</Link>
      </p>
    </Section>
  );
}
