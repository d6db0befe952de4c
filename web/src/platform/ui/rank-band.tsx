import { useFormat } from '../i18n/use-text.ts';
import { Ordinal } from './ordinal.tsx';
import styles from './rank-band.module.css';

export interface RankBandProps {
  readonly rank: number;
  /** The margin: the places that chance alone could have given. */
  readonly from: number;
  readonly to: number;
  /** Of how many. */
  readonly of: number;
  /** The whole in words. */
  readonly label: string;
}

/** Percent of the axis. */
const LEAST = 1.5;

/** A rank with its margin, on a logarithmic axis: the first places have room. */
export function RankBand({ rank, from, to, of, label }: RankBandProps) {
  const format = useFormat();
  const at = (place: number) => (of <= 1 ? 0 : (100 * Math.log(place)) / Math.log(of));
  const ticks = [2, 5, 10, 20, 40, 80, 160, 320, 640].filter((place) => place < of * 0.75);
  const width = at(to) - at(from);
  // A margin of one place is drawn around it.
  const x = width < LEAST ? at(from) + (width - LEAST) / 2 : at(from);
  const percent = (place: number) => `${at(place).toFixed(2)}%`;
  return (
    <div className={styles.band} role="img" aria-label={label}>
      <svg className={styles.axis} aria-hidden="true">
        <rect
          className={styles.margin}
          x={`${x.toFixed(2)}%`}
          y="24"
          width={`${Math.max(LEAST, width).toFixed(2)}%`}
          height="22"
        />
        <line className={styles.line} x1="0" x2="100%" y1="35" y2="35" />
        {[1, ...ticks, of].map((place) => (
          <line key={place} className={styles.tick} x1={percent(place)} x2={percent(place)} y1="28" y2="42" />
        ))}
        <line className={styles.point} x1={percent(rank)} x2={percent(rank)} y1="19" y2="51" />
        <text className={styles.rank} x={percent(rank)} y="12" textAnchor={anchorOf(at(rank))}>
          {format.ordinal(rank)}
        </text>
        {ticks.map((place) => (
          <text key={place} className={styles.text} x={percent(place)} y="66" textAnchor="middle">
            {place}
          </text>
        ))}
      </svg>
      <span className={styles.ends} aria-hidden="true">
        <Ordinal rank={1} gender="f" />
        <Ordinal rank={of} gender="f" />
      </span>
    </div>
  );
}

/** The label of an end stays inside the axis. */
function anchorOf(at: number): 'start' | 'middle' | 'end' {
  if (at < 4) return 'start';
  return at > 96 ? 'end' : 'middle';
}
