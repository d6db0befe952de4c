import { reasonsNotToCancel } from '@fraisier/shared/cycle/close-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { releaseReserve } from '../bounties/reserve-bounty.ts';
import { lockRound } from './find-round.ts';
import { refuseReason } from './published-reason.ts';
import { roundCancelledMail } from './round-cancelled.mail.ts';
import { listDesignersOf } from './round-figures.sql.ts';
import { enterPhase, type RoundRow } from './rounds.sql.ts';

/** Ends a round before its count: the reserve goes back, the designers are told why, and votes are taken no more. */
export async function cancelRound(
  deps: Deps,
  actor: Pick<Member, 'id' | 'name'>,
  slug: string,
  given: string,
): Promise<RoundRow> {
  const reason = given.trim();
  return deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, slug, 'update');
    if (round.phase === 'cancelled' && round.cancel_reason === reason) return round;
    const reasons = reasonsNotToCancel({ phase: round.phase, reason });
    refuseReason(reasons);
    if (reasons.length > 0) throw new Problem('cannot_cancel', { reasons });
    await releaseReserve(trx, round, actor.id);
    const cancelled = await enterPhase(trx, round.id, 'cancelled', { cancel_reason: reason });
    for (const designer of await listDesignersOf(trx, round.id)) {
      await writeMail(trx, {
        cause: `round-cancelled:${round.id}:${designer.id}`,
        to: designer.email,
        locale: designer.locale,
        template: 'round-cancelled',
        content: roundCancelledMail(
          {
            roundNumber: round.number,
            titles: designer.titles,
            reason,
            url: `${deps.config.appUrl}/${designer.locale}/me/designs`,
          },
          designer.locale,
        ),
      });
    }
    await audit(trx, {
      actor,
      act: 'cancel-round',
      subjectType: 'round',
      subjectId: slug,
      details: { from: round.phase, reason },
    });
    return cancelled;
  });
}
