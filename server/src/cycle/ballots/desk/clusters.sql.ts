import type { ClusterAct, ClusterSignal, ClusterState } from '@fraisier/shared/cycle/desk-rules.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

/** What a signal says in the desk: a code and whole numbers. */
export interface SignalRow {
  readonly code: ClusterSignal | 'burst' | 'account_age';
  readonly counts: Readonly<Record<string, number>>;
}

export interface ClusterRow {
  readonly id: string;
  readonly signal: ClusterSignal;
  readonly state: ClusterState;
  readonly design_id: string | null;
  readonly evidence: readonly SignalRow[];
  readonly found_at: Date;
  /** Those that left it are not counted. */
  readonly ballots: number;
}

function clusterRows(db: Database | Trx, roundId: string) {
  return (
    db
      .selectFrom('clusters')
      .select([
        'id',
        'signal',
        'state',
        'design_id',
        'evidence',
        'found_at',
        sql<number>`(select count(*) from cluster_ballots where cluster_id = clusters.id and left_at is null)`.as(
          'ballots',
        ),
      ])
      .where('round_id', '=', roundId)
      // All its ballots may have been erased since it was found.
      .where(
        sql<boolean>`(state <> 'open' or exists (
        select from cluster_ballots where cluster_id = clusters.id and left_at is null
      ))`,
      )
      .$narrowType<ClusterRow>()
  );
}

/** By their random ids. */
export function listClusterRows(
  db: Database,
  roundId: string,
  filter: { cursor?: string | undefined; state?: ClusterState | undefined; limit: number },
): Promise<ClusterRow[]> {
  let query = clusterRows(db, roundId).orderBy('id').limit(filter.limit);
  if (filter.cursor) query = query.where('id', '>', filter.cursor);
  if (filter.state) query = query.where('state', '=', filter.state);
  return query.execute();
}

export function findClusterRow(db: Database | Trx, roundId: string, id: string): Promise<ClusterRow | undefined> {
  return clusterRows(db, roundId).where('id', '=', id).executeTakeFirst();
}

export function findFlatCluster(trx: Trx, roundId: string): Promise<ClusterRow | undefined> {
  return clusterRows(trx, roundId)
    .where('signal', '=', 'flat_ballot')
    .where('state', '=', 'quarantined')
    .executeTakeFirst();
}

export interface Members {
  readonly id: string;
  readonly signal: ClusterSignal;
  readonly state: ClusterState;
  readonly design_id: string | null;
  /** Those that left it aside. */
  readonly voters: readonly string[];
}

/** Every cluster of the round with the ballots that are in it, by id. */
export async function listMembers(db: Database | Trx, roundId: string): Promise<Members[]> {
  const { rows } = await sql<Members>`
    select id, signal, state, design_id, array(
      select pseudonym_id from cluster_ballots where cluster_id = clusters.id and left_at is null order by 1
    ) as voters
    from clusters where round_id = ${roundId} order by id`.execute(db);
  return rows;
}

export async function insertCluster(
  trx: Trx,
  cluster: {
    roundId: string;
    signal: ClusterSignal;
    state: 'open' | 'quarantined';
    designId: string | null;
    evidence: readonly SignalRow[];
  },
): Promise<string> {
  const { id } = await trx
    .insertInto('clusters')
    .values({
      round_id: cluster.roundId,
      signal: cluster.signal,
      state: cluster.state,
      design_id: cluster.designId,
      evidence: JSON.stringify(cluster.evidence),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setEvidence(trx: Trx, id: string, evidence: readonly SignalRow[]): Promise<void> {
  await trx
    .updateTable('clusters')
    .set({ evidence: JSON.stringify(evidence) })
    .where('id', '=', id)
    .execute();
}

export async function setClusterState(trx: Trx, id: string, state: ClusterState): Promise<void> {
  await trx.updateTable('clusters').set({ state }).where('id', '=', id).execute();
}

/** A cluster that nobody decided about, and that the signals no longer see. */
export async function deleteOpenCluster(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('clusters').where('id', '=', id).where('state', '=', 'open').execute();
}

/** These ballots are in the cluster, also those that had left it. */
export async function putMembers(trx: Trx, clusterId: string, voters: readonly string[]): Promise<void> {
  await sql`
    insert into cluster_ballots (cluster_id, pseudonym_id)
    select ${clusterId}, voter from unnest(${voters}::uuid[]) as one (voter)
    on conflict (cluster_id, pseudonym_id) do update set left_at = null
    where cluster_ballots.left_at is not null`.execute(trx);
}

/** An open cluster holds whom the signals see now, and nobody else. */
export async function dropOtherMembers(trx: Trx, clusterId: string, voters: readonly string[]): Promise<void> {
  await sql`
    delete from cluster_ballots
    where cluster_id = ${clusterId} and pseudonym_id <> all(${voters}::uuid[])`.execute(trx);
}

export async function markLeft(trx: Trx, clusterId: string, voters: readonly string[]): Promise<void> {
  await sql`
    update cluster_ballots set left_at = shop_now()
    where cluster_id = ${clusterId} and pseudonym_id = any(${voters}::uuid[]) and left_at is null`.execute(trx);
}

/** An upheld appeal ends what open clusters suspect of the ballot. */
export async function leaveOpenClusters(trx: Trx, roundId: string, voter: string): Promise<void> {
  await sql`
    update cluster_ballots set left_at = shop_now() from clusters
    where clusters.id = cluster_id and round_id = ${roundId} and state = 'open' and pseudonym_id = ${voter}
      and left_at is null`.execute(trx);
}

export interface DecisionRow {
  readonly clusterId: string;
  readonly act: ClusterAct;
  readonly reason: string | null;
  readonly ballots: number;
  readonly leaf: Buffer | null;
  readonly byId: string | null;
  readonly by: string | null;
  readonly decidedAt: Date;
}

export async function insertDecision(
  trx: Trx,
  decision: {
    clusterId: string;
    act: ClusterAct;
    reason: string | null;
    ballots: number;
    leaf: Buffer | null;
    by: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('cluster_decisions')
    .values({
      cluster_id: decision.clusterId,
      act: decision.act,
      reason: decision.reason,
      ballots: decision.ballots,
      leaf: decision.leaf,
      decided_by: decision.by,
    })
    .execute();
}

/** Oldest first. */
export async function listDecisions(db: Database | Trx, clusterIds: readonly string[]): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select cluster_id as "clusterId", act, reason, ballots, leaf, decided_by as "byId", members.name as by,
      decided_at as "decidedAt"
    from cluster_decisions as decision left join members on members.id = decided_by
    where cluster_id = any(${clusterIds}::uuid[]) order by decision.id`.execute(db);
  return rows;
}

/** What keeps the count from being asked for. */
export async function countOpenClusters(db: Database | Trx, roundId: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from clusters where round_id = ${roundId} and state = 'open' and exists (
      select from cluster_ballots where cluster_id = clusters.id and left_at is null
    )`.execute(db);
  return rows[0]!.open;
}

/** Quarantines that still hold a rating, and that no second operator has signed. */
export async function countUnsignedQuarantines(db: Database | Trx, roundId: string): Promise<number> {
  const { rows } = await sql<{ unsigned: number }>`
    select count(*) as unsigned from clusters
    where round_id = ${roundId} and state = 'quarantined'
      and exists (
        select from set_aside join ratings on (ratings.round_id, ratings.leaf) = (set_aside.round_id, set_aside.leaf)
        where cluster_id = clusters.id and released_at is null
      )
      and not exists (select from cluster_decisions where cluster_id = clusters.id and act = 'signature')
  `.execute(db);
  return rows[0]!.unsigned;
}
