import type { Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import type { ClusterAct } from '@fraisier/shared/cycle/desk-rules.ts';
import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Choices } from '../../../../platform/ui/choices.tsx';
import { Actions } from '../../../../platform/ui/layout.tsx';
import styles from './clusters.module.css';
import { reasonsOf } from './offered-acts.ts';

export interface DecideFormProps {
  readonly act: ClusterAct;
  readonly cluster: Cluster;
  readonly phase: RoundPhase;
  readonly onDecide: (reason: string | null) => void;
  readonly onCancel: () => void;
}

/** Why, and what follows from it, before it is done. */
export function DecideForm({ act, cluster, phase, onDecide, onCancel }: DecideFormProps) {
  const text = useText('ops-votes');
  const { cancel } = useText('platform');
  const [reason, setReason] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const willId = useId();
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);

  const words: Partial<Record<string, string>> = {
    quarantine: text.quarantineReasons,
    dismissal: text.dismissReasons,
    release: text.releaseReasons,
    signature: {},
  }[act];
  const isMissing = act !== 'signature' && reason === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) form.current?.querySelector('input')?.focus();
    else onDecide(reason);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      noValidate
      aria-label={text.ask[act]}
      aria-describedby={willId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {act === 'signature' ? (
        <p className="strong">{text.ask.signature}</p>
      ) : (
        <Choices
          label={text.ask[act]}
          options={reasonsOf[act].map((value) => ({ value: value as string, label: words[value] ?? value }))}
          value={reason}
          onChange={setReason}
          error={tried && isMissing ? text.reasonMissing : undefined}
        />
      )}
      <p id={willId}>
        {act === 'signature' ? text.will.signature : text.will[act](cluster.ballots)}{' '}
        {act === 'release' && phase === 'counted' && text.will.recount} {act !== 'signature' && text.will.log}
      </p>
      <Actions>
        <Button type="submit" kind="ink" wideOnPhone>
          {text.acts[act]}
        </Button>
        <Button kind="line" wideOnPhone onClick={onCancel}>
          {cancel}
        </Button>
      </Actions>
    </form>
  );
}
