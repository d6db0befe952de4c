import type { Trx } from '../../platform/db/database.ts';
import type { Stage } from './ballots.sql.ts';
import { insertExposures } from './deals.sql.ts';

/** Lays the designs of a stage on the table: from now on hands can be dealt. Twice is as good as once. */
export async function startDealing(
  trx: Trx,
  round: { readonly id: string },
  stage: Stage,
  designIds: readonly string[],
): Promise<void> {
  await insertExposures(trx, round.id, stage, designIds);
}
