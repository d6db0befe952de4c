import type { RunDetail } from '@fraisier/shared/contracts/runs.ts';
import { type FabricId, isSize } from '@fraisier/shared/cycle/garments.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { PlainLink } from '../../../platform/ui/link.tsx';
import { Segments } from '../../../platform/ui/segments.tsx';
import { Sizes } from '../../../platform/ui/sizes.tsx';
import { fabricName } from '../../submissions/card-words.ts';
import type { PieceChoice } from '../choices.ts';
import { cutName } from '../run-words.ts';
import { LabelField } from './label-field.tsx';
import styles from './piece-fields.module.css';

export interface PieceFieldsProps {
  readonly run: RunDetail;
  readonly choice: PieceChoice;
  readonly at: number;
  readonly count: number;
  /** Whether the order was tried: only then is a missing size a mistake. */
  readonly tried: boolean;
  readonly onChange: (choice: PieceChoice) => void;
  readonly onRemove?: (() => void) | undefined;
}

/** One shirt: size, cut, fabric where there are several, and the label in its neck. */
export function PieceFields({ run, choice, at, count, tried, onChange, onRemove }: PieceFieldsProps) {
  const text = useText('run').piece;
  const format = useFormat();
  const lang = useLang();
  const isFirst = at === 1;
  return (
    <fieldset className={styles.piece} data-piece={at}>
      <legend className={count > 1 ? `${styles.legend} d3` : 'unseen'}>{text.legend(at)}</legend>
      <div className={styles.sizes}>
        <Sizes
          label={text.size}
          showLabel
          options={run.sizes.map((size) => ({ size }))}
          value={choice.size}
          onChange={(size) => isSize(size) && onChange({ ...choice, size })}
          error={tried && !choice.size ? text.sizeError : undefined}
        />
        {isFirst && (
          <p className="small muted">
            {text.sizeNote(format.number(run.free), format.number(run.size))}{' '}
            <PlainLink to="/pages/sizes">{text.measure}</PlainLink>
          </p>
        )}
      </div>
      {run.cuts.length > 1 ? (
        <Segments
          label={text.cut}
          value={choice.cut}
          onChange={(cut) => onChange({ ...choice, cut })}
          options={run.cuts.map((cut) => ({ value: cut, label: cutName(cut, lang) }))}
        />
      ) : (
        isFirst && <p className="small muted">{text.onlyCut(cutName(choice.cut, lang))}</p>
      )}
      {run.fabrics.length > 1 && (
        <Segments
          label={text.fabric}
          value={choice.fabric}
          onChange={(fabric: FabricId) => onChange({ ...choice, fabric })}
          options={run.fabrics.map((fabric) => ({ value: fabric, label: fabricName(fabric, lang) }))}
        />
      )}
      <LabelField value={choice.label} onChange={(label) => onChange({ ...choice, label })} />
      {onRemove && (
        <div>
          <Button kind="line" small onClick={onRemove}>
            {text.remove}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
