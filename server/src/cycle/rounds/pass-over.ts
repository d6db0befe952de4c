import { reasonsNotToPassOver } from '@fraisier/shared/cycle/close-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { readCountResult, winnersOf } from './count-result.ts';
import { findCount, insertPassedOver, listPassedOver, type PassedOverRow } from './counts.sql.ts';
import { lockRound } from './find-round.ts';
import { refuseReason } from './published-reason.ts';

/** Passes over a winner for a reason that the result page shows; the next one takes the place. */
export async function passOver(
  deps: Deps,
  actor: Pick<Member, 'id' | 'name'>,
  slug: string,
  { design, reason }: { design: string; reason: string },
): Promise<PassedOverRow[]> {
  return deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, slug, 'update');
    const before = await listPassedOver(trx, round.id);
    const out = before.map((row) => row.design);
    if (before.some((row) => row.design === design && row.reason === reason.trim())) return before;
    const count = await findCount(trx, round.id);
    const isWinner = count !== undefined && winnersOf(readCountResult(count.result), out).includes(design);
    const alreadyPassedOver = out.includes(design);
    const reasons = reasonsNotToPassOver({ phase: round.phase, isWinner, alreadyPassedOver, reason });
    refuseReason(reasons);
    if (reasons.length > 0) throw new Problem(count ? 'cannot_pass_over' : 'not_counted', { reasons });
    await insertPassedOver(trx, { roundId: round.id, designId: design, reason: reason.trim(), actorId: actor.id });
    await audit(trx, {
      actor,
      act: 'pass-over',
      subjectType: 'round',
      subjectId: slug,
      details: { design, reason: reason.trim() },
    });
    return listPassedOver(trx, round.id);
  });
}
