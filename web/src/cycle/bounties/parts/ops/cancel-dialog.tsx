import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getLedger } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { cancelPayout, listPayouts, type Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { useState } from 'react';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Checkbox } from '../../../../platform/ui/checkbox.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Input } from '../../../../platform/ui/input.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';

const REASON = 200;

/** Makes a file void: only one that the bank never had, and only with a reason. */
export function CancelDialog({ payout, onClose }: { payout: Payout | null; onClose: () => void }) {
  const text = useText('ops-money').payouts;
  const [reason, setReason] = useState('');
  const [notSent, setNotSent] = useState(false);
  const [tried, setTried] = useState(false);
  const leave = () => {
    setReason('');
    setNotSent(false);
    setTried(false);
    cancel.reset();
    onClose();
  };
  const cancel = useAct(cancelPayout, {
    invalidates: [listBounties, listPayouts, getLedger, getDesk],
    onDone: () => {
      toast(text.cancelDone);
      leave();
    },
  });
  const confirm = () => {
    setTried(true);
    if (!payout || !notSent || reason.trim() === '') return;
    cancel.mutate({ params: { payout: payout.id }, body: { reason: reason.trim(), notSent: true } });
  };
  return (
    <Dialog
      open={payout !== null}
      onClose={leave}
      title={text.cancelTitle}
      actions={
        <>
          <Button kind="ink" busy={cancel.isPending} onClick={confirm}>
            {text.cancelConfirm}
          </Button>
          <Button kind="line" onClick={leave}>
            {text.keep}
          </Button>
        </>
      }
    >
      <p>{text.cancelText}</p>
      <Checkbox
        checked={notSent}
        hint={text.notSentHint(payout?.downloads ?? 0)}
        error={tried && !notSent ? text.notSentMissing : undefined}
        onChange={(event) => setNotSent(event.target.checked)}
      >
        {text.notSent}
      </Checkbox>
      <Input
        label={text.cancelReason}
        hint={text.cancelHint}
        maxLength={REASON}
        value={reason}
        error={tried && reason.trim() === '' ? text.cancelMissing : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <ErrorNote error={cancel.error} />
    </Dialog>
  );
}
