import type { getCount as getCountContract } from '@fraisier/shared/contracts/rounds-close.ts';
import { runSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database } from '../../platform/db/database.ts';
import { findCount } from './counts.sql.ts';
import { findRound } from './find-round.ts';
import { planClose, winnerViews } from './plan-close.ts';

/** The dry run of the close: nothing is written. */
export async function getCount(db: Database, slug: string): Promise<ResponseOf<typeof getCountContract>> {
  const round = await findRound(db, slug);
  const count = await findCount(db, round.id);
  if (!count) throw new Problem('not_counted', { reasons: [{ code: 'not_counted', detail: round.phase }] });
  const { winners, quote, result, reservedCents, blockers, warnings } = await planClose(db, round, count);
  return {
    countId: count.id,
    countedAt: count.counted_at.toISOString(),
    winners: winnerViews(winners),
    money: winners.map((winner) => ({
      design: winner.id,
      gross: eur(quote.grossCents),
      withheld: eur(quote.withheldCents),
      net: eur(quote.netCents),
      contribution: eur(quote.contributionCents),
      total: eur(quote.totalCents),
    })),
    reserved: eur(reservedCents),
    runs: winners.map((winner, index) => ({
      slug: runSlug(round.slug, index + 1),
      design: winner.id,
      size: round.run_size,
    })),
    letters: result.totals.designs,
    blockers: round.phase === 'decided' ? [{ code: 'already_decided' }] : [...blockers],
    warnings: round.phase === 'decided' ? [] : [...warnings],
  };
}
