import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { getRound, listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import { getAgenda } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { closeRound, getClosing, getCount } from '@fraisier/shared/contracts/rounds-close.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { listRuns } from '@fraisier/shared/contracts/runs.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { invalidate, useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Input } from '../../../../platform/ui/input.tsx';
import { Checklist } from '../../../../platform/ui/ops/panel.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import type { DryRun } from './count-panel.tsx';
import { ReasonLine } from './reason-line.tsx';

export interface CloseDialogProps {
  readonly round: Round;
  readonly count: DryRun;
  /** Besides the bounties, which are told with name and sum. */
  readonly makes: readonly string[];
  readonly say: (reason: ProblemReason) => string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says exactly what closing does, and closes what was read: another count or winner by then is refused. */
export function CloseDialog({ round, count, makes, say, open, onClose }: CloseDialogProps) {
  const text = useText('ops-rounds').count;
  const { roundName } = useText('ops');
  const { cancel } = useText('platform');
  const format = useFormat();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const close = useAct(closeRound, {
    invalidates: [getRound, listRounds, getCount, getClosing, getResult, listBounties, listRuns, getDesk, getAgenda],
    onDone: () => {
      onClose();
      toast(text.done);
    },
  });
  const nets = count.winners.map((winner) => {
    const line = count.money.find((one) => one.design === winner.design);
    return text.dialogNet(line ? format.moneyExact(line.net) : '', winner.designer);
  });
  const winners = count.winners.map((winner) => winner.design);
  const isTyped = typed.trim() === round.slug;
  const send = () => {
    if (!isTyped || close.isPending) return;
    close.mutate({ params: { round: round.slug }, body: { countId: count.countId, winners } });
  };
  return (
    <Dialog
      open={open}
      onClose={() => {
        if (close.isError) void Promise.all([getCount, getRound].map((one) => invalidate(client, one)));
        close.reset();
        setTyped('');
        onClose();
      }}
      title={text.dialogTitle(roundName(round.number))}
      actions={
        <>
          <Button
            busy={close.isPending}
            disabledReason={isTyped ? undefined : text.confirmFirst(round.slug)}
            onClick={send}
          >
            {text.confirm}
          </Button>
          <Button kind="line" onClick={onClose}>
            {cancel}
          </Button>
        </>
      }
    >
      <p>{text.dialogText}</p>
      {count.winners.length > 0 && <p className="d3">{format.list(count.winners.map((winner) => winner.title))}</p>}
      <Checklist items={[...nets, ...makes].map((one) => ({ state: 'will', text: one }))} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Input
          label={text.typeLabel(round.slug)}
          value={typed}
          autoComplete="off"
          inputMode="numeric"
          maxLength={7}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      <ErrorNote error={close.error} reason={(one) => <ReasonLine reason={one} round={round.slug} say={say} />} />
    </Dialog>
  );
}
