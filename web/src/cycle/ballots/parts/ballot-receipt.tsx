import type { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Receipt, type ReceiptRow } from '../../../platform/ui/receipt.tsx';
import { monthYear } from '../../rounds/round-words.ts';
import styles from './ballot-receipt.module.css';

/** More codes than these would make the slip longer than the page. */
const CODES = 12;

export interface BallotReceiptProps {
  readonly round: Pick<Round, 'slug' | 'number'>;
  readonly ballot: ResponseOf<typeof getBallot>;
  /** Answers that have no receipt yet. */
  readonly waiting: number;
}

/** The whole ballot on a slip: counts, one line for each figure of the scale, and the code of every rating. */
export function BallotReceipt({ round, ballot, waiting }: BallotReceiptProps) {
  const { receipt: text } = useText('ballot-end');
  const { rating } = useText('platform');
  const format = useFormat();
  const { ratings } = ballot;
  const worn = ratings.filter((one) => one.wouldWear);
  const sizes = new Set(worn.map((one) => one.size));
  const [size] = sizes;
  const facts: ReceiptRow[] = [
    [text.round, text.roundOf(round.number, monthYear(round.slug, format))],
    [text.rated, ratings.length],
    [text.skipped, ballot.skipped],
    [text.wear, sizes.size === 1 && size ? text.wearIn(worn.length, size) : worn.length],
  ];
  const tallies = [5, 4, 3, 2, 1].map(
    (stars): ReceiptRow => [
      <span key={stars} className={styles.figure}>
        <b>{stars}</b> {rating.words[stars - 1]}
      </span>,
      ratings.filter((one) => one.stars === stars).length,
    ],
  );
  const codes = ratings.map((one) => one.receipt.code);
  return (
    <Receipt title={text.title} blocks={[facts, tallies]}>
      {codes.length > 0 && (
        <>
          <p className={styles.count}>{text.codes(codes.length)}</p>
          <ul className={styles.codes}>
            {codes.slice(0, CODES).map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          {codes.length > CODES && <p>{text.more(codes.length - CODES)}</p>}
        </>
      )}
      <p className={styles.use}>{waiting > 0 ? text.waiting : text.use}</p>
    </Receipt>
  );
}
