import { type Size, sizes } from '@fraisier/shared/cycle/garments.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Checkbox } from '../../../platform/ui/checkbox.tsx';
import { KeyHint } from '../../../platform/ui/key-hint.tsx';
import { Sizes } from '../../../platform/ui/sizes.tsx';
import type { Draft } from '../hand.ts';
import { rememberSize } from '../remembered-size.ts';
import styles from './would-wear.module.css';

export interface WouldWearProps {
  readonly draft: Draft;
  readonly onWear: (worn: boolean) => void;
  readonly onSize: (size: Size) => void;
}

/** Whether the shirt would be worn, and in which size: known on this device from the last time. */
export function WouldWear({ draft, onWear, onSize }: WouldWearProps) {
  const text = useText('ballot');
  return (
    <div className={styles.wear}>
      <div className={styles.line}>
        <Checkbox large checked={draft.wouldWear} onChange={(event) => onWear(event.target.checked)}>
          {text.wear}
        </Checkbox>
        <span className="wide-only">
          <KeyHint>{text.keys.wearKey}</KeyHint>
        </span>
      </div>
      <div className={draft.wouldWear ? undefined : styles.folded}>
        <Sizes
          options={sizes.map((size) => ({ size }))}
          value={draft.size}
          onChange={(chosen) => {
            const size = sizes.find((one) => one === chosen);
            if (!size) return;
            rememberSize(size);
            onSize(size);
          }}
        />
      </div>
      <p className="small muted wide-only">{text.sizeNote}</p>
    </div>
  );
}
