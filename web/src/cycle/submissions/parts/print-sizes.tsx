import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useFindingWords } from '../finding-words.ts';
import type { SizeAt } from '../preflight/sizes.ts';
import styles from './print-sizes.module.css';

/** How large the file prints at each fineness, in centimetres. */
export function PrintSizes({ sizes }: { sizes: readonly SizeAt[] }) {
  const { resolution: text } = useText('submit').findings;
  const format = useFormat();
  const words = useFindingWords();
  if (sizes.length === 0) return null;
  const good = sizes.find(({ grade }) => grade === 'good');
  return (
    <div className={styles.sizes}>
      <table className="num">
        <caption className="unseen">{text.table}</caption>
        <tbody>
          {sizes.map(({ dpi, grade, fills, ...size }) => (
            <tr key={dpi}>
              <th scope="row">{text.dpi(format.number(dpi))}</th>
              <td>
                <b>{words.size(size.widthMm, size.heightMm)}</b>
                {fills && <span className="muted">, {text.fills[fills]}</span>}
              </td>
              <td className="muted">{text.grades[grade]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {good && (
        <p className="small muted">
          {text.largest(words.size(good.widthMm, good.heightMm))} {sizes.some(({ fills }) => !fills) && text.onSheet}
        </p>
      )}
    </div>
  );
}
