import { sql } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import { isSetAside } from '../ballots.sql.ts';

export interface ClusterCell {
  readonly clusterId: string;
  readonly designId: string;
  readonly stars: number;
  readonly wouldWear: boolean;
  /** Ratings of the cluster's ballots that count, and that do not. */
  readonly counted: number;
  readonly setAside: number;
}

/** What the ballots of each cluster give: for a recount without them, and for nobody to see. */
export async function listClusterCells(db: Database, clusterIds: readonly string[]): Promise<ClusterCell[]> {
  const { rows } = await sql<ClusterCell>`
    select cluster_id as "clusterId", design_id as "designId", stars, would_wear as "wouldWear",
      count(*) filter (where not set_aside) as counted, count(*) filter (where set_aside) as "setAside"
    from (
      select cluster_id, ratings.*, ${isSetAside} as set_aside
      from cluster_ballots join ratings using (pseudonym_id)
      where cluster_id = any(${clusterIds}::uuid[]) and left_at is null
    ) as standing
    group by cluster_id, design_id, stars, would_wear`.execute(db);
  return rows;
}
