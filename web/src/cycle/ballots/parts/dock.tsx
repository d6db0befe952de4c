import type { Stars } from '@fraisier/shared/cycle/voting-rules.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ArrowIcon, BackIcon } from '../../../platform/ui/icons.tsx';
import { KeyHint } from '../../../platform/ui/key-hint.tsx';
import { Scale } from '../../../platform/ui/scale.tsx';
import type { Need } from '../hand.ts';
import type { KeyActs } from '../use-keys.ts';
import styles from './dock.module.css';

export interface DockProps {
  readonly stars: Stars | null;
  /** The design has a rating already: it can be changed, not skipped. */
  readonly isRated: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** One rating is being changed, outside a hand. */
  readonly alone: boolean;
  readonly need: Need;
  readonly acts: KeyActs;
  /** A rating set by arrow keys: it does not go on. */
  readonly onSet: (stars: Stars) => void;
}

/** The scale, and the ways on and back: at the foot of the screen, under the thumb. */
export function Dock({ stars, isRated, isFirst, isLast, alone, need, acts, onSet }: DockProps) {
  const text = useText('ballot');
  const { keys } = text;
  return (
    <div>
      <div className={styles.scale}>
        <Scale
          size="dock"
          value={stars}
          onChange={(value) => onSet(value as Stars)}
          onChoose={(value) => acts.rate(value as Stars)}
        />
      </div>
      <div className={styles.foot}>
        <p className={`small muted ${styles.keys}`}>
          <span>
            <KeyHint>1</KeyHint> {keys.to} <KeyHint>5</KeyHint> {keys.rate}
          </span>
          <span>
            <KeyHint>{keys.space}</KeyHint> {keys.skip}
          </span>
          <span>
            <KeyHint>
              <BackIcon />
              <span className="unseen">{keys.left}</span>
            </KeyHint>{' '}
            {keys.back}
          </span>
          <span>
            <KeyHint>Z</KeyHint> {keys.flat}
          </span>
          <button type="button" className={styles.help} onClick={acts.help}>
            {keys.help}
          </button>
        </p>
        {need === 'answer' && <p className={`small ${styles.need}`}>{text.needAnswer}</p>}
        <div className={styles.acts}>
          {!alone && (
            <Button kind="line" small className={isFirst ? styles.noBack : styles.back} onClick={acts.back}>
              <BackIcon />
              <span className={styles.backWord}>{text.back}</span>
            </Button>
          )}
          {!alone && !isRated && (
            <Button kind="line" small onClick={acts.skip}>
              {text.skip}
            </Button>
          )}
          <Button kind="ink" small onClick={acts.next}>
            {isLast ? text.finish : text.next}
            <ArrowIcon />
          </Button>
        </div>
      </div>
    </div>
  );
}
