import { getRound } from '@fraisier/shared/contracts/rounds.ts';
import { type Design, getDesign, listMyDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { withdrawDesign } from '@fraisier/shared/contracts/submissions-own.ts';
import { useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { useAct } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Dialog } from '../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { toast } from '../../../platform/ui/toast.tsx';

export function WithdrawDesign({ design }: { design: Design }) {
  const { own: text } = useText('submit');
  const { cancel } = useText('platform');
  const [open, setOpen] = useState(false);
  const withdraw = useAct(withdrawDesign, {
    invalidates: [getDesign, listMyDesigns, getRound],
    onDone: () => {
      setOpen(false);
      toast(text.withdrawn);
    },
  });
  return (
    <>
      <Button kind="line" small onClick={() => setOpen(true)}>
        {text.withdraw}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={text.withdrawTitle}
        actions={
          <>
            <Button busy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { design: design.id } })}>
              {text.withdraw}
            </Button>
            <Button kind="line" onClick={() => setOpen(false)}>
              {cancel}
            </Button>
          </>
        }
      >
        <p>{text.withdrawText(design.title)}</p>
        <ErrorNote error={withdraw.error} />
      </Dialog>
    </>
  );
}
