import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { isRoundSlug, nextRoundSlug, roundMonth, roundSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { finalBetween } from '@fraisier/shared/cycle/calendar-rules.ts';
import { instantOf } from '../../../../platform/ui/ops/shop-time.ts';

export interface Follows {
  readonly collectingAt: string;
  readonly votingAt: string;
  readonly finalAt: string;
  readonly freezeAt: string;
}

const DAY = 86_400_000;

/** The month after the newest round's: the one to plan next. */
export function nextToPlan(rounds: readonly Round[], now: string): string {
  const newest = rounds[0]?.slug;
  return newest ? nextRoundSlug(newest) : nextRoundSlug(now.slice(0, 7));
}

/**
 * The moments that a plan gets where none is given, so that they can be shown before it is sent: they touch the
 * neighbouring rounds, else follow from the month. The shop works them out again and decides.
 */
export function whatFollows(
  slug: string,
  given: Partial<Follows>,
  shop: { rounds: readonly Round[]; timeZone: string; monthEndHour: number },
): Follows | null {
  if (!isRoundSlug(slug)) return null;
  const neighbour = (name: string) => shop.rounds.find((round) => round.slug === name && round.phase !== 'cancelled');
  const before = monthBefore(slug);
  const [previous, next] = [neighbour(before), neighbour(nextRoundSlug(slug))];
  const endOf = (month: string) => monthEnd(month, shop);
  const votingAt = given.votingAt ?? previous?.planned.freeze ?? endOf(before);
  const freezeAt = given.freezeAt ?? next?.planned.voting ?? endOf(slug);
  const collectingAt = given.collectingAt ?? previous?.planned.voting ?? endOf(monthBefore(before));
  const finalAt = given.finalAt ?? usualFinal(votingAt, freezeAt);
  return { collectingAt, votingAt, finalAt, freezeAt };
}

export function usualFinal(votingAt: string, freezeAt: string): string {
  return new Date(finalBetween(Date.parse(votingAt), Date.parse(freezeAt))).toISOString();
}

/** The shop's closing hour on the last day of the month. */
function monthEnd(slug: string, { timeZone, monthEndHour }: { timeZone: string; monthEndHour: number }): string {
  const { year, month } = roundMonth(nextRoundSlug(slug));
  const last = new Date(Date.UTC(year, month - 1, 1) - DAY).toISOString().slice(0, 10);
  return instantOf(`${last}T${String(monthEndHour).padStart(2, '0')}:00`, timeZone) ?? '';
}

function monthBefore(slug: string): string {
  const { year, month } = roundMonth(slug);
  return month === 1 ? roundSlug({ year: year - 1, month: 12 }) : roundSlug({ year, month: month - 1 });
}
