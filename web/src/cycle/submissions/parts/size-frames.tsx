import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import type { Box } from '../preflight/marks.ts';
import type { SizeAt } from '../preflight/sizes.ts';
import styles from './print-sizes.module.css';
import { WordsAt } from './words-at.tsx';

export interface SizeFramesProps {
  readonly sizes: readonly SizeAt[];
  readonly box: Box;
}

/** Those that do not reach over the whole print. */
const inside = ({ sizes, box }: SizeFramesProps) => sizes.filter(({ fills, widthMm }) => !fills && widthMm < box.width);

/** On the sheet, to scale: how far each fineness reaches, where that is less than the whole print. */
export function SizeFrames({ sizes, box }: SizeFramesProps) {
  return inside({ sizes, box }).map(({ dpi, grade, widthMm: width, heightMm: height }) => {
    const frame = { x: box.x + (box.width - width) / 2, y: box.y, width, height };
    return (
      <g key={dpi} className={styles.frame} data-grade={grade}>
        <rect {...frame} className={styles.casing} />
        <rect {...frame} className={styles.outline} />
      </g>
    );
  });
}

/** Over the sheet: what each frame stands for, at its foot. */
export function SizeNames({ sizes, box, area }: SizeFramesProps & { readonly area: PrintArea }) {
  const { findings: text } = useText('submit');
  const middle = (box.x + box.width / 2) / area.widthMm;
  return inside({ sizes, box }).map(({ dpi, heightMm }) => (
    <WordsAt key={dpi} at={[middle, (box.y + heightMm) / area.heightMm]} dy="-0.4em" className={styles.label}>
      {text.resolution.dpi(String(dpi))}
    </WordsAt>
  ));
}
