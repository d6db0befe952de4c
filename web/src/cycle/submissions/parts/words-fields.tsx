import { TEXT_LIMITS } from '@fraisier/shared/cycle/submission-rules.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Checkbox } from '../../../platform/ui/checkbox.tsx';
import { Input, TextArea } from '../../../platform/ui/input.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import type { Draft } from '../draft.ts';
import type { FieldErrors } from '../submit-problems.ts';
import styles from './words-fields.module.css';

export interface WordsFieldsProps {
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
  readonly rights: boolean;
  readonly onRights: (declared: boolean) => void;
  readonly errors: FieldErrors;
  /** The device keeps what is written. */
  readonly isKept: boolean;
}

export function WordsFields({ draft, onChange, rights, onRights, errors, isKept }: WordsFieldsProps) {
  const { words: text } = useText('submit');
  return (
    <div className={styles.fields}>
      <div className={styles.column}>
        <Input
          label={text.name}
          count
          maxLength={TEXT_LIMITS.title.most}
          value={draft.title}
          error={errors.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <TextArea
          label={text.story}
          optional
          count
          rows={6}
          maxLength={TEXT_LIMITS.story.most}
          value={draft.story}
          error={errors.story}
          onChange={(event) => onChange({ story: event.target.value })}
          hint={text.storyHint}
        />
        <TextArea
          label={text.sources}
          optional
          count
          rows={3}
          maxLength={TEXT_LIMITS.sources.most}
          value={draft.sources}
          error={errors.sources}
          onChange={(event) => onChange({ sources: event.target.value })}
          hint={text.sourcesHint}
        />
      </div>
      <div className={styles.column}>
        <TextArea
          label={text.alt}
          count
          rows={3}
          maxLength={TEXT_LIMITS.altText.most}
          value={draft.altText}
          error={errors.altText}
          onChange={(event) => onChange({ altText: oneLine(event.target.value) })}
          hint={text.altHint}
        />
        <TextArea
          label={text.altEn}
          optional
          count
          rows={3}
          maxLength={TEXT_LIMITS.altText.most}
          value={draft.altTextEn}
          error={errors.altTextEn}
          onChange={(event) => onChange({ altTextEn: oneLine(event.target.value) })}
        />
        <Checkbox
          className={styles.rights}
          checked={rights}
          error={errors.rightsDeclared}
          hint={
            <>
              {text.rightsHint} <Link to="/pages/designers">{text.rightsLink}</Link>
            </>
          }
          onChange={(event) => onRights(event.target.checked)}
        >
          {text.rights}
        </Checkbox>
        <p className="small muted">{isKept ? text.kept : text.notKept}</p>
      </div>
    </div>
  );
}

/** A description is one line, however many the field shows. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ');
}
