import { prolongLine } from '@fraisier/shared/cycle/ballot-log.ts';
import { nextRoundSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { EXTENSION_DAYS } from '@fraisier/shared/cycle/round-phase.ts';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import { appendLogLine } from '../ballots/append-log-line.ts';
import type { Actor, Step } from './advance-round.ts';
import { daysLater, finalBetween } from './calendar.sql.ts';
import { lockRoundRows, type RoundRow, updateRound } from './rounds.sql.ts';

/** The final goes on, once, for the days that the rules name; the months after it make room. */
export const prolongFinal: Step = async (trx, round, actor) => {
  const due = await daysLater(trx, round.freeze_due_at, EXTENSION_DAYS);
  const line = prolongLine({ round: round.slug, due: due.toISOString(), reason: 'quorum_missed' });
  await appendLogLine(trx, round, line, 'prolong');
  const prolonged = await updateRound(trx, round.id, { freeze_due_at: due, extended_at: sql<Date>`shop_now()` });
  await makeRoom(trx, round, due, actor);
  return prolonged;
};

/**
 * Months tile time: the next round begins its vote when this one ends, a week later than planned, and ends it when it
 * was to; until then it takes designs, and the round after it begins to take them that much later too. A next round
 * that votes already, or whose vote would be shorter than the extension, stays as it is, and both run side by side.
 */
async function makeRoom(trx: Trx, round: RoundRow, due: Date, actor: Actor): Promise<void> {
  const nextSlug = nextRoundSlug(round.slug);
  const [next, afterNext] = await lockPair(trx, nextSlug, nextRoundSlug(nextSlug));
  if (!next || (next.phase !== 'planned' && next.phase !== 'collecting')) return;
  if (next.voting_due_at.getTime() !== round.freeze_due_at.getTime()) return;
  if (next.freeze_due_at < (await daysLater(trx, due, EXTENSION_DAYS))) return;
  await updateRound(trx, next.id, {
    voting_due_at: due,
    final_due_at: await finalBetween(trx, due, next.freeze_due_at),
  });
  await audit(trx, {
    actor,
    act: 'move-voting',
    subjectType: 'round',
    subjectId: next.slug,
    details: { because: round.slug, before: next.voting_due_at.toISOString(), after: due.toISOString() },
  });
  const followed = afterNext?.collecting_due_at.getTime() === next.voting_due_at.getTime();
  if (afterNext?.phase === 'planned' && followed && due < afterNext.voting_due_at) {
    await updateRound(trx, afterNext.id, { collecting_due_at: due });
  }
}

async function lockPair(
  trx: Trx,
  first: string,
  second: string,
): Promise<[RoundRow | undefined, RoundRow | undefined]> {
  const rows = await lockRoundRows(trx, [first, second]);
  return [rows.find((row) => row.slug === first), rows.find((row) => row.slug === second)];
}
