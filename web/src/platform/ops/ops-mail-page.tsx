import { getMailCounts } from '@fraisier/shared/contracts/mails.ts';
import { useNavigate, useSearchParams } from 'react-router';
import { useFormat, useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { Stack } from '../ui/layout.tsx';
import { Note } from '../ui/note.tsx';
import { OpsShell } from '../ui/ops/ops-shell.tsx';
import { Segments } from '../ui/segments.tsx';
import { mailView } from './mail-lists.ts';
import { MailSamples } from './mail-samples.tsx';
import { Outbox } from './outbox.tsx';

/** The mail room: what left and what did not, and every mail as its reader sees it. */
export function Page() {
  const text = useText('ops-mail');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const counts = useCall(getMailCounts).data;
  const view = mailView(search);
  return (
    <OpsShell title={text.title} subtitle={counts && text.subtitle(counts.waiting, counts.failed)}>
      <Stack gap={5}>
        <Segments
          label={text.view}
          labelHidden
          value={view.view}
          options={(['outbox', 'samples'] as const).map((value) => ({ value, label: text.views[value] }))}
          onChange={(next) => void navigate({ search: next === 'samples' ? '?view=samples' : '' })}
        />
        {view.view === 'samples' ? (
          <MailSamples view={view} />
        ) : (
          <>
            <Trouble />
            <Outbox />
          </>
        )}
      </Stack>
    </OpsShell>
  );
}

/** Said once and for all mails: each line has its own reason too. */
function Trouble() {
  const text = useText('ops-mail');
  const format = useFormat();
  const counts = useCall(getMailCounts).data;
  if (!counts?.trouble || !counts.oldestWaitingSince) return null;
  return (
    <Note tone="bad" title={text.trouble}>
      <p>{text.troubleHint(format.number(counts.waiting), format.stamp(counts.oldestWaitingSince))}</p>
      <p className="small">
        {text.says} : <q>{counts.trouble}</q>
      </p>
    </Note>
  );
}
