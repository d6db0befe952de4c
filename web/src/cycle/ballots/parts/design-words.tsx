import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { NOTE_LENGTH } from '@fraisier/shared/cycle/voting-rules.ts';
import type { Ref } from 'react';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Inks } from '../../../platform/ui/inks.tsx';
import { TextArea } from '../../../platform/ui/input.tsx';
import { Segments } from '../../../platform/ui/segments.tsx';
import { fabricName } from '../../submissions/card-words.ts';
import styles from './design-words.module.css';
import type { StageView } from './stage.tsx';

export interface DesignWordsProps {
  readonly card: DesignCard;
  /** The heading takes the focus when a new design comes. */
  readonly titleRef: Ref<HTMLHeadingElement>;
  readonly view: StageView;
  readonly onView: (view: StageView) => void;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onNoteDone: () => void;
}

/** What may be known of a design before the count: its title, its inks, its fabric. Never whose it is. */
export function DesignWords({ card, titleRef, view, onView, note, onNote, onNoteDone }: DesignWordsProps) {
  const text = useText('ballot');
  const lang = useLang();
  return (
    <div className={styles.words}>
      <div className={styles.name}>
        <h1 className={`d4 ${styles.title}`} tabIndex={-1} ref={titleRef} lang="fr">
          {card.title}
        </h1>
        <p className={styles.facts}>
          {card.inks.length > 0 && <Inks colors={card.inks.map((ink) => ink.hex)} />}
          <span className="muted">{text.onFabric(fabricName(card.fabric, lang))}</span>
        </p>
      </div>
      <div className={styles.foot}>
        <Segments
          label={text.view.label}
          labelHidden
          value={view}
          onChange={onView}
          options={[
            { value: 'worn', label: text.view.worn },
            { value: 'flat', label: text.view.flat },
          ]}
        />
        <details key={card.id} className={styles.word}>
          <summary>{text.word.summary}</summary>
          <TextArea
            label={text.word.label}
            labelHidden
            optional
            rows={3}
            count
            maxLength={NOTE_LENGTH}
            value={note}
            onChange={(event) => onNote(event.target.value)}
            onBlur={onNoteDone}
            hint={`${text.word.hint} ${text.word.withRating}`}
          />
        </details>
        <p className={`small muted wide-only ${styles.author}`}>{text.author}</p>
      </div>
    </div>
  );
}
