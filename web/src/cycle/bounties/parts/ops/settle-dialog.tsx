import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getLedger } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { listPayouts, type Payout, settlePayment } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Input } from '../../../../platform/ui/input.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';

const REASON = 200;

export interface Settling {
  readonly payout: Payout;
  readonly payment: Payout['payments'][number];
  readonly outcome: 'paid' | 'failed';
}

/** The bank's answer, noted once: it moves money in the books and writes to the winner. */
export function SettleDialog({ settling, onClose }: { settling: Settling | null; onClose: () => void }) {
  const text = useText('ops-money').payouts;
  const { cancel } = useText('platform');
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const leave = () => {
    setReason('');
    setTried(false);
    settle.reset();
    onClose();
  };
  const settle = useAct(settlePayment, {
    invalidates: [listBounties, listPayouts, getLedger, getDesk],
    onDone: () => {
      toast(settling?.outcome === 'failed' ? text.failedDone : text.paidDone);
      leave();
    },
  });
  const failed = settling?.outcome === 'failed';
  const missing = failed && reason.trim() === '';
  const confirm = () => {
    setTried(true);
    if (!settling || missing) return;
    settle.mutate({
      params: { payout: settling.payout.id, payment: settling.payment.id },
      body: failed ? { outcome: 'failed', reason: reason.trim() } : { outcome: 'paid' },
    });
  };
  return (
    <Dialog
      open={settling !== null}
      onClose={leave}
      title={failed ? text.failedTitle : text.paidTitle(settling ? format.moneyExact(settling.payment.amount) : '')}
      actions={
        <>
          <Button kind={failed ? 'ink' : 'fraise'} busy={settle.isPending} onClick={confirm}>
            {failed ? text.failedConfirm : text.paidConfirm}
          </Button>
          <Button kind="line" onClick={leave}>
            {cancel}
          </Button>
        </>
      }
    >
      {failed ? (
        <>
          <p>{text.failedText}</p>
          <Input
            label={text.failedReason}
            hint={text.failedHint}
            maxLength={REASON}
            value={reason}
            error={tried && missing ? text.failedMissing : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      ) : (
        <p>{text.paidText(settling?.payment.payee ?? '')}</p>
      )}
      <ErrorNote error={settle.error} />
    </Dialog>
  );
}
