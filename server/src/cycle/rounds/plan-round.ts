import type { planRound as planRoundContract } from '@fraisier/shared/contracts/rounds-plan.ts';
import { isRoundSlug, monthsBetween } from '@fraisier/shared/cycle/calendar-names.ts';
import type { BodyOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { RULES_VERSION } from '@fraisier/shared/texts/rules-version.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { isUniqueViolation, type Trx } from '../../platform/db/database.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { calendarOf, lockCalendar, type Moments } from './calendar.sql.ts';
import { datesOutOfOrder } from './dates-in-order.ts';
import { asNeighbour, lockNeighbourhood, overlapsBeyond } from './neighbours.ts';
import { findFirstRound, insertRound, type RoundRow } from './rounds.sql.ts';

export type RoundPlan = BodyOf<typeof planRoundContract>;
type Actor = Pick<Member, 'id' | 'name'>;

/**
 * Plans the round of a month. Moments that are left out touch the neighbouring rounds, or follow from the month; the
 * promise that is left out is the shop's of today, and is copied: later settings do not change it.
 */
export async function planRound(deps: Deps, actor: Actor, plan: RoundPlan): Promise<RoundRow> {
  if (!isRoundSlug(plan.slug)) {
    throw new Problem('bad_input', { reasons: [{ code: 'no_such_month', field: '/slug', detail: plan.slug }] });
  }
  try {
    return await deps.db.transaction().execute(async (trx) => {
      const round = await insertPlanned(trx, plan);
      await audit(trx, {
        actor,
        act: 'plan-round',
        subjectType: 'round',
        subjectId: round.slug,
        details: { ...plan, number: round.number },
      });
      return round;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Problem('round_exists', { detail: plan.slug });
    throw error;
  }
}

async function insertPlanned(trx: Trx, plan: RoundPlan): Promise<RoundRow> {
  await lockCalendar(trx);
  const { round, previous, next } = await lockNeighbourhood(trx, plan.slug);
  if (round) throw new Problem('round_exists', { detail: plan.slug });
  const moments = await calendarOf(trx, plan.slug, {
    collecting: dateOf(plan.collectingAt) ?? previous?.voting_due_at,
    voting: dateOf(plan.votingAt) ?? previous?.freeze_due_at,
    final: dateOf(plan.finalAt),
    freeze: dateOf(plan.freezeAt) ?? next?.voting_due_at,
  });
  const number = await numberOf(trx, plan.slug);
  const reasons = datesOutOfOrder(moments, { previous: asNeighbour(previous), next: asNeighbour(next) });
  reasons.push(...(await overlapsBeyond(trx, plan.slug, moments)));
  if (number < 1) reasons.push({ code: 'before_first_round', field: 'slug' });
  if (reasons.length > 0) throw new Problem('dates_out_of_order', { reasons });
  return insertPromised(trx, { number, moments, plan });
}

/** A planned round with what it promises: the shop's of today where the plan does not say otherwise. */
export async function insertPromised(
  trx: Trx,
  { number, moments, plan }: { number: number; moments: Moments; plan: RoundPlan },
): Promise<RoundRow> {
  const settings = await readSettings(trx);
  return insertRound(trx, {
    slug: plan.slug,
    number,
    collecting_due_at: moments.collecting,
    voting_due_at: moments.voting,
    final_due_at: moments.final,
    freeze_due_at: moments.freeze,
    rules_version: RULES_VERSION,
    bounty_cents: plan.bountyCents ?? settings.bounty_cents,
    bounty_is_net: settings.bounty_is_net,
    run_size: plan.runSize ?? settings.run_size,
    piece_price_cents: plan.piecePriceCents ?? settings.piece_price_cents,
    max_inks: settings.max_inks,
    print_width_mm: settings.print_width_mm,
    print_height_mm: settings.print_height_mm,
    print_method: settings.print_method,
    least_line_hundredths: settings.least_line_hundredths,
    safe_margin_mm: settings.safe_margin_mm,
    good_dpi: settings.good_dpi,
    least_dpi: settings.least_dpi,
    expected_ratings: plan.expectedRatings ?? settings.expected_ratings,
    hand_cap: plan.handCap ?? null,
    quorum_final: plan.quorumFinal ?? null,
    quorum_median: plan.quorumMedian ?? null,
    appeal_hours: plan.appealHours ?? settings.appeal_hours,
  });
}

/** Rounds are counted in months from the shop's first, so that a month left out and planned later still fits in. */
async function numberOf(trx: Trx, slug: string): Promise<number> {
  const first = await findFirstRound(trx);
  return first ? first.number + monthsBetween(first.slug, slug) : 1;
}

function dateOf(moment: string | undefined): Date | undefined {
  return moment === undefined ? undefined : new Date(moment);
}
