import { PSEUDONYM_DAYS } from '@fraisier/shared/cycle/voting-rules.ts';
import type { Deps } from '../../deps.ts';
import { deletePseudonymsOfEndedRounds } from './pseudonyms.sql.ts';

/** The job: some weeks after a round has ended, nothing leads from a ballot, or a word to a designer, to a member. */
export async function forgetPseudonyms(deps: Deps): Promise<void> {
  const forgotten = await deps.db.transaction().execute((trx) => deletePseudonymsOfEndedRounds(trx, PSEUDONYM_DAYS));
  if (forgotten > 0) deps.log.info({ forgotten }, 'forgot who stood behind the pseudonyms of ended rounds');
}
