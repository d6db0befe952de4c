import { getBallot, listMyBallots } from '@fraisier/shared/contracts/ballots.ts';
import { appeal } from '@fraisier/shared/contracts/ballots-appeals.ts';
import type { AppealReasonCode } from '@fraisier/shared/cycle/desk-rules.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { useAct } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { TextArea } from '../../../platform/ui/input.tsx';
import styles from './set-aside.module.css';

const WORDS = 1000;

/** A few words to a person who reads and answers. Once a round. */
export function AppealForm({ round, until }: { round: string; until: string }) {
  const text = useText('ballot-end').setAside;
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLFormElement>(null);
  const send = useAct(appeal, { invalidates: [getBallot, listMyBallots] });
  const isEmpty = words.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty) field.current?.querySelector('textarea')?.focus();
    else send.mutate({ params: { round }, body: { reason: words.trim() } });
  };
  const say = ({ code }: ProblemReason) =>
    (text.refusals as Partial<Record<string, (typeof text.refusals)[AppealReasonCode]>>)[code];
  return (
    <form ref={field} className={styles.form} onSubmit={submit} noValidate>
      <p>
        <b>{text.can}</b> {until}
      </p>
      <TextArea
        label={text.label}
        hint={text.hint}
        count
        maxLength={WORDS}
        value={words}
        error={tried && isEmpty ? text.empty : undefined}
        onChange={(event) => setWords(event.target.value)}
      />
      <ErrorNote error={send.error} reason={say} />
      <div>
        <Button type="submit" kind="ink" wideOnPhone busy={send.isPending}>
          {text.send}
        </Button>
      </div>
    </form>
  );
}
