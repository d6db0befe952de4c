import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { lockOrderForRecommendation, putRecommendation } from './feedback.sql.ts';

/** Takes the buyer's answer; a later one replaces it. */
export async function recommend(
  deps: Deps,
  member: Member,
  { orderId, score, why }: { orderId: string; score: number; why: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const order = await lockOrderForRecommendation(trx, orderId);
    if (order?.memberId !== member.id) throw new Problem('not_found');
    if (order.state !== 'sent') throw new Problem('not_delivered');
    await putRecommendation(trx, orderId, score, why.trim());
  });
}
