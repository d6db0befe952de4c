import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { type Box, cornerOf, loupeOver, marksOf, onSheet } from '../preflight/marks.ts';
import type { NumberedFinding } from '../preflight/report-lines.ts';
import { type Choosing, type Chosen, SIZES } from '../preflight/use-chosen.ts';
import styles from './sheet-marks.module.css';

interface MarksProps {
  readonly lines: readonly NumberedFinding[];
  readonly box: Box;
  readonly area: PrintArea;
}

/** Inside the sheet's drawing, in millimetres: a ring around each place, and where the loupe lies. */
export function MarkRings({ lines, box, area, chosen }: MarksProps & { chosen: Chosen | null }) {
  const marks = chosen?.code === SIZES ? [] : marksOf(lines, box, area);
  const place = lines.find(({ finding }) => finding.code === chosen?.code)?.finding.places[chosen?.place ?? 0];
  // The chosen ones last, over the others.
  const drawn = marks.toSorted((a, b) => Number(a.code === chosen?.code) - Number(b.code === chosen?.code));
  return (
    <g className={styles.marks}>
      {drawn.map(({ code, level, rings }) => (
        <g key={code} data-level={level} data-chosen={code === chosen?.code ? '' : undefined}>
          {rings.map((ring) => (
            <g key={`${ring.x} ${ring.y}`}>
              <rect {...ring} rx={cornerOf(ring)} className={styles.casing} />
              <rect {...ring} rx={cornerOf(ring)} className={styles.ring} />
            </g>
          ))}
        </g>
      ))}
      {place && <LoupeOutline seen={loupeOver(onSheet(place, box))} />}
    </g>
  );
}

function LoupeOutline({ seen }: { seen: Box }) {
  const { x, y, width: side } = seen;
  const arm = side / 4;
  const corners = [
    `M${x} ${y + arm}v${-arm}h${arm}`,
    `M${x + side - arm} ${y}h${arm}v${arm}`,
    `M${x + side} ${y + side - arm}v${arm}h${-arm}`,
    `M${x + arm} ${y + side}h${-arm}v${-arm}`,
  ].join('');
  return (
    <>
      <path d={corners} className={styles.loupeCasing} />
      <path d={corners} className={styles.loupe} />
    </>
  );
}

export interface MarkNumbersProps extends MarksProps {
  readonly choosing: Choosing;
  readonly onNumber?: ((code: string) => void) | undefined;
}

/**
 * Over the sheet: the numbers, as large on a phone as on a desk, to be pressed. They stand in the list too, which is
 * where keyboard and screen reader find them. In attributes, for no style may stand in the page.
 */
export function MarkNumbers({ lines, box, area, choosing, onNumber }: MarkNumbersProps) {
  const { findings: text } = useText('submit');
  const share = (value: number, whole: number) => `${(100 * value) / whole}%`;
  return (
    <svg className={styles.numbers} width="100%" height="100%" aria-hidden="true">
      {marksOf(lines, box, area).map(({ code, level, number, badge }) => (
        <svg
          key={code}
          x={share(badge.x, area.widthMm)}
          y={share(badge.y, area.heightMm)}
          overflow="visible"
          aria-hidden="true"
        >
          <foreignObject x="-22" y="-22" width="44" height="44">
            <button
              type="button"
              tabIndex={-1}
              className={styles.number}
              data-level={level}
              data-chosen={code === choosing.chosen?.code ? '' : undefined}
              title={text.places.onSheet(number)}
              onClick={() => {
                choosing.choose({ code, place: 0 });
                onNumber?.(code);
              }}
            >
              <span>{number}</span>
            </button>
          </foreignObject>
        </svg>
      ))}
    </svg>
  );
}
