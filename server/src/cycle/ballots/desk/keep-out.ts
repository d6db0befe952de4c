import type { QuarantineReason } from '@fraisier/shared/cycle/desk-rules.ts';
import { isFlatBallot } from '@fraisier/shared/cycle/signals.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { admittedIds } from '../ballots.sql.ts';
import { listUpheld } from './appeals.sql.ts';
import { findFlatCluster, insertCluster, listDecisions, listMembers, putMembers } from './clusters.sql.ts';
import { letBallotsCount, setBallotsAside } from './set-ballots-aside.ts';
import { listBallotsOf, listFlatSuspects } from './signals.sql.ts';
import type { Place } from './tell-voters.ts';

/**
 * What happens by itself: flat ballots are set aside, those that are flat no longer come back, and a ballot that people
 * set aside stays so with what it rated since. For the job, the cut and the freeze, under the round's lock for update.
 * `suspects` are the ballots that looked flat just before, and are looked at again; without them all are.
 */
export async function keepOut(trx: Trx, place: Place, suspects?: readonly string[]): Promise<void> {
  await keepFlatBallotsOut(trx, place, suspects);
  await keepQuarantinesWhole(trx, place);
}

async function keepFlatBallotsOut(trx: Trx, place: Place, suspects?: readonly string[]): Promise<void> {
  const { round } = place;
  const clusters = (await listMembers(trx, round.id)).filter((cluster) => cluster.signal === 'flat_ballot');
  const group = clusters.find((cluster) => cluster.state === 'quarantined');
  const inside = group?.voters ?? [];
  const designIds = await admittedIds(trx, round.id);
  const candidates = await listBallotsOf(trx, {
    designIds,
    voters: [...inside, ...(suspects ?? (await listFlatSuspects(trx, round.id, designIds)))],
  });
  const flat = new Set(candidates.filter(({ marks }) => isFlatBallot(Int32Array.from(marks))).map((one) => one.voter));
  // Whom people let count, the rule does not set aside again.
  const decided = new Set(clusters.filter((cluster) => cluster !== group).flatMap((cluster) => cluster.voters));
  const upheld = await listUpheld(trx, round.id);
  const out = [...flat].filter((voter) => !decided.has(voter) && !upheld.has(voter));

  if (out.length > 0) {
    const clusterId = group?.id ?? (await insertFlatCluster(trx, round.id));
    await putMembers(trx, clusterId, out);
    await setBallotsAside(trx, place, { clusterId, voters: out, reason: 'flat_ballot', by: null });
  }
  const back = inside.filter((voter) => !flat.has(voter));
  const reached = group ?? (await findFlatCluster(trx, round.id));
  if (back.length === 0 || !reached) return;
  await letBallotsCount(trx, place, {
    clusterId: reached.id,
    voters: back,
    reason: 'no_longer_flat',
    by: null,
    leave: true,
    tell: true,
  });
}

function insertFlatCluster(trx: Trx, roundId: string): Promise<string> {
  const evidence = [{ code: 'flat_ballot', counts: {} }] as const;
  return insertCluster(trx, { roundId, signal: 'flat_ballot', state: 'quarantined', designId: null, evidence });
}

/** A quarantine is of a ballot, not of a moment: who was set aside does not come back by rating anew. */
async function keepQuarantinesWhole(trx: Trx, place: Place): Promise<void> {
  const upheld = await listUpheld(trx, place.round.id);
  for (const cluster of await listMembers(trx, place.round.id)) {
    if (cluster.state !== 'quarantined' || cluster.signal === 'flat_ballot') continue;
    const decisions = await listDecisions(trx, [cluster.id]);
    const reason = decisions.find((decision) => decision.act === 'quarantine')?.reason as QuarantineReason;
    const voters = cluster.voters.filter((voter) => !upheld.has(voter));
    await setBallotsAside(trx, place, { clusterId: cluster.id, voters, reason, by: null });
  }
}
