import type { PlannedMoments } from '@fraisier/shared/cycle/calendar-rules.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

export interface Moments {
  readonly collecting: Date;
  readonly voting: Date;
  readonly final: Date;
  readonly freeze: Date;
}

export function inMilliseconds(moments: Moments): PlannedMoments {
  return {
    collecting: moments.collecting.getTime(),
    voting: moments.voting.getTime(),
    final: moments.final.getTime(),
    freeze: moments.freeze.getTime(),
  };
}

/**
 * The planned moments of a round, worked out in the shop's time zone by the database, whose clock will hold them.
 * Voting runs from the shop's closing hour on the last day of the month before to that on the last day of the round's
 * own month; the final begins after 60 % of that time; collecting begins a month before voting. What is given stands.
 */
export async function calendarOf(db: Database | Trx, slug: string, given: Partial<Moments> = {}): Promise<Moments> {
  const { rows } = await sql<Moments>`
    with month as (
      select to_date(${slug} || '-01', 'YYYY-MM-DD') as first_day, time_zone, make_interval(hours => month_end_hour) as hour
      from shop_settings
    ), edges as (
      select
        coalesce(${given.collecting ?? null}::timestamptz,
          (first_day - interval '1 month' - interval '1 day' + hour) at time zone time_zone) as collecting,
        coalesce(${given.voting ?? null}::timestamptz,
          (first_day - interval '1 day' + hour) at time zone time_zone) as voting,
        coalesce(${given.freeze ?? null}::timestamptz,
          (first_day + interval '1 month' - interval '1 day' + hour) at time zone time_zone) as stop
      from month
    )
    select collecting, voting, stop as "freeze",
      coalesce(${given.final ?? null}::timestamptz, ${usualFinal}) as final
    from edges`.execute(db);
  return rows[0]!;
}

/** When each of these months ends: at the shop's closing hour on its last day, in the shop's time zone. */
export async function monthEnds(db: Database | Trx, slugs: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ slug: string; ends: Date }>`
    select slug, (to_date(slug || '-01', 'YYYY-MM-DD') + interval '1 month' - interval '1 day'
      + make_interval(hours => month_end_hour)) at time zone time_zone as ends
    from shop_settings, unnest(${slugs}::text[]) as asked (slug)`.execute(db);
  return new Map(rows.map(({ slug, ends }) => [slug, ends]));
}

/** The month that the shop's calendar shows. */
export async function monthOfToday(db: Database | Trx): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    select to_char(shop_now() at time zone time_zone, 'YYYY-MM') as slug from shop_settings`.execute(db);
  return rows[0]!.slug;
}

/** The moment so many days later on the shop's calendar: at the same hour, also when the clocks change in between. */
export async function daysLater(db: Database | Trx, moment: Date, days: number): Promise<Date> {
  const { rows } = await sql<{ later: Date }>`
    select ((${moment}::timestamptz at time zone time_zone) + make_interval(days => ${days}::int)) at time zone time_zone as later
    from shop_settings`.execute(db);
  return rows[0]!.later;
}

/** When the final begins in a voting time that was moved. */
export async function finalBetween(db: Database | Trx, voting: Date, freeze: Date): Promise<Date> {
  const { rows } = await sql<{ final: Date }>`
    select ${usualFinal} as final
    from (select ${voting}::timestamptz as voting, ${freeze}::timestamptz as stop) as edges`.execute(db);
  return rows[0]!.final;
}

/** `finalBetween` of calendar-rules, from `voting` and `stop`; in seconds, for the session's calendar has days of its own. */
const usualFinal = sql`(
  select case when stop - voting < interval '2 days' then to_timestamp(exact) else to_timestamp(round(exact / 3600) * 3600) end
  from (select extract(epoch from voting) + extract(epoch from stop - voting) * 6 / 10) as moment (exact)
)`;

/** Held by whoever plans: the rounds' moments touch, so two plans are never made at once. */
export async function lockCalendar(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('fraisier.calendar'))`.execute(trx);
}
