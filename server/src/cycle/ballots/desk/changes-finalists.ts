import { asHistogram, type DesignTally, histogramCell } from '@fraisier/shared/cycle/histograms.ts';
import { finalists, tally } from '@fraisier/shared/cycle/tally.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { RoundRow } from '../../rounds/find-round.ts';
import { readHistograms } from '../ballots.sql.ts';
import { type ClusterCell, listClusterCells } from './cluster-cells.sql.ts';
import type { ClusterRow } from './clusters.sql.ts';

/**
 * For each cluster whether the finalists would be others if its ballots counted and if they did not. Null once the final
 * is cut: nothing changes it then, and nobody learns about the first place before the count.
 */
export async function whichChangeFinalists(
  db: Database,
  round: RoundRow,
  clusters: readonly Pick<ClusterRow, 'id' | 'state'>[],
): Promise<Map<string, boolean> | null> {
  if (round.phase !== 'voting' || clusters.length === 0) return null;
  const counted = await readHistograms(db, round.id);
  const standing = finalistsOf(counted);
  const cells = Map.groupBy(
    await listClusterCells(
      db,
      clusters.map((cluster) => cluster.id),
    ),
    (cell) => cell.clusterId,
  );
  return new Map(
    clusters.map(({ id, state }) => {
      const own = cells.get(id) ?? [];
      const otherwise =
        state === 'quarantined'
          ? shifted(counted, own, (cell) => cell.setAside)
          : shifted(counted, own, (cell) => -cell.counted);
      return [id, finalistsOf(otherwise) !== standing];
    }),
  );
}

function finalistsOf(tallies: readonly DesignTally[]): string {
  return finalists(tally(tallies)).sort().join();
}

function shifted(
  tallies: readonly DesignTally[],
  cells: readonly ClusterCell[],
  by: (cell: ClusterCell) => number,
): DesignTally[] {
  const byDesign = Map.groupBy(cells, (cell) => cell.designId);
  return tallies.map(({ designId, histogram }) => {
    const changed = [...histogram];
    for (const cell of byDesign.get(designId) ?? []) changed[histogramCell(cell.stars, cell.wouldWear)]! += by(cell);
    return { designId, histogram: asHistogram(changed) };
  });
}
