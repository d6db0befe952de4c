import { reasonsNotToCancel } from '@fraisier/shared/cycle/close-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { closeDeals } from '../ballots/close-deals.ts';
import { type Place, tellVoters } from '../ballots/desk/tell-voters.ts';
import { releaseReserve } from '../bounties/reserve-bounty.ts';
import { moveOn } from '../submissions/move-on.ts';
import type { Moved } from '../submissions/move-unadmitted.ts';
import { lockRound } from './find-round.ts';
import { refuseReason } from './published-reason.ts';
import { roundCancelledMail, voteCancelledMail } from './round-cancelled.mail.ts';
import { listDesignersOf, listVotersBesides } from './round-figures.sql.ts';
import { enterPhase, findNextTaking, type RoundRow } from './rounds.sql.ts';

/**
 * Ends a round before its count and gives everything back: the reserve, the deals, the designs, which go to the next
 * round where they can. Whoever drew or voted is told why.
 */
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
    await closeDeals(trx, round.id);
    const next = await findNextTaking(trx, slug);
    const went = next ? await moveOn(trx, round, next) : { moved: [], anew: [] };
    const cancelled = await enterPhase(trx, round.id, 'cancelled', { cancel_reason: reason });
    await tellEveryone(trx, { round, appUrl: deps.config.appUrl }, { reason, went, next });
    await audit(trx, {
      actor,
      act: 'cancel-round',
      subjectType: 'round',
      subjectId: slug,
      details: {
        from: round.phase,
        reason,
        ...(next && went.moved.length > 0 ? { movedDesigns: went.moved.length, movedTo: next.slug } : {}),
      },
    });
    return cancelled;
  });
}

async function tellEveryone(
  trx: Trx,
  place: Place,
  { reason, went, next }: { reason: string; went: Moved; next: RoundRow | undefined },
): Promise<void> {
  const { round, appUrl } = place;
  const designers = await listDesignersOf(trx, round.id, went);
  for (const { id, email, locale, ...designs } of designers) {
    const facts = {
      roundNumber: round.number,
      ...designs,
      nextNumber: next?.number ?? null,
      reason,
      url: `${appUrl}/${locale}/me#designs`,
    };
    await writeMail(trx, {
      cause: `round-cancelled:${round.id}:${id}`,
      to: email,
      locale,
      template: 'round-cancelled',
      content: roundCancelledMail(facts, locale),
    });
  }
  const voters = await listVotersBesides(
    trx,
    round.id,
    designers.map(({ id }) => id),
  );
  await tellVoters(trx, place, voters, {
    template: 'vote-cancelled',
    content: (locale) =>
      voteCancelledMail({ roundNumber: round.number, reason, url: `${appUrl}/${locale}/rounds/${round.slug}` }, locale),
  });
}
