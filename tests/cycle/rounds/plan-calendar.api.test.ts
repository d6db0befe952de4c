import type { CalendarMonth } from '@fraisier/shared/contracts/rounds-calendar.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let operator: SignedIn;
beforeEach(async () => {
  shop = await openShop();
  operator = await shop.operator();
  await shop.setClock('2026-11-02T10:00:00Z');
});
afterEach(() => shop.close());

type Calendar = { months: CalendarMonth[]; before: CalendarMonth | null; after: CalendarMonth | null };

const calendar = async (query = ''): Promise<Calendar> =>
  (await operator.get(`/api/calendar${query}`).expect(200)).body;
const plan = (rounds: object[], who: Pick<SignedIn, 'put'> = operator) => who.put('/api/calendar', { rounds });
const momentsOf = ({ collectingAt, votingAt, finalAt, freezeAt }: CalendarMonth) => ({
  collectingAt,
  votingAt,
  finalAt,
  freezeAt,
});
/** A month as the page sends it: what it is to be, and what was read. */
const ask = (month: CalendarMonth, change: Partial<CalendarMonth> = {}) => ({
  slug: month.slug,
  ...momentsOf({ ...month, ...change }),
  seen: month.phase ? momentsOf(month) : null,
});
const reasonsOf = ({ body }: { body: { reasons: { code: string; field?: string }[] } }) =>
  body.reasons.map(({ code, field }) => `${code} ${field}`);
const rows = () =>
  shop.deps.db
    .selectFrom('rounds')
    .selectAll()
    .orderBy('slug')
    .execute()
    .then((all) =>
      all.map(({ slug, ...row }) => [slug, row.voting_due_at.toISOString(), row.freeze_due_at.toISOString()]),
    );
const audited = async () =>
  (await shop.deps.db.selectFrom('audit_log').select(['act', 'subject_id']).orderBy('id').execute()).map(
    ({ act, subject_id }) => `${act} ${subject_id}`,
  );

/** What a clock on a wall in that zone shows. */
const wall = (moment: string, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(moment));
const lastDay = (slug: string) => {
  const [year = 0, month = 0] = slug.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

describe('the calendar', () => {
  it('suggests a year from today’s month on, each month touching the next', async () => {
    const { months, before, after } = await calendar();
    expect(months.map(({ slug }) => slug)).toEqual([
      '2026-11',
      '2026-12',
      ...Array.from({ length: 10 }, (_, nth) => `2027-${String(nth + 1).padStart(2, '0')}`),
    ]);
    // November votes already when one looks: too late for it.
    expect(months.map(({ free }) => free)).toEqual([false, ...Array(11).fill(true)]);
    // The first that can be planned is number 1, which it will be.
    expect(months.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, nth) => nth));
    expect(months.every(({ phase }) => phase === null)).toBe(true);
    expect([before, after]).toEqual([null, null]);
    for (const [index, month] of months.slice(1).entries()) {
      expect(month.votingAt).toBe(months[index]!.freezeAt);
      expect(month.collectingAt).toBe(months[index]!.votingAt);
      expect(wall(month.freezeAt, 'Europe/Paris')).toBe(`${lastDay(month.slug)} 20:00:00`);
    }
  });

  it('shows the rounds there are, and fills the months between and beside them', async () => {
    await operator.post('/api/rounds', { slug: '2026-12', freezeAt: '2026-12-30T11:00:00Z' }).expect(201);
    await operator.post('/api/rounds', { slug: '2027-02', votingAt: '2027-02-02T11:00:00Z' }).expect(201);
    const { months, after } = await calendar('?from=2026-12&months=2');
    expect(months[0]).toMatchObject({ slug: '2026-12', number: 1, month: 12, phase: 'planned', free: false });
    expect(months[1]).toMatchObject({
      slug: '2027-01',
      number: 2,
      phase: null,
      free: true,
      votingAt: '2026-12-30T11:00:00.000Z',
      freezeAt: '2027-02-02T11:00:00.000Z',
    });
    expect(after).toMatchObject({ slug: '2027-02', phase: 'planned' });
    // Before the shop's first round there is none.
    expect((await calendar('?from=2026-10')).months[0]).toMatchObject({ free: false, number: -1 });
  });

  it('plans 120 months whose ends are 20:00 in Paris, and tile time across every change of the clocks', async () => {
    let from = '2026-12';
    for (let part = 0; part < 5; part++) {
      const { months } = await calendar(`?from=${from}&months=24`);
      await plan(months.map((month) => ask(month))).expect(200);
      const [year = 0, month = 0] = months.at(-1)!.slug.split('-').map(Number);
      from = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
    }
    const all = await rows();
    expect(all).toHaveLength(120);
    const hours = new Set<string>();
    for (const [index, [slug, voting, freeze]] of all.entries()) {
      expect(wall(freeze!, 'Europe/Paris')).toBe(`${lastDay(slug!)} 20:00:00`);
      hours.add(freeze!.slice(11, 13));
      if (index > 0) expect(voting).toBe(all[index - 1]![2]);
    }
    // Winter and summer.
    expect([...hours].sort()).toEqual(['18', '19']);
  });

  it('takes the zone and the hour from the settings', async () => {
    await shop.deps.db.updateTable('shop_settings').set({ time_zone: 'America/New_York', month_end_hour: 9 }).execute();
    for (const { slug, freezeAt } of (await calendar()).months) {
      expect(wall(freezeAt, 'America/New_York')).toBe(`${lastDay(slug)} 09:00:00`);
    }
  });

  it('is for operators, and refuses what is no month', async () => {
    for (const [who, status] of [
      [shop.visitor, 401],
      [await shop.member(), 403],
    ] as const) {
      await who.get('/api/calendar').expect(status);
      await who.put('/api/calendar', { rounds: [] }).expect(status);
    }
    for (const query of ['?from=2026-13', '?from=yesterday', '?months=0', '?months=25', '?months=x']) {
      await operator.get(`/api/calendar${query}`).expect(400);
    }
  });
});

describe('planning a year', () => {
  it('plans every month in one act, with the shop’s promise, and again does nothing', async () => {
    const asked = (await calendar()).months.filter(({ free }) => free).map((month) => ask(month));
    const first = await plan(asked).expect(200);
    expect(first.body.months).toHaveLength(11);
    expect(first.body.months[0]).toMatchObject({ slug: '2026-12', number: 1, phase: 'planned' });
    const { body: round } = await operator.get('/api/rounds/2027-08').expect(200);
    expect(round).toMatchObject({ number: 9, phase: 'planned', promise: { runSize: 300, appealHours: 48 } });
    expect(await audited()).toEqual(asked.map(({ slug }) => `plan-round ${slug}`));

    const before = await shop.deps.db.selectFrom('rounds').selectAll().orderBy('slug').execute();
    const again = await plan(asked).expect(200);
    expect(again.body).toEqual(first.body);
    // Whatever the order, and by whom.
    await plan(asked.toReversed(), await shop.operator()).expect(200);
    expect(await shop.deps.db.selectFrom('rounds').selectAll().orderBy('slug').execute()).toEqual(before);
    expect(await audited()).toHaveLength(11);
  });

  it('is done once by two operators at once', async () => {
    const asked = (await calendar()).months.filter(({ free }) => free).map((month) => ask(month));
    const colleague = await shop.operator();
    const answers = await Promise.all([plan(asked), plan(asked, colleague), plan(asked), plan(asked, colleague)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await audited()).toHaveLength(11);
  });

  it('moves months and plans others together', async () => {
    await plan((await calendar()).months.slice(1, 4).map((month) => ask(month))).expect(200);
    const { months } = await calendar('?from=2026-12&months=4');
    const [december, january, , march] = months as [CalendarMonth, CalendarMonth, CalendarMonth, CalendarMonth];
    const earlier = '2026-12-29T17:00:00.000Z';
    const { body } = await plan([
      ask(december, { freezeAt: earlier }),
      ask(january, { votingAt: earlier }),
      ask(march),
    ]).expect(200);
    expect(body.months.map(({ slug, votingAt, freezeAt }: CalendarMonth) => [slug, votingAt, freezeAt])).toEqual([
      ['2026-12', december.votingAt, earlier],
      ['2027-01', earlier, january.freezeAt],
      ['2027-03', march.votingAt, march.freezeAt],
    ]);
    const acts = await audited();
    expect(acts.slice(-3)).toEqual(['replan-round 2026-12', 'replan-round 2027-01', 'plan-round 2027-03']);
    const { body: log } = await operator.get('/api/audit?act=replan-round&subject=2026-12').expect(200);
    expect(log.items[0].details).toEqual({ slug: '2026-12', freezeAt: { before: december.freezeAt, after: earlier } });
  });

  it('is all or nothing, and tells every month that is wrong and why', async () => {
    const { months } = await calendar();
    const [, december, january, february, march, april] = months as CalendarMonth[];
    const refused = await plan([
      ask(december!),
      // Ends before its final begins, so February no longer touches it.
      ask(january!, { freezeAt: '2027-01-05T19:00:00.000Z' }),
      ask(february!),
      ask(april!, { votingAt: '2027-02-20T19:00:00.000Z' }),
      ask(march!, { collectingAt: march!.votingAt }),
    ]);
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('calendar_refused');
    expect(reasonsOf(refused)).toEqual([
      'out_of_order 2027-01/freezeAt',
      'does_not_touch 2027-02/votingAt',
      'out_of_order 2027-03/votingAt',
      // It would vote before it takes designs.
      'out_of_order 2027-04/votingAt',
      'does_not_touch 2027-04/votingAt',
    ]);
    expect(await rows()).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it('may leave a month out, and lets no vote begin before the last one ended', async () => {
    const { months } = await calendar();
    const [, december, , february] = months as CalendarMonth[];
    const overlapping = await plan([ask(december!, { freezeAt: '2027-02-10T19:00:00.000Z' }), ask(february!)]).expect(
      409,
    );
    expect(reasonsOf(overlapping)).toEqual(['overlaps 2027-02/votingAt']);
    await plan([ask(december!), ask(february!)]).expect(200);
    // Nobody votes in January: it can still be planned, between the two.
    const { months: later } = await calendar('?from=2027-01&months=1');
    await plan(later.map((month) => ask(month))).expect(200);
    expect((await rows()).map(([slug]) => slug)).toEqual(['2026-12', '2027-01', '2027-02']);
  });

  it('keeps what a round has begun, and looks ahead only', async () => {
    const month = await planAndOpen(shop, { phase: 'voting', slug: '2026-12', designs: 2 });
    const { months } = await calendar('?from=2026-12&months=2');
    const [december, january] = months as [CalendarMonth, CalendarMonth];
    expect(december.phase).toBe('voting');
    const refused = await plan([
      ask(december, { collectingAt: '2026-10-01T00:00:00.000Z', finalAt: '2026-11-29T00:00:00.000Z' }),
      ask(january, { votingAt: '2026-11-01T00:00:00.000Z' }),
    ]).expect(409);
    expect(reasonsOf(refused)).toEqual([
      'already_begun 2026-12/collectingAt',
      'in_the_past 2026-12/finalAt',
      'out_of_order 2026-12/finalAt',
      'in_the_past 2027-01/votingAt',
      'out_of_order 2027-01/votingAt',
      'does_not_touch 2027-01/votingAt',
    ]);
    const freezeAt = '2026-12-30T19:00:00.000Z';
    await plan([ask(december, { freezeAt }), ask(january, { votingAt: freezeAt })]).expect(200);
    expect((await month.operator.get('/api/rounds/2026-12').expect(200)).body.planned.freeze).toBe(freezeAt);
  });

  it('touches no cancelled round, and plans around it', async () => {
    await plan((await calendar()).months.slice(1, 4).map((month) => ask(month))).expect(200);
    const reason = { reason: 'Our printer closed its doors.' };
    await operator.post('/api/rounds/2027-01/cancellation', reason).expect(200);
    const { months } = await calendar('?from=2026-12&months=3');
    expect(months[1]).toMatchObject({ phase: 'cancelled', free: false });
    const refused = await plan([ask(months[1]!, { freezeAt: '2027-01-30T19:00:00.000Z' })]).expect(409);
    expect(reasonsOf(refused)).toEqual(['already_begun 2027-01/freezeAt']);
    await plan([ask(months[0]!, { freezeAt: '2027-01-05T19:00:00.000Z' })]).expect(200);
  });

  it('does not overwrite what a colleague planned since', async () => {
    const { months } = await calendar();
    const december = months[1]!;
    const january = months[2]!;
    await plan([ask(december)]).expect(200);
    // The colleague still sees no round in December, and means another end.
    const later = '2027-01-02T19:00:00.000Z';
    const stale = await plan([ask(december, { freezeAt: later }), ask(january, { votingAt: later })]).expect(409);
    expect(reasonsOf(stale)).toEqual(['changed_meanwhile 2026-12/slug']);
    // Without a word of what was seen, the plan is meant as it is.
    const { seen: _, ...unseen } = ask(december, { freezeAt: later });
    await plan([unseen]).expect(200);
    const gone = await plan([{ ...ask(january, { votingAt: later }), seen: momentsOf(january) }]).expect(409);
    expect(reasonsOf(gone)).toEqual(['changed_meanwhile 2027-01/slug']);
  });

  it('refuses months before the first, months twice, and what it cannot read', async () => {
    const { months } = await calendar();
    const december = ask(months[1]!);
    await plan([december]).expect(200);
    const early = await plan([{ ...ask(months[0]!), votingAt: '2026-11-03T00:00:00.000Z' }]).expect(409);
    expect(reasonsOf(early)).toEqual(['before_first_round 2026-11/slug']);
    const twice = await plan([december, december]).expect(400);
    expect(twice.body.reasons).toEqual([{ code: 'month_twice', field: '/rounds', detail: '2026-12' }]);
    for (const rounds of [
      [],
      [{ slug: '2026-12' }],
      [{ ...december, slug: '2026-13' }],
      [{ ...december, freezeAt: 'soon' }],
      [{ ...december, seen: {} }],
      [{ ...december, phase: 'decided' }],
      Array(25).fill(december),
    ]) {
      await plan(rounds).expect(400);
    }
    expect(await audited()).toEqual(['plan-round 2026-12']);
  });
});
