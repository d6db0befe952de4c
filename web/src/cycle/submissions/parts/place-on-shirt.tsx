import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import {
  BELOW_COLLAR_MM,
  clampPlacement,
  fittedPlacement,
  isSamePlacement,
  type Placement,
  placementLimits,
} from '@fraisier/shared/cycle/placement.ts';
import { useId } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Tag } from '../../../platform/ui/tag.tsx';
import { usePrints } from '../../../platform/ui/use-prints.ts';
import { useFindingWords } from '../finding-words.ts';
import { usePlaceWords } from '../place-words.ts';
import type { ReportFinding } from '../preflight/report-lines.ts';
import { useRested } from '../use-rested.ts';
import { CmField } from './cm-field.tsx';
import styles from './place-on-shirt.module.css';
import { PlaceStage } from './place-stage.tsx';
import type { Placing } from './use-place-drag.ts';

export interface PlaceOnShirtProps extends Placing {
  readonly picture: Picture;
  readonly fabric: FabricId;
  /** What is said of the resolution at this size. */
  readonly resolution: ReportFinding | undefined;
}

/** Where the picture stands on its shirt and how large it prints: dragged, pushed by keys, or typed in centimetres. */
export function PlaceOnShirt({ picture, fabric, resolution, ...placing }: PlaceOnShirtProps) {
  const { place: text } = useText('submit');
  const words = usePlaceWords();
  const findings = useFindingWords();
  const id = useId();
  const { area, file, placement, onChange } = placing;
  const limits = placementLimits(area, file, placement.widthMm);
  const largest = fittedPlacement(area, file);
  const put = (changed: Partial<Placement>) => onChange(clampPlacement(area, file, { ...placement, ...changed }));
  // Folding takes a moment, and being read out takes longer: both wait until it rests.
  const rested = useRested(placement);
  const print = usePrints(picture, area, [fabric], rested).get(fabric);
  const said = (at: Placement) => text.said(words.size(area, file, at), words.stands(at), words.dpi(area, file, at));
  const isSoft = resolution !== undefined && resolution.level !== 'ok';
  return (
    <div className={styles.place}>
      <PlaceStage
        {...placing}
        picture={picture}
        fabric={fabric}
        folded={isSamePlacement(rested, placement) ? (print ?? null) : null}
        describedBy={`${id}n`}
      />
      <div className={styles.side}>
        <p id={`${id}n`} className="unseen" role="status">
          {said(rested)}
        </p>
        <p className={`d4 num ${styles.size}`} aria-hidden="true">
          {words.size(area, file, placement)}
        </p>
        <p className="num" aria-hidden="true">
          {words.stands(placement)}
        </p>
        <p>
          <Tag tone={isSoft ? 'warn' : 'ok'}>{words.dpi(area, file, placement)}</Tag>{' '}
          {isSoft && <span className="muted">{findings.of(resolution).text}</span>}
        </p>
        <div className={styles.slider}>
          <label htmlFor={`${id}s`} className="strong">
            {text.slider}
          </label>
          <input
            id={`${id}s`}
            type="range"
            min={limits.leastWidthMm}
            max={limits.mostWidthMm}
            value={placement.widthMm}
            aria-valuetext={words.size(area, file, placement)}
            onChange={(event) => put({ widthMm: event.currentTarget.valueAsNumber })}
          />
        </div>
        <div className={styles.fields}>
          <CmField
            label={text.width}
            mm={placement.widthMm}
            least={limits.leastWidthMm}
            most={limits.mostWidthMm}
            onMm={(widthMm) => put({ widthMm })}
          />
          <CmField
            label={text.below}
            mm={BELOW_COLLAR_MM + placement.topMm}
            least={BELOW_COLLAR_MM}
            most={BELOW_COLLAR_MM + limits.mostTopMm}
            onMm={(mm) => put({ topMm: mm - BELOW_COLLAR_MM })}
          />
          <CmField
            label={text.across}
            hint={text.acrossHint}
            mm={placement.fromCentreMm}
            least={-limits.mostFromCentreMm}
            most={limits.mostFromCentreMm}
            onMm={(fromCentreMm) => put({ fromCentreMm })}
          />
        </div>
        <div className={styles.acts}>
          <Button
            kind="line"
            small
            disabledReason={placement.fromCentreMm === 0 ? text.centred : undefined}
            onClick={() => put({ fromCentreMm: 0 })}
          >
            {text.centre}
          </Button>
          <Button kind="line" small onClick={() => put({ widthMm: largest.widthMm })}>
            {text.largest}
          </Button>
        </div>
        <p className="small muted">{text.text}</p>
      </div>
    </div>
  );
}
