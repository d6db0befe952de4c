import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { ArrowIcon, BackIcon } from '../../../platform/ui/icons.tsx';
import { useFindingWords } from '../finding-words.ts';
import { type Box, boxOn, cornerOf, loupeOver, onSheet, ringAround } from '../preflight/marks.ts';
import type { ReportFinding } from '../preflight/report-lines.ts';
import styles from './loupe.module.css';

export type LoupePicture = Pick<Picture, 'url' | 'width' | 'height'>;

export interface LoupeProps {
  readonly id: string;
  readonly level: ReportFinding['level'];
  readonly places: ReportFinding['places'];
  /** Which of the places lies under it. */
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly picture: LoupePicture;
  readonly fabric: string | null;
  readonly area: PrintArea;
}

/** The printer's linen tester: one place at a time, with the millimetres of the print along its frame. */
export function Loupe({ id, level, places, at, onAt, picture, fabric, area }: LoupeProps) {
  const { findings: text } = useText('submit');
  const format = useFormat();
  const words = useFindingWords();
  const place = places[at];
  if (!place) return null;
  const box = boxOn(area, picture.width, picture.height);
  const spot = onSheet(place, box);
  const seen = loupeOver(spot);
  const frame = seen.width * 0.075;
  const whole = [seen.x - frame, seen.y - frame, seen.width + 2 * frame, seen.height + 2 * frame];
  const ring = ringOf(spot);
  const said = text.places.at(at + 1, places.length, words.where(place));
  const go = (step: number) => onAt((at + step + places.length) % places.length);
  return (
    <figure id={id} className={styles.loupe} data-level={level}>
      <svg viewBox={whole.join(' ')} className={styles.glass} role="img" aria-label={`${text.places.loupe}. ${said}`}>
        <rect {...boxed(whole)} className={styles.frame} />
        <svg {...seen} viewBox={[seen.x, seen.y, seen.width, seen.height].join(' ')} aria-hidden="true">
          <rect {...seen} data-fabric={fabric ?? undefined} className={fabric ? styles.cloth : styles.paper} />
          <image href={picture.url} {...box} preserveAspectRatio="none" />
          <rect width={area.widthMm} height={area.heightMm} className={styles.edge} />
          <rect {...ring} rx={cornerOf(ring)} className={styles.casing} />
          <rect {...ring} rx={cornerOf(ring)} className={styles.ring} />
        </svg>
        <path d={ticks(seen, frame)} className={styles.ticks} />
      </svg>
      <figcaption className={styles.caption}>
        <p aria-live="polite">{said}</p>
        <p className="small muted">{text.places.scale(`${format.number(seen.width / 10)}\u00a0cm`)}</p>
        {places.length > 1 && (
          <p className={styles.acts}>
            <button type="button" aria-label={text.places.previous} onClick={() => go(-1)}>
              <BackIcon />
            </button>
            <button type="button" aria-label={text.places.next} onClick={() => go(1)}>
              <ArrowIcon />
            </button>
          </p>
        )}
      </figcaption>
    </figure>
  );
}

/** Closer than on the sheet: what is too small for a ring there has one of its size here. */
function ringOf(spot: Box): Box {
  const ring = ringAround(spot);
  const side = Math.max(5, Math.max(spot.width, spot.height) * 1.2 + 1);
  if (ring.width !== ring.height || side >= ring.width) return ring;
  return { x: ring.x + (ring.width - side) / 2, y: ring.y + (ring.height - side) / 2, width: side, height: side };
}

const boxed = ([x, y, width, height]: readonly number[]) => ({ x, y, width, height });

/** A stroke for each millimetre, longer for five and for ten; each half centimetre where the loupe shows much. */
function ticks({ x, y, width, height }: Box, frame: number): string {
  const step = width > 60 ? 5 : 1;
  const strokes: string[] = [];
  for (let mm = 0; mm <= width; mm += step) {
    const length = frame * (mm % 10 === 0 ? 0.8 : mm % 5 === 0 ? 0.55 : 0.3);
    strokes.push(
      `M${x + mm} ${y}v${-length}`,
      `M${x + mm} ${y + height}v${length}`,
      `M${x} ${y + mm}h${-length}`,
      `M${x + width} ${y + mm}h${length}`,
    );
  }
  return strokes.join('');
}
