import { useFormat, useText } from '../i18n/use-text.ts';
import styles from './histogram.module.css';

export interface HistogramProps {
  readonly counts: readonly number[];
  /** How many of each would wear it: drawn as the first part of each bar. */
  readonly worn?: readonly number[];
  readonly label?: string;
}

/** How many gave 1 to 5: counts in that order, drawn from the best down. */
export function Histogram({ counts, worn, label }: HistogramProps) {
  const { rating } = useText('platform');
  const format = useFormat();
  const most = Math.max(1, ...counts);
  return (
    <table className={styles.histogram}>
      {label && <caption className="unseen">{label}</caption>}
      <tbody>
        {counts
          .map((count, index) => ({ stars: index + 1, count }))
          .reverse()
          .map(({ stars, count }) => (
            <tr key={stars}>
              <th scope="row">
                <b>{stars}</b> {rating.words[stars - 1]}
              </th>
              <td className={styles.bar}>
                <svg preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    width={`${(100 * count) / most}%`}
                    height="100%"
                    className={stars === 5 && !worn ? styles.top : styles.fill}
                  />
                  {worn && (
                    <rect width={`${(100 * (worn[stars - 1] ?? 0)) / most}%`} height="100%" className={styles.top} />
                  )}
                </svg>
              </td>
              <td className={styles.count}>
                {format.number(count)}
                {worn && <span className="unseen"> ({rating.worn(worn[stars - 1] ?? 0)})</span>}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
