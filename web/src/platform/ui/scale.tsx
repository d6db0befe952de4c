import { useId } from 'react';
import { useText } from '../i18n/use-text.ts';
import styles from './scale.module.css';

export interface ScaleProps {
  /** 1 to 5; null while nothing is chosen. */
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  /** A click or Enter, also on what is chosen already: the moment to go on. */
  readonly onChoose?: (value: number) => void;
  /** `dock`: the wide one at the foot of a ballot. */
  readonly size?: 'normal' | 'dock';
  readonly legend?: string;
  readonly disabled?: boolean;
}

/** One to five, each with its word: a native group of radio buttons, so arrows, space and screen readers are at home. */
export function Scale({ value, onChange, onChoose, size = 'normal', legend, disabled }: ScaleProps) {
  const { rating } = useText('platform');
  const name = useId();
  return (
    <fieldset className={[styles.scale, styles[size]].filter(Boolean).join(' ')} disabled={disabled}>
      <legend className="unseen">{legend ?? rating.legend}</legend>
      {rating.words.map((word, index) => {
        const stars = index + 1;
        return (
          <label key={word}>
            <input
              type="radio"
              name={name}
              value={stars}
              checked={value === stars}
              onChange={() => onChange(stars)}
              onClick={(event) => {
                // A click made by an arrow key has no pointer: it chooses, it does not go on.
                if (event.detail > 0) onChoose?.(stars);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                onChoose?.(stars);
              }}
            />
            <span className={styles.figure}>{stars}</span>
            <span className={styles.word}>{word}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
