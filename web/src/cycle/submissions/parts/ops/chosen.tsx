import type { ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { KeyHint } from '../../../../platform/ui/key-hint.tsx';
import styles from './chosen.module.css';
import { canAdmit, canRefuse } from './decisions.ts';
import { type Refusal, RefuseForm } from './refuse-form.tsx';

export interface ChosenProps {
  readonly items: readonly ReviewItem[];
  readonly refusing: boolean;
  readonly onRefusing: (refusing: boolean) => void;
  readonly onAdmit: () => void;
  readonly onRefuse: (refusal: Refusal) => void;
  readonly onClear: () => void;
}

/** Several designs that one word decides: which, how many of them it can be said of, and that nothing has left yet. */
export function Chosen({ items, refusing, onRefusing, onAdmit, onRefuse, onClear }: ChosenProps) {
  const text = useText('ops-moderation');
  const format = useFormat();
  const { chosen } = text;
  const [admitted, refused] = [items.filter(canAdmit).length, items.filter(canRefuse).length];
  return (
    <section className={styles.chosen} aria-label={chosen.label}>
      <div className={styles.row}>
        <div>
          <p className="d3" role="status">
            {chosen.count(items.length)}
          </p>
          <p className="small muted">{format.list(items.map(({ title }) => title))}</p>
        </div>
        {!refusing && (
          <div className={styles.acts}>
            <Button kind="ink" onClick={onAdmit} disabledReason={admitted > 0 ? undefined : text.admitBlocked}>
              {chosen.admit(admitted)} <KeyHint>A</KeyHint>
            </Button>
            {refused > 0 && (
              <Button kind="ink" onClick={() => onRefusing(true)}>
                {chosen.refuse(refused)} <KeyHint>R</KeyHint>
              </Button>
            )}
            <Button kind="line" onClick={onClear}>
              {chosen.clear} <KeyHint>{chosen.escape}</KeyHint>
            </Button>
          </div>
        )}
      </div>
      {admitted < items.length && <p className="small">{chosen.some(items.length - admitted)}</p>}
      {refusing && (
        <RefuseForm title={String(refused)} onRefuse={onRefuse} onCancel={() => onRefusing(false)} several />
      )}
      <p className="small muted">{chosen.safe}</p>
    </section>
  );
}
