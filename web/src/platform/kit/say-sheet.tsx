import { useId, useState } from 'react';
import { ApiProblem } from '../api.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import dialogLook from '../ui/dialog.module.css';
import { Dialog, DialogSheet } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Actions, Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Loading } from '../ui/loading.tsx';
import { Note } from '../ui/note.tsx';
import { OfflineWords } from '../ui/offline-note.tsx';
import { Phase } from '../ui/phase.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { ToastNote } from '../ui/toast-note.tsx';
import { Part, Sheet, Shot, Shots } from './sheet.tsx';

const tones = ['ok', 'warn', 'bad', 'info'] as const;
const refusals = [new ApiProblem('unavailable', { status: 503 }), new ApiProblem('offline')];
const withReasons = new ApiProblem('sold_out', { status: 409, reasons: [{ code: 'size' }] });

export function SaySheet({ number }: { number: number }) {
  const text = useText('kit');
  const { parts } = text;
  return (
    <Sheet id="says" number={number}>
      <Part title={parts.notes} of="note.tsx" span={6}>
        <Stack gap={3}>
          {tones.map((tone) => (
            <Note key={tone} tone={tone} title={text.said[tone][0]}>
              {text.said[tone][1]}
            </Note>
          ))}
        </Stack>
      </Part>
      <Part title={parts.errors} of="error-note.tsx, problem-text.tsx" span={6}>
        <Stack gap={3}>
          {refusals.map((error) => (
            <ErrorNote key={error.code} error={error} onRetry={() => undefined} />
          ))}
          <ErrorNote error={withReasons} reason={() => text.reason} />
          <p className="small muted">
            <ProblemText code="not_found" />
          </p>
        </Stack>
      </Part>
      <Part title={parts.empty} of="empty.tsx" span={6}>
        <Empty title={text.emptyTitle}>
          <p className="muted">{text.emptyText}</p>
          <Link to="/kit">{text.emptyLink}</Link>
        </Empty>
      </Part>
      <Part title={parts.loading} of="loading.tsx" span={6}>
        <Loading frames={3} />
        <Loading />
      </Part>
      <Part title={parts.phases} of="phase.tsx" span={4}>
        <Stack gap={2}>
          {(['open', 'waiting', 'settled'] as const).map((state) => (
            <Phase key={state} state={state}>
              {text.phaseNames[state]}
            </Phase>
          ))}
        </Stack>
      </Part>
      <Part title={parts.tags} of="tag.tsx" span={4}>
        <Actions>
          {(['plain', 'warn', 'bad', 'ok'] as const).map((tone) => (
            <Tag key={tone} tone={tone}>
              {text.tags[tone]}
            </Tag>
          ))}
        </Actions>
      </Part>
      <Part title={parts.offline} of="offline-note.tsx" span={4}>
        <OfflineWords />
      </Part>
      <Part title={parts.toast} of="toast.tsx" span={5}>
        <Stack gap={3}>
          <ToastNote tone="ok" text={text.toasted} onClose={() => undefined} />
          <ToastNote tone="bad" text={text.said.bad[0]} onClose={() => undefined} />
          <Actions>
            <Button kind="line" small onClick={() => toast(text.toasted)}>
              {text.showToast}
            </Button>
          </Actions>
        </Stack>
      </Part>
      <Part title={parts.dialog} of="dialog.tsx" span={7}>
        <Dialogs />
      </Part>
    </Sheet>
  );
}

function Dialogs() {
  const text = useText('kit');
  const { state } = text;
  const { cancel } = useText('platform');
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const actions = (
    <>
      <Button small onClick={close}>
        {text.withdraw}
      </Button>
      <Button kind="line" small onClick={close}>
        {cancel}
      </Button>
    </>
  );
  return (
    <Shots size="l">
      <Shot state={state.rest}>
        <div className={dialogLook.dialog}>
          <DialogSheet title={text.dialogTitle} titleId={titleId} actions={actions} onClose={close}>
            <p>{text.dialogText}</p>
          </DialogSheet>
        </div>
      </Shot>
      <Shot state={state.closed}>
        <Button kind="line" small onClick={() => setOpen(true)}>
          {text.withdraw}
        </Button>
        <Dialog open={open} onClose={close} title={text.dialogTitle} actions={actions}>
          <p>{text.dialogText}</p>
        </Dialog>
      </Shot>
    </Shots>
  );
}
