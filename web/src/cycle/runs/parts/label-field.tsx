import { LABEL_LENGTH, normalizeLabel } from '@fraisier/shared/cycle/labels.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Input } from '../../../platform/ui/input.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { Woven } from '../../../platform/ui/woven.tsx';
import { labelTrouble, lettersFree } from '../choices.ts';
import styles from './label-field.module.css';

/** The letters in the neck, checked as they are typed and shown as they will be sewn. */
export function LabelField({ value, onChange }: { value: string; onChange: (label: string) => void }) {
  const text = useText('run').label;
  const letters = normalizeLabel(value);
  const trouble = labelTrouble(value);
  const wrong =
    trouble?.code === 'character'
      ? text.character(trouble.grapheme ?? '')
      : trouble?.code === 'too_long'
        ? text.tooLong(trouble.length, LABEL_LENGTH)
        : undefined;
  return (
    <div className={styles.label}>
      <Input
        label={text.title}
        optional
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={wrong}
        hint={wrong ? undefined : letters === '' ? text.none(LABEL_LENGTH) : text.hint(lettersFree(value))}
        beside={
          <span aria-hidden="true">
            <Woven text={letters} />
          </span>
        }
      />
      {letters !== '' && !wrong && <Note tone="warn">{text.noReturn}</Note>}
    </div>
  );
}
