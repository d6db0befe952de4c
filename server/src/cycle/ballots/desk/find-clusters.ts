import type { Deps } from '../../../deps.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { findRoundById, lockRound } from '../../rounds/find-round.ts';
import { listUpheld } from './appeals.sql.ts';
import {
  deleteOpenCluster,
  dropOtherMembers,
  insertCluster,
  listMembers,
  type Members,
  putMembers,
  setEvidence,
} from './clusters.sql.ts';
import { type Finding, findSignals } from './find-signals.ts';
import { keepOut } from './keep-out.ts';
import { isSearched } from './rounds.sql.ts';
import type { Place } from './tell-voters.ts';

/**
 * Looks at a round's ballots, from the opening of the vote to the count. They are read without a lock, for in a large
 * round that takes its time; what follows from them is written under it.
 */
export async function searchBallots(deps: Deps, roundId: string): Promise<void> {
  const { flat, clusters } = await findSignals(deps.db, roundId);
  const { slug } = await findRoundById(deps.db, roundId);
  await deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, slug, 'update');
    if (!isSearched(round.phase)) return;
    const place = { round, appUrl: deps.config.appUrl };
    await keepOut(trx, place, flat);
    await keepClusters(trx, place, clusters);
  });
}

/**
 * Puts what was found into the open clusters: those that are found again are brought up to date, those that are not are
 * gone, and decided ones stay as they are. The same findings again change nothing. Under the round's lock.
 */
async function keepClusters(trx: Trx, { round }: Place, findings: readonly Finding[]): Promise<void> {
  const clusters = await listMembers(trx, round.id);
  const upheld = await listUpheld(trx, round.id);
  const decided = clusters.filter((cluster) => cluster.state !== 'open');
  let open = clusters.filter((cluster) => cluster.state === 'open');
  for (const finding of findings) {
    // Decided while the ballots were being read: the next search sees it.
    if (finding.voters.some((voter) => upheld.has(voter) || isDecided(finding, voter, decided))) continue;
    const same = matching(finding, open);
    const { signal, designId, evidence } = finding;
    const id = same?.id ?? (await insertCluster(trx, { roundId: round.id, signal, state: 'open', designId, evidence }));
    if (same) {
      await dropOtherMembers(trx, id, finding.voters);
      await setEvidence(trx, id, evidence);
    }
    await putMembers(trx, id, finding.voters);
    open = open.filter((cluster) => cluster.id !== id);
  }
  for (const { id } of open) await deleteOpenCluster(trx, id);
}

function isDecided(finding: Finding, voter: string, decided: readonly Members[]): boolean {
  return decided.some(
    (cluster) =>
      cluster.signal === finding.signal && cluster.design_id === finding.designId && cluster.voters.includes(voter),
  );
}

/** The open cluster that this is: of the same design, or else the one with most ballots in common. */
function matching(finding: Finding, open: readonly Members[]): Members | undefined {
  const voters = new Set(finding.voters);
  return open
    .filter((cluster) => cluster.signal === finding.signal && cluster.design_id === finding.designId)
    .map((cluster) => ({ cluster, shared: cluster.voters.filter((voter) => voters.has(voter)).length }))
    .filter(({ shared }) => finding.designId !== null || shared > 0)
    .reduce<{ cluster: Members; shared: number } | undefined>(
      (best, one) => (best && best.shared >= one.shared ? best : one),
      undefined,
    )?.cluster;
}
