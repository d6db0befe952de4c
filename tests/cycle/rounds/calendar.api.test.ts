import { calendarOf, daysLater, finalBetween } from '@fraisier/server/cycle/rounds/calendar.sql.ts';
import { nextRoundSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import { finalBetween as finalByRule } from '@fraisier/shared/cycle/calendar-rules.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type TestShop } from '../../support/shop.ts';

/** What a clock on a wall in that zone shows: another way to it than the database's. */
function onTheWall(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** The last day of the month `slug` moved by `months`, as a date. */
function lastDay(slug: string, months: number): string {
  const [year, month] = slug.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

function monthsFrom(slug: string, count: number): string[] {
  const slugs = [slug];
  while (slugs.length < count) slugs.push(nextRoundSlug(slugs.at(-1)!));
  return slugs;
}

describe('the calendar of rounds', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const settle = (zone: string, hour: number) =>
    sql`update shop_settings set time_zone = ${zone}, month_end_hour = ${hour}`.execute(shop.deps.db);

  it('ends 120 months at 20:00 in Paris on their last day, and each begins where the one before ended', async () => {
    await settle('Europe/Paris', 20);
    const offsets = new Set<number>();
    let before = await calendarOf(shop.deps.db, '2026-11');
    for (const slug of monthsFrom('2026-12', 120)) {
      const month = await calendarOf(shop.deps.db, slug);
      expect(onTheWall(month.freeze, 'Europe/Paris')).toBe(`${lastDay(slug, 0)} 20:00:00`);
      expect(onTheWall(month.voting, 'Europe/Paris')).toBe(`${lastDay(slug, -1)} 20:00:00`);
      expect(onTheWall(month.collecting, 'Europe/Paris')).toBe(`${lastDay(slug, -2)} 20:00:00`);
      expect(month.voting).toEqual(before.freeze);
      expect(month.collecting).toEqual(before.voting);
      const length = month.freeze.getTime() - month.voting.getTime();
      const final = month.final.getTime() - month.voting.getTime();
      expect(Math.abs(final - length * 0.6)).toBeLessThanOrEqual(1_800_000);
      expect(final % 3_600_000).toBe(0);
      offsets.add((length / 3_600_000) % 24);
      before = month;
    }
    // Months of whole days, months that lose an hour in March, months that win one in October.
    expect([...offsets].sort((a, b) => a - b)).toEqual([0, 1, 23]);
  });

  it.each([
    ['America/New_York', 0],
    ['Asia/Kathmandu', 23],
    ['Pacific/Auckland', 9],
    ['UTC', 20],
    // 02:00 does not exist on 31 March 2030 in Paris, and exists twice on 31 October 2027.
    ['Europe/Paris', 2],
  ])('tiles time in %s at %i o’clock', async (zone, hour) => {
    await settle(zone, hour);
    let before = await calendarOf(shop.deps.db, '2026-11');
    for (const slug of monthsFrom('2026-12', 48)) {
      const month = await calendarOf(shop.deps.db, slug);
      expect(month.voting).toEqual(before.freeze);
      expect(month.collecting.getTime()).toBeLessThan(month.voting.getTime());
      expect(month.voting.getTime()).toBeLessThan(month.final.getTime());
      expect(month.final.getTime()).toBeLessThan(month.freeze.getTime());
      before = month;
    }
  });

  it('does not depend on the time zone of the database session', async () => {
    await settle('Europe/Paris', 20);
    const answers = [];
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      answers.push(
        await shop.deps.db.transaction().execute(async (trx) => {
          await sql`select set_config('TimeZone', ${zone}, true)`.execute(trx);
          return [await calendarOf(trx, '2027-03'), await calendarOf(trx, '2027-10')];
        }),
      );
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('counts days on the calendar: the same hour a week later, across a clock change too', async () => {
    await settle('Europe/Paris', 20);
    const before = new Date('2027-03-25T19:00:00Z');
    expect(await daysLater(shop.deps.db, before, 7)).toEqual(new Date('2027-04-01T18:00:00Z'));
    const moments = [new Date('2027-03-01T00:00:00Z'), new Date('2027-03-11T00:00:00Z')] as const;
    expect(await finalBetween(shop.deps.db, ...moments)).toEqual(new Date('2027-03-07T00:00:00Z'));
  });

  it('begins the final at a full hour, in the database as in the rules; to the millisecond in a vote of hours', async () => {
    const start = Date.parse('2027-02-28T19:00:00Z');
    const hour = 3_600_000;
    for (const hours of [1, 47.9, 48, 49.5, 200, 671, 743, 744, 745]) {
      const stop = start + hours * hour;
      const final = await finalBetween(shop.deps.db, new Date(start), new Date(stop));
      expect(final.getTime(), `${hours} h`).toBe(finalByRule(start, stop));
      if (hours >= 48) expect(final.getTime() % hour).toBe(0);
      else expect(final.getTime() - start).toBe(hours * hour * 0.6);
    }
  });
});
