import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { useId } from 'react';
import styles from './print-sheet.module.css';

export interface SqueegeePrintProps {
  readonly href: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly area: PrintArea;
  /** 0 to 1: as many bytes as have left, so much is printed. */
  readonly sent: number;
}

/** The squeegee goes down the sheet with the bytes that leave; above it the design is printed, below it is a ghost. */
export function SqueegeePrint({ href, box, area, sent }: SqueegeePrintProps) {
  const id = useId();
  const line = area.heightMm * Math.min(1, Math.max(0, sent));
  const wood = area.widthMm * 0.92;
  const left = (area.widthMm - wood) / 2;
  const height = area.heightMm * 0.085;
  return (
    <>
      <clipPath id={id}>
        <rect width={area.widthMm} height={line} />
      </clipPath>
      <image href={href} {...box} className={styles.ghost} />
      <image href={href} {...box} clipPath={`url(#${id})`} />
      <g transform={`translate(${left} ${Math.max(0, line - height)})`} className={styles.squeegee}>
        <rect width={wood} height={height * 0.8} className={styles.wood} />
        <rect width={wood} height={height * 0.18} className={styles.light} />
        <rect y={height * 0.7} width={wood} height={height * 0.1} className={styles.dark} />
        <rect y={height * 0.8} width={wood} height={height * 0.2} className={styles.rubber} />
      </g>
    </>
  );
}
