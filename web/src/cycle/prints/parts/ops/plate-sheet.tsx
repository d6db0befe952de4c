import type { PlateProof, PrintProof } from '@fraisier/shared/contracts/prints.ts';
import styles from './print-proof.module.css';

export interface PlateSheetProps {
  readonly proof: PrintProof;
  /** Those that are looked at, in the order of printing. */
  readonly plates: readonly PlateProof[];
  /** A fabric's code, or `film`. */
  readonly ground: string;
  readonly isDark: boolean;
  readonly label: string;
}

const RADIUS = 2.5;
const ARM = 5;
const CORNER = { gap: 2, arm: 7 } as const;

/** The plates lying on each other with their marks, to scale: on fabric in their inks, or black as the films are. */
export function PlateSheet({ proof, plates, ground, isDark, label }: PlateSheetProps) {
  const margin = proof.press?.marginMm ?? 15;
  const [width, height] = [proof.widthMm + 2 * margin, proof.heightMm + 2 * margin];
  const isFilm = ground === 'film';
  const targets = [
    [width / 2, margin / 2],
    [width / 2, height - margin / 2],
    [margin / 2, height / 2],
    [width - margin / 2, height / 2],
  ] as const;
  const marks = targets.map(
    ([x, y]) =>
      `M${x - ARM} ${y}h${2 * ARM}M${x} ${y - ARM}v${2 * ARM}M${x - RADIUS} ${y}a${RADIUS} ${RADIUS} 0 1 0 ${2 * RADIUS} 0a${RADIUS} ${RADIUS} 0 1 0 ${-2 * RADIUS} 0`,
  );
  const corners = [margin, width - margin].flatMap((x) =>
    [margin, height - margin].map((y) => {
      const across = x === margin ? -1 : 1;
      const down = y === margin ? -1 : 1;
      return `M${x} ${y + down * CORNER.gap}v${down * CORNER.arm}M${x + across * CORNER.gap} ${y}h${across * CORNER.arm}`;
    }),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className={`${styles.sheet} ${isFilm ? styles.film : ''}`}
      data-fabric={isFilm ? undefined : ground}
    >
      <rect width={width} height={height} className={styles.ground} />
      <g className={styles.inks}>
        {plates.map((plate) => (
          <image
            key={plate.place}
            href={plate.url}
            x={margin}
            y={margin}
            width={proof.widthMm}
            height={proof.heightMm}
            preserveAspectRatio="none"
          />
        ))}
      </g>
      <path d={[...marks, ...corners].join('')} className={styles.marks} data-dark={isDark || undefined} />
    </svg>
  );
}
