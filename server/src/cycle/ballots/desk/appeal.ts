import type { appeal as appealContract } from '@fraisier/shared/contracts/ballots-appeals.ts';
import { reasonsNotToAppeal } from '@fraisier/shared/cycle/desk-rules.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import { shopNow } from '../../../platform/clock/clock.sql.ts';
import { lockRound } from '../../rounds/find-round.ts';
import { countRatingsSetAside, findAppealOf, findPseudonym, insertAppeal } from './appeals.sql.ts';
import { ownAppealView } from './appeals.view.ts';
import { appealsEndAt } from './appeals-end.ts';
import { writtenWords } from './written-words.ts';

/** A voter appeals, once a round. The same words again are the same appeal. */
export function appeal(
  deps: Deps,
  slug: string,
  voter: { readonly id: string },
  given: string,
): Promise<ResponseOf<typeof appealContract>> {
  const reason = writtenWords(given, '/reason');
  return deps.db.transaction().execute(async (trx) => {
    // Alone with the round: of two tabs the second finds what the first wrote.
    const round = await lockRound(trx, slug, 'update');
    const pseudonym = await findPseudonym(trx, round.id, voter.id);
    const before = pseudonym ? await findAppealOf(trx, pseudonym) : undefined;
    if (before?.reason === reason) return ownAppealView(before);
    const ratings = pseudonym ? (await countRatingsSetAside(trx, [pseudonym])).get(pseudonym) : undefined;
    const reasons = reasonsNotToAppeal({
      phase: round.phase,
      now: (await shopNow(trx)).getTime(),
      appealsEndAt: appealsEndAt(round),
      setAside: ratings !== undefined,
      appealed: before !== undefined,
    });
    if (reasons.length > 0 || pseudonym === null) throw new Problem('cannot_appeal', { reasons });
    await insertAppeal(trx, { roundId: round.id, voter: pseudonym, reason });
    return ownAppealView((await findAppealOf(trx, pseudonym))!);
  });
}
