import type { Cluster, listClusters as listClustersContract } from '@fraisier/shared/contracts/ballots-desk.ts';
import type { QueryOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database } from '../../../platform/db/database.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { findRound, type RoundRow } from '../../rounds/find-round.ts';
import { cardsOf } from '../../submissions/cards.ts';
import { whichChangeFinalists } from './changes-finalists.ts';
import { actsOpen, factsOf, isSigned, isWinnerChanged } from './cluster-facts.ts';
import { type ClusterRow, type DecisionRow, findClusterRow, listClusterRows, listDecisions } from './clusters.sql.ts';

const CLUSTERS_A_PAGE = 50;

interface Viewer {
  readonly id: string;
}

export async function listClusters(
  db: Database,
  slug: string,
  viewer: Viewer,
  query: QueryOf<typeof listClustersContract>,
): Promise<ResponseOf<typeof listClustersContract>> {
  const round = await findRound(db, slug);
  const rows = await listClusterRows(db, round.id, { ...query, limit: CLUSTERS_A_PAGE + 1 });
  const views = await clusterViews(db, round, rows.slice(0, CLUSTERS_A_PAGE), viewer);
  return pageOf(rows, CLUSTERS_A_PAGE, (row) => views.get(row.id)!);
}

export async function showCluster(
  db: Database,
  { slug, cluster }: { readonly slug: string; readonly cluster: string },
  viewer: Viewer,
): Promise<Cluster> {
  const round = await findRound(db, slug);
  const row = await findClusterRow(db, round.id, cluster);
  if (!row) throw new Problem('not_found');
  return (await clusterViews(db, round, [row], viewer)).get(row.id)!;
}

async function clusterViews(
  db: Database,
  round: RoundRow,
  rows: readonly ClusterRow[],
  viewer: Viewer,
): Promise<Map<string, Cluster>> {
  const decisions = Map.groupBy(
    await listDecisions(
      db,
      rows.map((row) => row.id),
    ),
    (decision) => decision.clusterId,
  );
  const cards = await cardsOf(
    db,
    rows.flatMap((row) => row.design_id ?? []),
    { withDesigner: false },
  );
  const winnerChanged = await isWinnerChanged(db, round);
  const changing = await whichChangeFinalists(db, round, rows);
  return new Map(
    rows.map((row) => {
      const own = decisions.get(row.id) ?? [];
      const facts = factsOf(row, { round, decisions: own, actorId: viewer.id, winnerChanged });
      return [
        row.id,
        {
          id: row.id,
          signal: row.signal,
          state: row.state,
          design: row.design_id === null ? null : (cards.get(row.design_id) ?? null),
          ballots: row.ballots,
          signals: row.evidence.map(({ code, counts }) => ({ code, counts: { ...counts } })),
          changesFinalists: changing?.get(row.id) ?? null,
          foundAt: row.found_at.toISOString(),
          decisions: own.map(decisionView),
          can: actsOpen(facts),
          signature: signatureOf(row, own, winnerChanged),
        },
      ];
    }),
  );
}

function signatureOf(row: ClusterRow, decisions: readonly DecisionRow[], winnerChanged: boolean): Cluster['signature'] {
  if (isSigned(decisions)) return 'given';
  return winnerChanged && row.state === 'quarantined' ? 'missing' : 'not_needed';
}

function decisionView({ act, reason, ballots, by, decidedAt, leaf }: DecisionRow): Cluster['decisions'][number] {
  return { act, reason, ballots, by, decidedAt: decidedAt.toISOString(), leaf: leaf?.toString('hex') ?? null };
}
