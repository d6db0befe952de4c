import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useFindingWords } from '../finding-words.ts';
import type { SizeAt } from '../preflight/sizes.ts';
import styles from './print-sizes.module.css';
import { TextButton } from './text-button.tsx';

export interface PrintSizesProps {
  readonly sizes: readonly SizeAt[];
  /** Whether the sheet shows them; null where there is no picture on it. */
  readonly drawn: boolean | null;
  readonly onDraw: () => void;
}

/** How large the file prints at each fineness, in centimetres. */
export function PrintSizes({ sizes, drawn, onDraw }: PrintSizesProps) {
  const { resolution: text } = useText('submit').findings;
  const format = useFormat();
  const words = useFindingWords();
  if (sizes.length === 0) return null;
  const isSmaller = sizes.some(({ fills }) => !fills);
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
                {fills && <span className={`muted ${styles.fills}`}>, {text.fills[fills]}</span>}
              </td>
              <td className="muted">{text.grades[grade]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted" role="status">
        {good && text.largest(words.size(good.widthMm, good.heightMm))} {isSmaller && drawn && text.onSheet}
      </p>
      {isSmaller && drawn === false && <TextButton onClick={onDraw}>{text.draw}</TextButton>}
    </div>
  );
}
