import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import styles from '../result-page.module.css';

export interface RankIntervalProps {
  readonly rank: number;
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** The margin of a rank in a line of a table: the axis of `RankBand`, small. */
export function RankInterval({ rank, from, to, of }: RankIntervalProps) {
  const { table } = useText('result');
  const format = useFormat();
  const at = (place: number) => (of <= 1 ? 0 : (100 * Math.log(place)) / Math.log(of));
  const width = at(to) - at(from);
  const least = 2.5;
  const x = width < least ? at(from) + (width - least) / 2 : at(from);
  const percent = (share: number) => `${share.toFixed(2)}%`;
  const place = (one: number) => format.ordinal(one, 'f');
  return (
    <span className={styles.band}>
      <svg aria-hidden="true">
        <line className={styles.line} x1="0" x2="100%" y1="9" y2="9" />
        <rect className={styles.zone} x={percent(x)} y="4" width={percent(Math.max(least, width))} height="10" />
        <line className={styles.point} x1={percent(at(rank))} x2={percent(at(rank))} y1="1" y2="17" />
      </svg>
      <span className="small muted num nowrap" aria-hidden="true">
        {from === to ? place(from) : `${from}–${place(to)}`}
      </span>
      <span className="unseen">{table.bandLabel(place(from), place(to))}</span>
    </span>
  );
}
