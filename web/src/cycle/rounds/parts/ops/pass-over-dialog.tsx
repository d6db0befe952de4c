import { getCount, passOver } from '@fraisier/shared/contracts/rounds-close.ts';
import { getResult, type WinnerRow } from '@fraisier/shared/contracts/rounds-result.ts';
import { reasonsNotToPassOver } from '@fraisier/shared/cycle/close-rules.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { PublishedReason } from './published-reason.tsx';
import { useRoundReason } from './round-reasons.ts';

export interface PassOverDialogProps {
  readonly round: string;
  /** Open while there is one. */
  readonly winner: WinnerRow | undefined;
  /** Who shares the first place with it, and then wins without it. */
  readonly others: readonly string[];
  readonly onClose: () => void;
}

export function PassOverDialog({ round, winner, others, onClose }: PassOverDialogProps) {
  const text = useText('ops-rounds').count;
  const { cancel } = useText('platform');
  const format = useFormat();
  const say = useRoundReason();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const pass = useAct(passOver, {
    invalidates: [getCount, getResult],
    onDone: () => {
      toast(text.passedOver(winner?.title ?? ''));
      leave();
      // The button that asked for it went with the winner.
      requestAnimationFrame(() => document.getElementById('winners')?.focus({ preventScroll: true }));
    },
  });
  const leave = () => {
    setReason('');
    setTried(false);
    pass.reset();
    onClose();
  };
  const facts = { phase: 'counted', isWinner: true, alreadyPassedOver: false, reason } as const;
  const wrong = reasonsNotToPassOver(facts)[0];
  return (
    <Dialog
      open={winner !== undefined}
      onClose={leave}
      title={text.passOverTitle(winner?.title ?? '')}
      actions={
        <>
          <Button
            busy={pass.isPending}
            onClick={() => {
              setTried(true);
              if (wrong || !winner) return;
              pass.mutate({ params: { round }, body: { design: winner.design, reason: reason.trim() } });
            }}
          >
            {text.passOverConfirm}
          </Button>
          <Button kind="line" onClick={leave}>
            {cancel}
          </Button>
        </>
      }
    >
      <p>{others.length > 0 ? text.passOverTied(format.list(others), others.length) : text.passOverText}</p>
      <PublishedReason value={reason} onChange={setReason} error={tried && wrong ? say(wrong) : undefined} />
      <ErrorNote error={pass.error} reason={say} />
    </Dialog>
  );
}
