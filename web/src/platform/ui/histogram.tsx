import { useFormat, useText } from '../i18n/use-text.ts';
import styles from './histogram.module.css';

/** How many gave 1 to 5: counts in that order, drawn from the best down. */
export function Histogram({ counts, label }: { counts: readonly number[]; label?: string }) {
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
                    className={stars === 5 ? styles.top : styles.fill}
                  />
                </svg>
              </td>
              <td className={styles.count}>{format.number(count)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
