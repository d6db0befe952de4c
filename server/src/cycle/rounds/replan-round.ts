import type { replanRound as replanRoundContract } from '@fraisier/shared/contracts/rounds-plan.ts';
import { canReplan, type PlanPart } from '@fraisier/shared/cycle/plan-rules.ts';
import type { BodyOf } from '@fraisier/shared/http/contract.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Updateable } from 'kysely';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { Rounds } from '../../platform/db/schema.ts';
import { lockCalendar } from './calendar.sql.ts';
import { datesOutOfOrder } from './dates-in-order.ts';
import { asNeighbour, lockNeighbourhood, momentsOf, type Neighbourhood, overlapsBeyond } from './neighbours.ts';
import { type RoundRow, updateRound } from './rounds.sql.ts';

export type RoundChange = BodyOf<typeof replanRoundContract>;
type Actor = Pick<Member, 'id' | 'name'>;

/** Where each part of the plan is kept. */
const columns = {
  collectingAt: 'collecting_due_at',
  bountyCents: 'bounty_cents',
  runSize: 'run_size',
  piecePriceCents: 'piece_price_cents',
  votingAt: 'voting_due_at',
  expectedRatings: 'expected_ratings',
  quorumFinal: 'quorum_final',
  quorumMedian: 'quorum_median',
  handCap: 'hand_cap',
  finalAt: 'final_due_at',
  freezeAt: 'freeze_due_at',
  appealHours: 'appeal_hours',
} as const satisfies Record<keyof RoundChange, keyof Rounds>;

/**
 * Changes what the round has not begun yet. Months tile time: where one round's voting ends, the next one's begins, so
 * moving that moment moves it for both.
 */
export async function replanRound(deps: Deps, actor: Actor, slug: string, change: RoundChange): Promise<RoundRow> {
  return deps.db.transaction().execute(async (trx) => {
    await lockCalendar(trx);
    const neighbourhood = await lockNeighbourhood(trx, slug);
    const { round } = neighbourhood;
    if (!round) throw new Problem('not_found', { detail: 'There is no round of that name.' });
    const changed = changesIn(round, change);
    const fixed = changed.filter(({ part }) => !canReplan(round.phase, part));
    if (fixed.length > 0) {
      throw new Problem('round_not_changeable', {
        reasons: fixed.map(({ part }) => ({ code: 'already_begun', field: part, detail: round.phase })),
      });
    }
    if (changed.length === 0) return round;
    const row: Updateable<Rounds> = Object.fromEntries(changed.map(({ part, after }) => [columns[part], after]));
    const replanned = { ...round, ...row } as RoundRow;
    const moved = edgesMoved(neighbourhood, replanned);
    await refuseDisorder(trx, moved, replanned, changed);
    if (moved.previous && moved.previous !== neighbourhood.previous) {
      await updateRound(trx, moved.previous.id, { freeze_due_at: moved.previous.freeze_due_at });
    }
    if (moved.next && moved.next !== neighbourhood.next) {
      await updateRound(trx, moved.next.id, { voting_due_at: moved.next.voting_due_at });
    }
    await audit(trx, {
      actor,
      act: 'replan-round',
      subjectType: 'round',
      subjectId: slug,
      details: Object.fromEntries(changed.map(({ part, before, after }) => [part, { before, after }])),
    });
    return updateRound(trx, round.id, row);
  });
}

interface Changed {
  readonly part: PlanPart;
  readonly before: unknown;
  readonly after: Date | number | null;
}

/** What is really different: the same plan again changes nothing, whatever the phase. */
function changesIn(round: RoundRow, change: RoundChange): Changed[] {
  return (Object.keys(columns) as PlanPart[]).flatMap((part) => {
    const given = change[part];
    if (given === undefined) return [];
    const before = round[columns[part]];
    const after = typeof given === 'string' ? new Date(given) : given;
    const same =
      before instanceof Date && after instanceof Date ? before.getTime() === after.getTime() : before === after;
    return same ? [] : [{ part, before, after }];
  });
}

/** The neighbours as the round's new edges make them. What a neighbour has begun already stays. */
function edgesMoved({ previous, next, round }: Neighbourhood, replanned: RoundRow): Neighbourhood {
  const movesPrevious = previous && canReplan(previous.phase, 'freezeAt');
  const movesNext = next && canReplan(next.phase, 'votingAt');
  const sameVoting = replanned.voting_due_at.getTime() === round?.voting_due_at.getTime();
  const sameFreeze = replanned.freeze_due_at.getTime() === round?.freeze_due_at.getTime();
  return {
    round: replanned,
    previous: movesPrevious && !sameVoting ? { ...previous, freeze_due_at: replanned.voting_due_at } : previous,
    next: movesNext && !sameFreeze ? { ...next, voting_due_at: replanned.freeze_due_at } : next,
  };
}

async function refuseDisorder(
  trx: Trx,
  { previous, next }: Neighbourhood,
  replanned: RoundRow,
  changed: readonly Changed[],
): Promise<void> {
  const now = await shopNow(trx);
  const reasons: ProblemReason[] = [];
  for (const { part, after } of changed) {
    if (after instanceof Date && after < now)
      reasons.push({ code: 'in_the_past', field: part, detail: now.toISOString() });
  }
  reasons.push(
    ...datesOutOfOrder(momentsOf(replanned), { previous: asNeighbour(previous), next: asNeighbour(next) }),
    ...[previous, next].flatMap((row) =>
      row
        ? datesOutOfOrder(momentsOf(row), { previous: null, next: null }).map((reason) => ({
            ...reason,
            field: row.slug,
          }))
        : [],
    ),
  );
  reasons.push(...(await overlapsBeyond(trx, replanned.slug, momentsOf(replanned))));
  if (reasons.length > 0) throw new Problem('dates_out_of_order', { reasons });
}
