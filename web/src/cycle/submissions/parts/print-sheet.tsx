import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { Placement } from '@fraisier/shared/cycle/placement.ts';
import type { ReactNode } from 'react';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { RegisterMark } from '../../../platform/ui/icons.tsx';
import { Cloth } from '../../../platform/ui/tee.tsx';
import { boxOn } from '../preflight/marks.ts';
import type { NumberedFinding } from '../preflight/report-lines.ts';
import type { SizeAt } from '../preflight/sizes.ts';
import type { Choosing } from '../preflight/use-chosen.ts';
import styles from './print-sheet.module.css';
import { MarkNumbers, MarkRings } from './sheet-marks.tsx';
import { SizeFrames, SizeNames } from './size-frames.tsx';
import { SqueegeePrint } from './squeegee-print.tsx';

export interface PrintSheetProps {
  readonly area: PrintArea;
  readonly fabric: string | null;
  readonly picture: Pick<Picture, 'url' | 'width' | 'height'> | null;
  readonly alt: string;
  /** As large as fits, in the middle and at the top, without it. */
  readonly placement?: Placement | null | undefined;
  /** The findings with a place, marked on it. */
  readonly lines?: readonly NumberedFinding[] | undefined;
  readonly choosing?: Choosing | undefined;
  /** Where a number leads, beside its choice. */
  readonly onNumber?: ((code: string) => void) | undefined;
  /** Sizes smaller than the print, drawn to scale. */
  readonly sizes?: readonly SizeAt[] | undefined;
  readonly safeMarginMm?: number | undefined;
  /** The share of the file that has left, while it leaves: the squeegee is there. */
  readonly sent?: number | undefined;
  /** What stands on it while there is no picture. */
  readonly empty?: string | undefined;
  readonly caption?: ReactNode;
}

/** The print area to its measure, with its register marks, and the design on it as large as it prints. */
export function PrintSheet({
  area,
  fabric,
  picture,
  alt,
  placement = null,
  sent,
  empty,
  caption,
  ...marked
}: PrintSheetProps) {
  const { lines = [], choosing, onNumber, sizes = [], safeMarginMm = 0 } = marked;
  const { sheet: text } = useText('submit');
  const format = useFormat();
  const cm = (mm: number) => `${format.number(mm / 10, mm % 10 === 0 ? 0 : 1)}\u00a0cm`;
  const box = picture && boxOn(area, picture.width, picture.height, placement);
  const isStill = sent === undefined;
  const ground = picture ? (fabric ? '' : 'white-paper') : 'field-of-ink';
  return (
    <figure>
      <div className={styles.sheet}>
        <p className={`small num ${styles.across}`} aria-hidden="true">
          {cm(area.widthMm)}
        </p>
        <p className={`small num ${styles.down}`} aria-hidden="true">
          {cm(area.heightMm)}
        </p>
        {(['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const).map((corner) => (
          <RegisterMark key={corner} className={styles[corner]} />
        ))}
        <div className={`${styles.bed} ${ground}`}>
          {fabric && picture && <Cloth fabric={fabric} className={styles.cloth} />}
          <svg
            viewBox={`0 0 ${area.widthMm} ${area.heightMm}`}
            className={styles.print}
            role="img"
            aria-label={(picture && alt) || text.label(cm(area.widthMm), cm(area.heightMm))}
          >
            {picture && box && isStill && <image href={picture.url} {...box} preserveAspectRatio="none" />}
            {picture && box && !isStill && <SqueegeePrint href={picture.url} box={box} area={area} sent={sent} />}
            {isStill && picture && safeMarginMm > 0 && (
              <rect
                x={safeMarginMm}
                y={safeMarginMm}
                width={area.widthMm - 2 * safeMarginMm}
                height={area.heightMm - 2 * safeMarginMm}
                className={styles.safe}
              />
            )}
            {isStill && box && <SizeFrames sizes={sizes} box={box} />}
            {isStill && box && <MarkRings lines={lines} box={box} area={area} chosen={choosing?.chosen ?? null} />}
          </svg>
          {isStill && box && sizes.length > 0 && (
            <svg className={styles.words} aria-hidden="true">
              <SizeNames sizes={sizes} box={box} area={area} />
            </svg>
          )}
          {isStill && box && choosing && (
            <MarkNumbers lines={lines} box={box} area={area} choosing={choosing} onNumber={onNumber} />
          )}
          {!picture && <p className={`d4 ${styles.empty}`}>{empty ?? text.empty}</p>}
        </div>
      </div>
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
    </figure>
  );
}
