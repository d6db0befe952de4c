import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthView } from '../../../web/src/cycle/rounds/parts/ops/month-lanes.ts';
import { nextToPlan, whatFollows } from '../../../web/src/cycle/rounds/parts/ops/what-follows.ts';
import { formatsFor } from '../../../web/src/platform/i18n/format.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let operator: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  operator = await shop.operator();
  await shop.setClock('2026-09-02T10:00:00Z');
});
afterAll(() => shop.close());

const settings = { timeZone: 'Europe/Paris', monthEndHour: 20 };
const rounds = async () => (await operator.get('/api/rounds').expect(200)).body.items as Round[];

/** Plans as the console does, and gives what it announced beside what the shop planned. */
async function plan(slug: string, given: Partial<Record<'votingAt' | 'finalAt' | 'freezeAt', string>> = {}) {
  const said = whatFollows(slug, given, { rounds: await rounds(), ...settings });
  const { body } = await operator.post('/api/rounds', { slug, ...given }).expect(201);
  const { planned } = body as Round;
  return {
    said,
    planned: {
      collectingAt: planned.collecting,
      votingAt: planned.voting,
      finalAt: planned.final,
      freezeAt: planned.freeze,
    },
  };
}

describe('what the console says will follow from a month', () => {
  it('is what the shop plans: for the first round, for the next, across a change of the clocks', async () => {
    for (const slug of ['2026-10', '2026-11']) {
      const { said, planned } = await plan(slug);
      expect(said).toEqual(planned);
    }
  });

  it('follows an end that was given, and the neighbour that comes after it', async () => {
    const late = await plan('2026-12', { freezeAt: '2027-01-04T19:00:00.000Z' });
    expect(late.said).toEqual(late.planned);
    const next = await plan('2027-01');
    expect(next.said).toEqual(next.planned);
    expect(next.planned.votingAt).toBe('2027-01-04T19:00:00.000Z');
  });

  it('fills a month left out between two others', async () => {
    await plan('2027-03');
    const between = await plan('2027-02');
    expect(between.said).toEqual(between.planned);
  });

  it('offers the month after the newest round', async () => {
    expect(nextToPlan(await rounds(), '2026-09-02T10:00:00Z')).toBe('2027-04');
    expect(whatFollows('2027-13', {}, { rounds: [], ...settings })).toBeNull();
  });
});

describe('the month as the console draws it', () => {
  it('gives each round a lane, whose stretches follow one another and stay within the month', async () => {
    const view = monthView(await rounds(), '2026-11-21T13:00:00Z', formatsFor('fr'));
    expect([view.total, view.today]).toEqual([30, 21]);
    const lanes = view.lanes.map(({ round, stretches }) => [
      round.slug,
      stretches.map(({ kind, from, to }) => `${kind} ${from}-${to}`),
    ]);
    expect(lanes).toEqual([
      ['2026-12', ['collecting 1-30']],
      ['2026-11', ['voting 1-18', 'final 19-30']],
    ]);
  });
});
