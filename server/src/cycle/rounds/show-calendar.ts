import { CALENDAR, type getCalendar as getCalendarContract } from '@fraisier/shared/contracts/rounds-calendar.ts';
import { monthsBetween, nextRoundSlug, previousRoundSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { finalBetween } from '@fraisier/shared/cycle/calendar-rules.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Moments, monthEnds, monthOfToday } from './calendar.sql.ts';
import { freeMonthView, plannedMonthView } from './calendar.view.ts';
import { momentsOf } from './neighbours.ts';
import { findFirstRound, listRoundsAround } from './rounds.sql.ts';

/**
 * The months from one on. Where there is no round yet, the one that is suggested: it touches the rounds beside it, and
 * ends where the month does.
 */
export async function showCalendar(
  db: Database,
  { from, months = CALENDAR.months }: { from?: string | undefined; months?: number | undefined },
): Promise<ResponseOf<typeof getCalendarContract>> {
  const now = await shopNow(db);
  const slugs = [from ?? (await monthOfToday(db))];
  while (slugs.length < months) slugs.push(nextRoundSlug(slugs.at(-1)!));
  const [first, last] = [slugs[0]!, slugs.at(-1)!];
  const rounds = await listRoundsAround(db, first, last);
  const bySlug = new Map(rounds.map((row) => [row.slug, row]));
  const momentsIn = await suggestions(db, slugs, (slug) => {
    const row = bySlug.get(slug);
    return row && row.phase !== 'cancelled' ? momentsOf(row) : undefined;
  });
  const origin = await findFirstRound(db);
  // Where there is no round yet, the first that can still be planned is number 1, as planning it will have it.
  const { slug: begin, number } = origin ?? {
    slug: slugs.find((one) => momentsIn(one).voting > now) ?? first,
    number: 1,
  };
  const numberOf = (slug: string) => number + monthsBetween(begin, slug);
  const [before, after] = [rounds[0], rounds.at(-1)];
  return {
    months: slugs.map((slug) => {
      const row = bySlug.get(slug);
      return row ? plannedMonthView(row) : freeMonthView(slug, numberOf(slug), momentsIn(slug), now);
    }),
    before: before && before.slug < first ? plannedMonthView(before) : null,
    after: after && after.slug > last ? plannedMonthView(after) : null,
  };
}

/** Month after month: a suggestion touches the suggestion before it. */
async function suggestions(
  db: Database,
  slugs: readonly string[],
  roundOf: (slug: string) => Moments | undefined,
): Promise<(slug: string) => Moments> {
  const [first, second] = [previousRoundSlug(slugs[0]!)!, previousRoundSlug(previousRoundSlug(slugs[0]!)!)!];
  const ends = await monthEnds(db, [second, first, ...slugs, nextRoundSlug(slugs.at(-1)!)]);
  const known = new Map<string, Moments>();
  const of = (slug: string) => roundOf(slug) ?? known.get(slug);
  for (const slug of slugs) {
    const before = previousRoundSlug(slug)!;
    const voting = of(before)?.freeze ?? ends.get(before)!;
    const freeze = roundOf(nextRoundSlug(slug))?.voting ?? ends.get(slug)!;
    known.set(slug, {
      collecting: of(before)?.voting ?? ends.get(previousRoundSlug(before)!)!,
      voting,
      final: new Date(finalBetween(voting.getTime(), freeze.getTime())),
      freeze,
    });
  }
  return (slug) => known.get(slug)!;
}
