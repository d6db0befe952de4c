import { listLetterRounds } from '@fraisier/shared/contracts/feedback.ts';
import { getMailCounts } from '@fraisier/shared/contracts/mails.ts';
import { useSearchParams } from 'wouter';
import { monthYear } from '../../cycle/rounds/round-words.ts';
import { showQuery } from '../app/go-to.ts';
import { useFormat, useLang, useText } from '../i18n/use-text.ts';
import { useCall } from '../query.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Stack } from '../ui/layout.tsx';
import { Note } from '../ui/note.tsx';
import { OpsShell } from '../ui/ops/ops-shell.tsx';
import { Segments } from '../ui/segments.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './mail.module.css';
import { mailView } from './mail-lists.ts';
import { MailSamples } from './mail-samples.tsx';
import { Outbox } from './outbox.tsx';

/** The mail room: what left and what did not, and every mail as its reader sees it. */
export function Page() {
  const text = useText('ops-mail');
  const [search] = useSearchParams();
  const counts = useCall(getMailCounts).data;
  const view = mailView(search, useLang());
  return (
    <OpsShell title={text.title} subtitle={counts && text.subtitle(counts.waiting, counts.failed)}>
      <Stack gap={5}>
        <Segments
          label={text.view}
          labelHidden
          value={view.view}
          options={(['outbox', 'samples'] as const).map((value) => ({ value, label: text.views[value] }))}
          onChange={(next) => showQuery(next === 'samples' ? 'view=samples' : '')}
        />
        {view.view === 'samples' ? (
          <MailSamples view={view} />
        ) : (
          <>
            <Trouble />
            <Letters />
            <Outbox />
          </>
        )}
      </Stack>
    </OpsShell>
  );
}

/** Each entrant has one letter: what would be missing is said here before anyone asks for it. */
function Letters() {
  const text = useText('ops-mail').letters;
  const format = useFormat();
  const found = useCall(listLetterRounds);
  const rounds = found.data?.items ?? [];
  const shown = rounds.filter(
    ({ missing, failed, sent, mailed }, nth) => nth === 0 || missing + failed + mailed - sent > 0,
  );
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (shown.length === 0) return null;
  return (
    <section aria-label={text.title} className={styles.letters}>
      <h2 className="d2">{text.title}</h2>
      <ul>
        {shown.map(({ round, entrants, written, sent, failed, missing }) => (
          <li key={round}>
            <b>{monthYear(round, format)}</b>
            <span>{text.line(entrants, written, sent)}</span>
            {failed > 0 && <Tag tone="bad">{text.failed(failed)}</Tag>}
            {missing > 0 ? <Tag tone="warn">{text.missing(missing)}</Tag> : <Tag tone="ok">{text.none}</Tag>}
          </li>
        ))}
      </ul>
    </section>
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
      <p>{text.troubleHint(counts.waiting, format.stamp(counts.oldestWaitingSince))}</p>
      <p className="small">
        {text.says} <q>{counts.trouble}</q>
      </p>
    </Note>
  );
}
