import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getRound, listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getAgenda } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { cancelRound } from '@fraisier/shared/contracts/rounds-plan.ts';
import { reasonsNotToCancel } from '@fraisier/shared/cycle/close-rules.ts';
import { canCancel } from '@fraisier/shared/cycle/round-phase.ts';
import { useState } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Stack } from '../../../../platform/ui/layout.tsx';
import { Checklist, Panel } from '../../../../platform/ui/ops/panel.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { PublishedReason } from './published-reason.tsx';
import styles from './round-desk.module.css';
import { useRoundReason } from './round-reasons.ts';

/** Cancels a round before its count, for a reason that everyone reads. */
export function CancelPanel({ round }: { round: Round }) {
  const text = useText('ops-rounds').cancelling;
  const [open, setOpen] = useState(false);
  if (round.phase === 'cancelled') {
    return (
      <Panel title={text.wasCancelled}>
        <p className={`prose ${styles.quote}`}>{round.cancelReason}</p>
      </Panel>
    );
  }
  return (
    <Panel title={text.title}>
      <Stack gap={3}>
        <p className="muted">{text.hint}</p>
        <div>
          <Button
            kind="line"
            small
            disabledReason={canCancel(round.phase) ? undefined : text.blocked}
            onClick={() => setOpen(true)}
          >
            {text.open}
          </Button>
        </div>
      </Stack>
      <CancelDialog round={round} open={open} onClose={() => setOpen(false)} />
    </Panel>
  );
}

function CancelDialog({ round, open, onClose }: { round: Round; open: boolean; onClose: () => void }) {
  const text = useText('ops-rounds').cancelling;
  const { roundName } = useText('ops');
  const platform = useText('platform');
  const say = useRoundReason();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const cancel = useAct(cancelRound, {
    invalidates: [getRound, listRounds, getDesk, getAgenda],
    onDone: () => {
      onClose();
      toast(text.done);
    },
  });
  const wrong = reasonsNotToCancel({ phase: round.phase, reason })[0];
  return (
    <Dialog
      open={open}
      onClose={() => {
        cancel.reset();
        onClose();
      }}
      title={text.dialogTitle(roundName(round.number))}
      actions={
        <>
          <Button
            busy={cancel.isPending}
            onClick={() => {
              setTried(true);
              if (!wrong) cancel.mutate({ params: { round: round.slug }, body: { reason: reason.trim() } });
            }}
          >
            {text.confirm}
          </Button>
          <Button kind="line" onClick={onClose}>
            {platform.cancel}
          </Button>
        </>
      }
    >
      <Checklist items={text.will.map((one) => ({ state: 'will', text: one }))} />
      <PublishedReason value={reason} onChange={setReason} error={tried && wrong ? say(wrong) : undefined} />
      <ErrorNote error={cancel.error} reason={say} />
    </Dialog>
  );
}
