import type { SetAside } from '@fraisier/shared/contracts/ballots-appeals.ts';
import { reasonsNotToAppeal } from '@fraisier/shared/cycle/desk-rules.ts';
import { shopNow } from '../../../platform/clock/clock.sql.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { RoundRow } from '../../rounds/find-round.ts';
import { countRatingsSetAside, findAppealOf, findPseudonym, listHolds } from './appeals.sql.ts';
import { ownAppealView } from './appeals.view.ts';
import { appealsEndAt } from './appeals-end.ts';

/** What a voter is told of their own ballot; null as long as all of it has counted. */
export async function setAsideOf(db: Database, round: RoundRow, memberId: string): Promise<SetAside | null> {
  const pseudonym = await findPseudonym(db, round.id, memberId);
  const [hold] = pseudonym ? await listHolds(db, [pseudonym]) : [];
  if (!pseudonym || !hold) return null;
  const ratings = (await countRatingsSetAside(db, [pseudonym])).get(pseudonym) ?? 0;
  const appeal = await findAppealOf(db, pseudonym);
  const end = appealsEndAt(round);
  const reasons = reasonsNotToAppeal({
    phase: round.phase,
    now: (await shopNow(db)).getTime(),
    appealsEndAt: end,
    setAside: ratings > 0,
    appealed: appeal !== undefined,
  });
  return {
    active: ratings > 0,
    since: hold.since.toISOString(),
    reason: hold.reason,
    ratings,
    appealUntil: end === null ? null : new Date(end).toISOString(),
    canAppeal: reasons.length === 0,
    appeal: appeal ? ownAppealView(appeal) : null,
  };
}
