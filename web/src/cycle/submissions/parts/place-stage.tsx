import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { type FabricId, fabrics } from '@fraisier/shared/cycle/garments.ts';
import { BELOW_COLLAR_MM, placedBox, placementLimits } from '@fraisier/shared/cycle/placement.ts';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Tee } from '../../../platform/ui/tee.tsx';
import { usePlaceWords } from '../place-words.ts';
import styles from './place-stage.module.css';
import { type Placing, usePlaceDrag } from './use-place-drag.ts';
import { WordsAt } from './words-at.tsx';

export interface PlaceStageProps extends Placing {
  readonly picture: Picture;
  readonly fabric: FabricId;
  /** The print in its folds where it stands now; null while it is being made. */
  readonly folded: Picture | null;
  readonly describedBy: string;
}

/** Of the crosses outside of the corners, in millimetres. */
const MARK = 4;
const AWAY = 6;

/** The chest of a shirt with its print area, the picture to be moved in it, and the measures of a printer beside. */
export function PlaceStage({ picture, fabric, folded, describedBy, ...placing }: PlaceStageProps) {
  const { place: text } = useText('submit');
  const words = usePlaceWords();
  const svg = useRef<SVGSVGElement>(null);
  const { isHeld, press, mover, sizer } = usePlaceDrag(svg, placing);
  const { area, file, placement } = placing;
  const box = placedBox(area, file, placement);
  const limits = placementLimits(area, file, placement.widthMm);
  const [right, bottom] = [box.leftMm + box.widthMm, box.topMm + box.heightMm];
  const centre = area.widthMm / 2;
  const middle = centre + placement.fromCentreMm;
  // Until the browser has it, the flat one stays.
  const isFolded = useDecoded(folded?.url ?? null) && !isHeld;
  const room =
    limits.mostFromCentreMm > 0 ? (limits.mostTopMm > 0 ? 'both' : 'across') : limits.mostTopMm > 0 ? 'down' : 'none';
  const corners = [-AWAY, area.widthMm + AWAY].flatMap((x) =>
    [-AWAY, area.heightMm + AWAY].map((y) => [x, y] as const),
  );
  const crosses = corners.map(([x, y]) => `M${x - MARK} ${y}h${2 * MARK}M${x} ${y - MARK}v${2 * MARK}`).join('');
  const down = { x: -14, from: -BELOW_COLLAR_MM, to: box.topMm };
  const wide = bottom + 12;
  const aside = box.topMm - 8;
  return (
    <div className={styles.stage} data-dark={fabrics[fabric].dark || undefined} data-flat={isFolded ? undefined : true}>
      <div className={styles.shirt}>
        <Tee fabric={fabric} folded pictures={[folded ?? picture]} alt="" />
        <div
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move it
          tabIndex={0}
          aria-label={text.picture}
          aria-roledescription={text.movable}
          aria-describedby={describedBy}
          className={styles.bed}
          onKeyDown={press}
        >
          <svg ref={svg} viewBox={`0 0 ${area.widthMm} ${area.heightMm}`} className={styles.drawn} aria-hidden="true">
            <g className={styles.guides}>
              <rect width={area.widthMm} height={area.heightMm} className={styles.area} />
              <path d={crosses} />
              {corners.map(([x, y]) => (
                <circle key={`${x} ${y}`} cx={x} cy={y} r={MARK * 0.55} />
              ))}
              <path
                d={`M${centre} ${-BELOW_COLLAR_MM}V${area.heightMm + 16}`}
                className={styles.centre}
                data-on={placement.fromCentreMm === 0 || undefined}
              />
              <path d={`M${down.x - 5} ${down.from}H${centre + 10}`} className={styles.collar} />
            </g>
            <g className={styles.art} data-room={room} data-held={isHeld || undefined} {...mover}>
              <image
                href={picture.url}
                x={box.leftMm}
                y={box.topMm}
                width={box.widthMm}
                height={box.heightMm}
                preserveAspectRatio="none"
                opacity={isFolded ? 0 : 1}
              />
              <rect x={box.leftMm} y={box.topMm} width={box.widthMm} height={box.heightMm} className={styles.casing} />
              <rect x={box.leftMm} y={box.topMm} width={box.widthMm} height={box.heightMm} className={styles.frame} />
            </g>
            <g className={styles.measures}>
              <path d={measure(down.x, down.from, down.to, false)} />
              <path d={measure(wide, box.leftMm, right, true)} />
              {placement.fromCentreMm !== 0 && (
                <path d={measure(aside, Math.min(centre, middle), Math.max(centre, middle), true)} />
              )}
            </g>
            <g className={styles.handle} {...sizer}>
              <circle cx={right} cy={bottom} className={styles.reach} />
              <circle cx={right} cy={bottom} className={styles.knob} />
            </g>
          </svg>
          <svg className={styles.words} aria-hidden="true">
            <WordsAt
              at={onBed(area, down.x, (down.from + down.to) / 2)}
              transform="rotate(-90)"
              dy="-0.5em"
              textAnchor="middle"
            >
              {words.cm(BELOW_COLLAR_MM + placement.topMm)}
            </WordsAt>
            <WordsAt at={onBed(area, middle, wide)} dy="1.3em" textAnchor="middle">
              {words.size(area, file, placement)}
            </WordsAt>
            {placement.fromCentreMm !== 0 && (
              <WordsAt
                at={onBed(area, middle, aside)}
                dx={placement.fromCentreMm > 0 ? '0.5em' : '-0.5em'}
                dy="0.35em"
                textAnchor={placement.fromCentreMm > 0 ? 'start' : 'end'}
              >
                {words.cm(Math.abs(placement.fromCentreMm))}
              </WordsAt>
            )}
          </svg>
        </div>
      </div>
    </div>
  );
}

/** Whether a picture can be shown at once. */
function useDecoded(url: string | null): boolean {
  const [decoded, setDecoded] = useState<string | null>(null);
  useEffect(() => {
    if (!url) return;
    const image = new Image();
    image.src = url;
    image.decode().then(
      () => setDecoded(url),
      () => {},
    );
  }, [url]);
  return url !== null && decoded === url;
}

/** The shares of the bed, five to six, at which a place of the area is drawn: as large as fits, in the middle. */
function onBed({ widthMm, heightMm }: PrintArea, x: number, y: number): [across: number, down: number] {
  const scale = Math.min(5 / widthMm, 6 / heightMm);
  return [0.5 + ((x - widthMm / 2) * scale) / 5, 0.5 + ((y - heightMm / 2) * scale) / 6];
}

/** A line with a tick at either end, as on a plan. */
function measure(at: number, from: number, to: number, isAcross: boolean): string {
  const tick = 3;
  return isAcross
    ? `M${from} ${at}H${to}M${from} ${at - tick}v${2 * tick}M${to} ${at - tick}v${2 * tick}`
    : `M${at} ${from}V${to}M${at - tick} ${from}h${2 * tick}M${at - tick} ${to}h${2 * tick}`;
}
