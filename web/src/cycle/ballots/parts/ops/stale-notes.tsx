import { type Cluster, listClusters } from '@fraisier/shared/contracts/ballots-desk.ts';
import type { ClusterState } from '@fraisier/shared/cycle/desk-rules.ts';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useCall } from '../../../../platform/query.ts';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Link } from '../../../../platform/ui/link.tsx';
import { Note } from '../../../../platform/ui/note.tsx';
import { useHeldActs } from '../../../../platform/ui/ops/held-acts.ts';
import { useClusterWords } from './cluster-words.ts';

const stateOf: Readonly<Record<string, ClusterState>> = {
  already_quarantined: 'quarantined',
  already_dismissed: 'dismissed',
  already_released: 'released',
};

export interface StaleNotesProps {
  readonly round: string;
  /** Clusters that were decided on from this page. */
  readonly tried: readonly Cluster[];
  /** Those in sight: they show their own refusal. */
  readonly shown: readonly Cluster[];
}

/** Decisions that came too late, each with the one that came before it. */
export function StaleNotes({ round, tried, shown }: StaleNotesProps) {
  const failed = useHeldActs((state) => state.failed);
  const gone = tried.filter(({ id }) => failed[id] && !shown.some((one) => one.id === id));
  return gone.map((cluster) => {
    const problem = failed[cluster.id];
    const code = problem?.reasons.map((reason) => stateOf[reason.code]).find(Boolean);
    return <StaleNote key={cluster.id} round={round} cluster={cluster} state={code} error={problem} />;
  });
}

interface StaleNoteProps {
  readonly round: string;
  readonly cluster: Cluster;
  readonly state: ClusterState | undefined;
  readonly error: unknown;
}

function StaleNote({ round, cluster, state, error }: StaleNoteProps) {
  const { nameOf, whyNot } = useClusterWords();
  if (!state) {
    return (
      <ErrorNote error={error} reason={whyNot}>
        {nameOf(cluster)}
      </ErrorNote>
    );
  }
  return <Theirs round={round} cluster={cluster} state={state} />;
}

function Theirs({ round, cluster, state }: { round: string; cluster: Cluster; state: ClusterState }) {
  const text = useText('ops-votes');
  const format = useFormat();
  const { nameOf, reasonOf } = useClusterWords();
  const found = useCall(listClusters, { params: { round }, query: { state } }).data?.items;
  const theirs = found?.find((one) => one.id === cluster.id)?.decisions.at(-1);
  return (
    <Note tone="warn" role="alert" title={`${nameOf(cluster)}.`}>
      {text.stale}{' '}
      {theirs && (
        <>
          {text.decided[theirs.act](format.number(theirs.ballots), theirs.ballots)}. {reasonOf(theirs)}{' '}
          {text.byWhom(theirs.by ?? text.rule, format.stamp(theirs.decidedAt))}.{' '}
        </>
      )}
      <Link to={`/ops/votes?round=${round}&state=${state}&cluster=${cluster.id}`}>{text.staleSee}</Link>
    </Note>
  );
}
