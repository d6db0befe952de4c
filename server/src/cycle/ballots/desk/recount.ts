import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { countRound } from '../../rounds/count-round.ts';
import type { RoundRow } from '../../rounds/find-round.ts';

/** Where ratings count again after the count, it is made again at once: nobody closes on a count that is not so. */
export async function recount(
  trx: Trx,
  deps: Deps,
  round: RoundRow,
  actor: Pick<Member, 'id' | 'name'>,
): Promise<void> {
  if (round.phase !== 'counted') return;
  const counted = await countRound(trx, round, actor, deps);
  // The log has not grown: the count stands.
  if (counted === round) return;
  await audit(trx, {
    actor,
    act: 'recount-round',
    subjectType: 'round',
    subjectId: round.slug,
    details: { from: round.phase, to: counted.phase },
  });
}
