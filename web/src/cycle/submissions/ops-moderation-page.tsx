import { listNotes } from '@fraisier/shared/contracts/ballots-notes.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { listReviews } from '@fraisier/shared/contracts/submissions-reviews.ts';
import type { DesignState } from '@fraisier/shared/cycle/submission-rules.ts';
import { useSearchParams } from 'wouter';
import { showQuery } from '../../platform/app/go-to.ts';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { EmptyUntil } from '../../platform/ops/empty-until.tsx';
import { reviewsInput } from '../../platform/ops/lists.ts';
import { useCall } from '../../platform/query.ts';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { usePages } from '../../platform/ui/ops/use-pages.ts';
import { Segments } from '../../platform/ui/segments.tsx';
import { NotesDesk } from './parts/ops/notes-desk.tsx';
import styles from './parts/ops/review-desk.module.css';
import { ReviewDesk } from './parts/ops/review-desk.tsx';

type View = DesignState | 'notes';
const views: readonly View[] = ['checked', 'notes', 'admitted', 'refused', 'checking'];

/** What waits for a pair of eyes: designs one by one, large; then the words of voters. */
export function Page() {
  const text = useText('ops-moderation');
  const format = useFormat();
  const desk = useCall(getDesk).data;
  const [search] = useSearchParams();
  const view = views.find((one) => one === search.get('state')) ?? 'checked';
  const labels = { ...text.states, notes: text.notes };
  const counts: Partial<Record<View, number>> = desk
    ? { checked: desk.designsToReview, notes: desk.notesToReview }
    : {};
  return (
    <OpsShell
      title={text.title}
      subtitle={desk && text.subtitle(desk.designsToReview, desk.notesToReview)}
      aside={desk?.oldestReviewSince && text.since(format.stamp(desk.oldestReviewSince))}
    >
      <Stack gap={5}>
        <div className={styles.tabs}>
          <Segments
            label={text.view}
            labelHidden
            value={view}
            onChange={(next) => showQuery(next === 'checked' ? '' : `state=${next}`)}
            options={views.map((value) => ({
              value,
              label: counts[value] ? `${labels[value]} (${format.number(counts[value])})` : labels[value],
            }))}
          />
        </div>
        {view === 'notes' ? <Notes /> : <Reviews key={view} state={view} first={search.get('design')} />}
      </Stack>
    </OpsShell>
  );
}

function Reviews({ state, first }: { state: DesignState; first: string | null }) {
  const { empty } = useText('ops-moderation');
  const pages = usePages(listReviews, reviewsInput(state));
  if (!pages.items)
    return pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading frames={4} />;
  return (
    <ReviewDesk
      pages={pages}
      items={pages.items}
      first={first}
      empty={
        state === 'checked' ? (
          <EmptyUntil title={empty.checked} hint={empty.hint} awaits="designs" />
        ) : (
          <Empty title={empty.other}>
            <p className="muted">{empty.hint}</p>
          </Empty>
        )
      }
    />
  );
}

function Notes() {
  const pages = usePages(listNotes, {});
  if (!pages.items) return pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading />;
  return <NotesDesk pages={pages} items={pages.items} />;
}
