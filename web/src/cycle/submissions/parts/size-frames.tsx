import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import type { SizeAt } from '../preflight/sizes.ts';
import styles from './print-sizes.module.css';

/** On the sheet, to scale: how far each fineness reaches, where that is less than the whole print. */
export function SizeFrames({ sizes, area }: { sizes: readonly SizeAt[]; area: PrintArea }) {
  const { findings: text } = useText('submit');
  return sizes
    .filter(({ fills }) => !fills)
    .map(({ dpi, grade, widthMm, heightMm }) => {
      const x = (area.widthMm - widthMm) / 2;
      return (
        <g key={dpi} className={styles.frame} data-grade={grade}>
          <rect x={x} y={0} width={widthMm} height={heightMm} className={styles.casing} />
          <rect x={x} y={0} width={widthMm} height={heightMm} className={styles.outline} />
          <text x={area.widthMm / 2} y={heightMm - 3} textAnchor="middle" className={styles.label}>
            {text.resolution.dpi(String(dpi))}
          </text>
        </g>
      );
    });
}
