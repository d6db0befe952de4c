import type { Likeness, ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import { useId } from 'react';
import styles from './compare.module.css';

export interface Laid {
  readonly mirrored: boolean;
  readonly quarters: number;
  readonly angle: number;
}

export interface MotifProps {
  readonly fabric: string;
  readonly pictures: Likeness['pictures'];
  readonly box: ReviewItem['box'];
  /** What is seen; empty where it is said elsewhere. */
  readonly alt: string;
  /** How it is laid; as it was uploaded without. */
  readonly laid?: Laid | undefined;
  /** Up to which percent of the width it is shown, as under a curtain; all of it without. */
  readonly until?: number;
  /** Said in place of a picture that is not there. */
  readonly missing: string;
}

/** Of a thousand: as much white on each side, whatever margin the file had. */
const MARGIN = 70;
const SIZE = 1000 - 2 * MARGIN;

/**
 * A motif without its margins, as large as fits into the square: two of them can be laid on each other. In attributes,
 * for no style may stand in the page.
 */
export function Motif({ fabric, pictures, box, alt, laid, until, missing }: MotifProps) {
  const clip = useId().replace(/\W/g, '');
  const picture = pictureOf(pictures);
  const { width = 1, height = 1 } = picture ?? {};
  const { left, top, width: w, height: h } = box ?? { left: 0, top: 0, width: 1000, height: 1000 };
  const window = [(left * width) / 1000, (top * height) / 1000, (w * width) / 1000, (h * height) / 1000];
  return (
    <span className={styles.motif} data-over={until === undefined ? undefined : ''}>
      <svg
        viewBox="0 0 1000 1000"
        data-fabric={fabric}
        role={alt ? 'img' : undefined}
        aria-label={alt || undefined}
        aria-hidden={alt ? undefined : true}
      >
        {until !== undefined && (
          <clipPath id={clip}>
            <rect width={until * 10} height="1000" />
          </clipPath>
        )}
        <g clipPath={until === undefined ? undefined : `url(#${clip})`}>
          <rect width="1000" height="1000" className={styles.ground} />
          {picture && (
            <g transform={transformOf(laid)}>
              {/* biome-ignore lint/a11y/noSvgWithoutTitle: a window in the one around it, which has the words. */}
              <svg x={MARGIN} y={MARGIN} width={SIZE} height={SIZE} viewBox={window.join(' ')}>
                <image href={picture.url} width={width} height={height} />
              </svg>
            </g>
          )}
        </g>
        {until !== undefined && <path d={`M${until * 10} 0V1000`} className={styles.edge} />}
      </svg>
      {!picture && (
        <span className={styles.missing}>
          <span>{missing}</span>
        </span>
      )}
    </span>
  );
}

/** The last is done first: askew, then mirrored, then by quarters. */
function transformOf(laid: Laid | undefined): string | undefined {
  if (!laid) return undefined;
  const { mirrored, quarters, angle } = laid;
  const mirror = mirrored ? 'translate(1000 0) scale(-1 1)' : '';
  return `rotate(${quarters * 90} 500 500) ${mirror} rotate(${angle} 500 500)`;
}

function pictureOf(pictures: Likeness['pictures']): Likeness['pictures'][number] | undefined {
  const webp = pictures.filter(({ format }) => format === 'webp').sort((a, b) => a.width - b.width);
  return webp.find(({ width, height }) => Math.max(width, height) >= 600) ?? webp.at(-1) ?? pictures[0];
}
