import type { Picture } from '@fraisier/shared/contracts/common.ts';
import { fitInto, type PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { ReactNode } from 'react';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { RegisterMark } from '../../../platform/ui/icons.tsx';
import { Cloth } from '../../../platform/ui/tee.tsx';
import styles from './print-sheet.module.css';
import { SqueegeePrint } from './squeegee-print.tsx';

export interface PrintSheetProps {
  readonly area: PrintArea;
  readonly fabric: string | null;
  readonly picture: Pick<Picture, 'url' | 'width' | 'height'> | null;
  readonly alt: string;
  /** The share of the file that has left, while it leaves: the squeegee is there. */
  readonly sent?: number | undefined;
  readonly caption?: ReactNode;
}

/** The print area to its measure, with its register marks, and the design on it as large as it prints. */
export function PrintSheet({ area, fabric, picture, alt, sent, caption }: PrintSheetProps) {
  const { sheet: text } = useText('submit');
  const format = useFormat();
  const cm = (mm: number) => `${format.number(mm / 10, mm % 10 === 0 ? 0 : 1)}\u00a0cm`;
  const printed = picture && fitInto(area, picture.width, picture.height);
  const box = printed && {
    x: (area.widthMm - printed.widthMm) / 2,
    y: 0,
    width: printed.widthMm,
    height: printed.heightMm,
  };
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
        <div className={`${styles.bed} ${picture ? styles.paper : 'field-of-ink'}`}>
          {fabric && <Cloth fabric={fabric} className={styles.cloth} />}
          <svg
            viewBox={`0 0 ${area.widthMm} ${area.heightMm}`}
            className={styles.print}
            role="img"
            aria-label={(picture && alt) || text.label(cm(area.widthMm), cm(area.heightMm))}
          >
            {picture && box && sent === undefined && <image href={picture.url} {...box} />}
            {picture && box && sent !== undefined && (
              <SqueegeePrint href={picture.url} box={box} area={area} sent={sent} />
            )}
          </svg>
          {!picture && <p className={`d4 ${styles.empty}`}>{text.empty}</p>}
        </div>
      </div>
      {caption && <figcaption className={`small muted ${styles.caption}`}>{caption}</figcaption>}
    </figure>
  );
}
