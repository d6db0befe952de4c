import type { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { DownloadIcon } from '../../../platform/ui/icons.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import { receiptsFile } from '../receipts-file.ts';

/** Takes the receipts along: as text, or as a file. */
export function ReceiptActs({ ballot }: { ballot: ResponseOf<typeof getBallot> }) {
  const { mine: text } = useText('ballot-end');
  const copy = () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(receiptsFile(ballot)))
      .then(
        () => toast(text.copied),
        () => toast(text.copyFailed, 'bad'),
      );
  const download = () => {
    const address = URL.createObjectURL(new Blob([receiptsFile(ballot)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = text.file(ballot.round);
    link.click();
    // Once the browser has taken it.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <Actions>
      <Button kind="line" small onClick={() => void copy()}>
        {text.copy}
      </Button>
      <Button kind="line" small onClick={download}>
        <DownloadIcon />
        {text.download}
      </Button>
    </Actions>
  );
}
