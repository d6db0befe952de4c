import { listAppeals, listClusters } from '@fraisier/shared/contracts/ballots-desk.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { listRounds, type Round } from '@fraisier/shared/contracts/rounds.ts';
import type { ClusterState } from '@fraisier/shared/cycle/desk-rules.ts';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { showQuery } from '../../platform/app/go-to.ts';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { EmptyUntil } from '../../platform/ops/empty-until.tsx';
import { clustersInput, openAppealsInput, roundOfVotes, votedRounds, votesView } from '../../platform/ops/lists.ts';
import { useCall } from '../../platform/query.ts';
import { Empty } from '../../platform/ui/empty.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Stack } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { Note } from '../../platform/ui/note.tsx';
import { OpsShell } from '../../platform/ui/ops/ops-shell.tsx';
import { usePages } from '../../platform/ui/ops/use-pages.ts';
import { Segments } from '../../platform/ui/segments.tsx';
import { monthName } from '../rounds/round-words.ts';
import { AppealsDesk } from './parts/ops/appeals-desk.tsx';
import { ClusterDesk } from './parts/ops/cluster-desk.tsx';
import styles from './parts/ops/clusters.module.css';
import { StaleNotes } from './parts/ops/stale-notes.tsx';

/** Suspicious ballots, round by round, and the appeals of those whose ballots are set aside. */
export function Page() {
  const text = useText('ops-votes');
  const desk = useCall(getDesk).data;
  const rounds = useCall(listRounds, {});
  const [search] = useSearchParams();
  const round = roundOfVotes(rounds.data?.items ?? [], search.get('round'));
  if (!round) {
    return (
      <OpsShell title={text.title}>
        {rounds.error && <ErrorNote error={rounds.error} onRetry={() => void rounds.refetch()} />}
        {!rounds.data && !rounds.error && <Loading />}
        {rounds.data && <EmptyUntil title={text.noRound} hint={text.noRoundHint} awaits="vote" />}
      </OpsShell>
    );
  }
  return (
    <OpsShell
      title={text.title}
      subtitle={desk && text.waiting(desk.clustersToDecide, desk.appealsToAnswer)}
      aside={<RoundLink round={round} />}
    >
      <Votes key={round.slug} round={round} rounds={rounds.data?.items ?? []} />
    </OpsShell>
  );
}

function RoundLink({ round }: { round: Round }) {
  const { roundName, phases } = useText('ops');
  return (
    <>
      <Link to={`/ops/rounds/${round.slug}`}>{roundName(round.number)}</Link>
      <br />
      {phases[round.phase]}
    </>
  );
}

function Votes({ round, rounds }: { round: Round; rounds: readonly Round[] }) {
  const text = useText('ops-votes');
  const format = useFormat();
  const [search] = useSearchParams();
  const view = votesView(search);
  const tabs = useRef<HTMLDivElement>(null);
  // On a phone the views are a strip that scrolls: the current one is in it.
  useEffect(() => {
    const [strip, tab] = [tabs.current, tabs.current?.querySelector<HTMLElement>(`label:has([value="${view}"])`)];
    if (strip && tab) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
  }, [view]);
  const open = usePages(listClusters, clustersInput(round.slug, 'open'));
  const appeals = usePages(listAppeals, openAppealsInput(round.slug));
  const counts = { open: countOf(open), appeals: countOf(appeals) } as Partial<Record<typeof view, string>>;
  const choosable = votedRounds(rounds, round.slug);
  const go = (slug: string, next: string) => showQuery(`round=${slug}&state=${next}`);
  return (
    <Stack gap={5}>
      <p className="muted">
        {text.sealed} {text.order}
      </p>
      <div className={styles.bar}>
        {choosable.length > 1 && (
          <Segments
            label={text.round}
            labelHidden
            value={round.slug}
            onChange={(slug) => go(slug, view)}
            options={choosable.map(({ slug }) => ({ value: slug, label: monthName(slug, format) }))}
          />
        )}
        <div ref={tabs} className={styles.tabs}>
          <Segments
            label={text.view}
            labelHidden
            value={view}
            onChange={(next) => go(round.slug, next)}
            options={(['open', 'quarantined', 'dismissed', 'released', 'appeals'] as const).map((value) => ({
              value,
              label: counts[value] ? `${text.views[value]} (${counts[value]})` : text.views[value],
            }))}
          />
        </div>
      </div>
      {view === 'appeals' ? (
        <AppealsDesk round={round} />
      ) : (
        <Clusters key={`${view} ${search.get('cluster')}`} round={round} state={view} first={search.get('cluster')} />
      )}
    </Stack>
  );
}

/** Nothing for none; more than one page has more than is known. */
function countOf({ items, more }: { items: readonly unknown[] | null; more: unknown }): string | undefined {
  if (!items || items.length === 0) return undefined;
  return more ? `${items.length}+` : String(items.length);
}

type Tried = ComponentProps<typeof StaleNotes>['tried'];

function Clusters({ round, state, first }: { round: Round; state: ClusterState; first: string | null }) {
  const text = useText('ops-votes');
  const pages = usePages(listClusters, clustersInput(round.slug, state));
  const [tried, setTried] = useState<Tried>([]);
  if (!pages.items) {
    return pages.error ? <ErrorNote error={pages.error} onRetry={pages.retry} /> : <Loading frames={4} />;
  }
  return (
    <Stack gap={4}>
      <StaleNotes round={round.slug} tried={tried} shown={pages.items} />
      {pages.items.some((cluster) => cluster.signature === 'missing') && (
        <Note tone="warn" title={text.signature.title}>
          {text.signature.text}
        </Note>
      )}
      <ClusterDesk
        round={round}
        pages={pages}
        items={pages.items}
        first={first}
        onTry={(cluster) => setTried((before) => [...before.filter(({ id }) => id !== cluster.id), cluster])}
        empty={
          <Empty title={text.empty[state]}>
            <p className="muted">{state === 'open' ? text.empty.openHint : text.empty.otherHint}</p>
          </Empty>
        }
      />
    </Stack>
  );
}
