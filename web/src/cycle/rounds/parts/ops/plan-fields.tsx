import type { ReactNode } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Input } from '../../../../platform/ui/input.tsx';
import styles from './plan-form.module.css';
import { type Fault, isMoment, isMoney, type PlanKey, type PlanValues } from './plan-values.ts';

export interface PlanFieldsProps {
  readonly title: string;
  readonly keys: readonly PlanKey[];
  readonly values: PlanValues;
  readonly onChange: (key: PlanKey, value: string) => void;
  /** In the field, where nothing is typed. */
  readonly placeholders?: Partial<Record<PlanKey, string>>;
  readonly hints?: Partial<Record<PlanKey, ReactNode>>;
  readonly errors: Partial<Record<PlanKey, ReactNode>>;
}

/** A group of a plan's questions; none of them must be answered. */
export function PlanFields({ title, keys, values, onChange, placeholders, hints, errors }: PlanFieldsProps) {
  const { plan } = useText('ops-rounds');
  if (keys.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className="strong">{title}</legend>
      <div className={styles.fields}>
        {keys.map((key) => (
          <Input
            key={key}
            name={key}
            label={plan[key]}
            required={false}
            type={isMoment(key) ? 'datetime-local' : 'text'}
            inputMode={isMoment(key) ? undefined : isMoney(key) ? 'decimal' : 'numeric'}
            value={values[key] ?? ''}
            placeholder={placeholders?.[key]}
            hint={hints?.[key]}
            error={errors[key]}
            onChange={(event) => onChange(key, event.target.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Says what cannot be read in a field. */
export function useFaultWords(): (fault: Fault) => string {
  const { plan } = useText('ops-rounds');
  const format = useFormat();
  return (fault) => {
    if (fault.kind === 'range') return plan.badRange(format.number(fault.least), format.number(fault.most));
    return { moment: plan.badMoment, amount: plan.badAmount, count: plan.badCount }[fault.kind];
  };
}
