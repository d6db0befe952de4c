import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import { type FabricId, fabricIds } from '@fraisier/shared/cycle/garments.ts';
import type { Placement } from '@fraisier/shared/cycle/placement.ts';
import { useId } from 'react';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Tee } from '../../../platform/ui/tee.tsx';
import { Tile } from '../../../platform/ui/tile.tsx';
import { usePrints } from '../../../platform/ui/use-prints.ts';
import { fabricName } from '../card-words.ts';
import styles from './fabric-choice.module.css';

/** Less than this melts into any fabric: the anti-aliased edge of a line. */
const NOTICED = 0.01;

export interface FabricChoiceProps {
  readonly picture: Picture;
  readonly area: PrintArea;
  readonly placement: Placement | null;
  /** How much of it each fabric swallows, 0 to 1; null where it is not measured. */
  readonly lost: Readonly<Record<FabricId, { readonly share: number }>> | null;
  readonly value: FabricId | null;
  readonly onChange: (fabric: FabricId) => void;
  readonly error?: string | undefined;
}

/** The design on a shirt of each fabric, with how much of it each fabric swallows. */
export function FabricChoice({ picture, area, placement, lost, value, onChange, error }: FabricChoiceProps) {
  const { fabric: text } = useText('submit');
  const lang = useLang();
  const format = useFormat();
  const name = useId();
  const prints = usePrints(picture, area, fabricIds, placement);
  const errorId = `${name}e`;
  return (
    <fieldset aria-describedby={error ? errorId : undefined} data-field="fabric">
      <legend className="unseen">{text.legend}</legend>
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.grid}>
        {fabricIds.map((id) => {
          const share = lost?.[id].share ?? 0;
          return (
            <label key={id} className={styles.option}>
              <input
                type="radio"
                name={name}
                value={id}
                checked={value === id}
                aria-invalid={error ? true : undefined}
                onChange={() => onChange(id)}
              />
              <span className={styles.frame}>
                <Tile square>
                  <Tee small fabric={id} folded={prints.has(id)} pictures={[prints.get(id) ?? picture]} alt="" />
                </Tile>
              </span>
              <span>
                <b>{fabricName(id, lang)}</b>
                {value === id && <span className="muted"> ({text.chosen})</span>}
              </span>
              {lost && (
                <span className={`small ${share >= NOTICED ? styles.lost : 'muted'}`}>
                  {share >= NOTICED ? text.lost(format.percent(share)) : text.fine}
                </span>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
