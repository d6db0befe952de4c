import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { TextArea } from '../../../../platform/ui/input.tsx';
import { Actions } from '../../../../platform/ui/layout.tsx';
import styles from './clusters.module.css';

const ANSWER = 1000;

export interface AnswerFormProps {
  readonly phase: RoundPhase;
  readonly onDecide: (outcome: 'upheld' | 'rejected', answer: string) => void;
  readonly onCancel: () => void;
}

/** An answer in the operator's own words, and the two outcomes, of equal weight. */
export function AnswerForm({ phase, onDecide, onCancel }: AnswerFormProps) {
  const text = useText('ops-votes').appeals;
  const { cancel } = useText('platform');
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isEmpty = answer.trim() === '';
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const decide = (outcome: 'upheld' | 'rejected') => {
    setTried(true);
    if (isEmpty) form.current?.querySelector('textarea')?.focus();
    else onDecide(outcome, answer.trim());
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => event.preventDefault()}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <TextArea
        label={text.answer}
        hint={text.answerHint}
        count
        maxLength={ANSWER}
        value={answer}
        error={tried && isEmpty ? text.answerMissing : undefined}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <ul className={styles.outcomes}>
        <li>{phase === 'counted' ? text.upholdRecount : text.upholdWill}</li>
        <li>{text.rejectWill}</li>
      </ul>
      <Actions>
        <Button kind="ink" wideOnPhone onClick={() => decide('upheld')}>
          {text.uphold}
        </Button>
        <Button kind="ink" wideOnPhone onClick={() => decide('rejected')}>
          {text.reject}
        </Button>
        <Button kind="line" wideOnPhone onClick={onCancel}>
          {cancel}
        </Button>
      </Actions>
    </form>
  );
}
