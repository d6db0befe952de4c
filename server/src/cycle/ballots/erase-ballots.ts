import { eraseLine } from '@fraisier/shared/cycle/ballot-log.ts';
import type { Deps } from '../../deps.ts';
import type { Trx } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { findRoundById, lockRound, type RoundRow } from '../rounds/find-round.ts';
import { appendLogLine } from './append-log-line.ts';
import { lockDealing } from './deals.sql.ts';
import {
  deleteBallots,
  deletePseudonym,
  listLeavesOf,
  listPseudonymsOf,
  lockDealsOf,
  returnDeals,
  stages,
} from './erase.sql.ts';

/** Longer than any vote takes. */
const STRAGGLERS_MS = 2 * 60_000;

/**
 * Erases what a member said in every round. While a round is not decided its log says which lines are gone, and nothing
 * opens or counts them any more; the lines themselves, and so the root, stay. In a decided round the opening is
 * published, and only what led to the member goes.
 */
export async function eraseBallotsOf(trx: Trx, memberId: string): Promise<void> {
  for (const { id, slug } of await listPseudonymsOf(trx, memberId)) {
    const round = await lockRound(trx, slug, 'update');
    if (round.phase !== 'decided') {
      await erasePseudonym(trx, round, id);
      // A vote that was read before this and is written after it finds its rating gone, not that it may not vote.
      await enqueue(
        trx,
        'erase-stragglers',
        { roundId: round.id, pseudonymId: id },
        { key: `erase-stragglers:${id}`, runAt: new Date(Date.now() + STRAGGLERS_MS) },
      );
    }
    await deletePseudonym(trx, id);
  }
}

/** The job: what an erased pseudonym still got said in the very moment goes too. */
export async function eraseStragglers(
  deps: Deps,
  { roundId, pseudonymId }: { roundId: string; pseudonymId: string },
): Promise<void> {
  const { slug } = await findRoundById(deps.db, roundId);
  await deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, slug, 'update');
    if (round.phase !== 'decided') await erasePseudonym(trx, round, pseudonymId);
  });
}

async function erasePseudonym(trx: Trx, round: RoundRow, pseudonymId: string): Promise<void> {
  await lockDealsOf(trx, pseudonymId);
  for (const stage of stages) await lockDealing(trx, round.id, stage);
  await returnDeals(trx, pseudonymId);
  const leaves = await listLeavesOf(trx, round.id, pseudonymId);
  if (leaves.length > 0) await appendLogLine(trx, round, eraseLine({ round: round.slug, leaves }), 'erase');
  await deleteBallots(trx, { roundId: round.id, pseudonymId, leaves });
}
