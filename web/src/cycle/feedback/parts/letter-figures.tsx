import type { Letter } from '@fraisier/shared/contracts/feedback.ts';
import { sizes as sizeOrder } from '@fraisier/shared/cycle/garments.ts';
import { RATINGS_FOR_RANK } from '@fraisier/shared/cycle/margins.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Histogram } from '../../../platform/ui/histogram.tsx';
import { Tee } from '../../../platform/ui/tee.tsx';
import { Tile } from '../../../platform/ui/tile.tsx';
import { altOf } from '../../submissions/card-words.ts';
import { onShirt } from '../../submissions/on-shirt.ts';
import styles from './letter-figures.module.css';

/** Beside the letter: the shirt, the rank in large, the ratings and the sizes, all counted. */
export function LetterFigures({ letter }: { letter: Letter }) {
  const text = useText('letter');
  const format = useFormat();
  const lang = useLang();
  const { design, histogram } = letter;
  // Two cells a star: without and with "I would wear it".
  const stars = [0, 2, 4, 6, 8].map((cell) => (histogram[cell] ?? 0) + (histogram[cell + 1] ?? 0));
  return (
    <div className={styles.figures}>
      <Tile>
        <Tee
          small
          fabric={design.fabric}
          {...onShirt(design)}
          placeholder={design.placeholder}
          alt={altOf(design, lang)}
          sizes="130px"
        />
      </Tile>
      {letter.ratings >= RATINGS_FOR_RANK && (
        <p className={styles.rank}>
          <span className="figure">
            {format.number(letter.rank)}
            <sup>{format.ordinalMark(letter.rank)}</sup>
          </span>{' '}
          {text.rankOf(format.number(letter.designs))}
        </p>
      )}
      <div className="small">
        <Histogram counts={stars} label={text.histogram} />
      </div>
      {letter.wouldWear > 0 && <SizeBars sizes={letter.sizes} />}
    </div>
  );
}

function SizeBars({ sizes }: { sizes: Letter['sizes'] }) {
  const text = useText('letter');
  const format = useFormat();
  const rows = sizeOrder.map((size) => ({ size, count: sizes[size] ?? 0 }));
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <table className={`${styles.sizes} small`}>
      <caption>{text.sizes}</caption>
      <tbody>
        <tr>
          {rows.map(({ size, count }) => (
            <td key={size} className={styles.bar}>
              <svg preserveAspectRatio="none" viewBox="0 0 1 100" aria-hidden="true">
                <rect y={100 - (100 * count) / most} width="1" height={(100 * count) / most} />
              </svg>
            </td>
          ))}
        </tr>
        <tr>
          {rows.map(({ size, count }) => (
            <td key={size} className="num">
              {format.number(count)}
            </td>
          ))}
        </tr>
        <tr>
          {rows.map(({ size }) => (
            <th key={size} scope="col">
              {size}
            </th>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
