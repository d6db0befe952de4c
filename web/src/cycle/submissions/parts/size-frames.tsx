import { useText } from '../../../platform/i18n/use-text.ts';
import type { Box } from '../preflight/marks.ts';
import type { SizeAt } from '../preflight/sizes.ts';
import styles from './print-sizes.module.css';

/** On the sheet, to scale: how far each fineness reaches, where that is less than the whole print. */
export function SizeFrames({ sizes, box }: { sizes: readonly SizeAt[]; box: Box }) {
  const { findings: text } = useText('submit');
  return sizes
    .filter(({ fills, widthMm }) => !fills && widthMm < box.width)
    .map(({ dpi, grade, widthMm, heightMm }) => {
      const middle = box.x + box.width / 2;
      const x = middle - widthMm / 2;
      return (
        <g key={dpi} className={styles.frame} data-grade={grade}>
          <rect x={x} y={box.y} width={widthMm} height={heightMm} className={styles.casing} />
          <rect x={x} y={box.y} width={widthMm} height={heightMm} className={styles.outline} />
          <text x={middle} y={box.y + heightMm - 3} textAnchor="middle" className={styles.label}>
            {text.resolution.dpi(String(dpi))}
          </text>
        </g>
      );
    });
}
