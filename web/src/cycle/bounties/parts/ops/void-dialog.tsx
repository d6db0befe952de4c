import { downloadPayout, type Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { addressOf } from '../../../../platform/api.ts';
import { useText } from '../../../../platform/i18n/use-text.ts';
import { Button, ButtonOutLink } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { Note } from '../../../../platform/ui/note.tsx';

/** A void file is handed out only to who has read what it would do. */
export function VoidDialog({ payout, onClose }: { payout: Payout | null; onClose: () => void }) {
  const text = useText('ops-money').payouts;
  const { cancel } = useText('platform');
  return (
    <Dialog
      open={payout !== null}
      onClose={onClose}
      title={text.lookTitle}
      actions={
        <>
          {payout && (
            <ButtonOutLink
              kind="ink"
              download
              href={addressOf(downloadPayout, { params: { payout: payout.id }, query: { evenIfVoid: true } })}
              onClick={onClose}
            >
              {text.lookConfirm}
            </ButtonOutLink>
          )}
          <Button kind="line" onClick={onClose}>
            {cancel}
          </Button>
        </>
      }
    >
      <Note tone="bad">{text.lookText}</Note>
    </Dialog>
  );
}
