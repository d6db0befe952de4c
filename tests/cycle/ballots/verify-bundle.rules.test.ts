import { asHistogram } from '@fraisier/shared/cycle/histograms.ts';
import { finalists, quorum, rankBand, tally, winners } from '@fraisier/shared/cycle/tally.ts';
import {
  bands,
  finalistsOf,
  quorumReasons,
  rank,
  winnersOf as winnersByVerifier,
} from '@fraisier/shared/verifier/recount.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failures, pack, verify } from '../../support/bundles.ts';
import { type MadeRound, makeRound, type Said } from '../../support/made-round.ts';

const said = (points: number): Said =>
  points === 6 ? { stars: 5, wouldWear: true, size: 'M' } : { stars: points as Said['stars'], wouldWear: false };

const checksOf = async (round: MadeRound, input: Parameters<typeof verify>[1] = {}) =>
  verify(pack(round.files()), { key: round.verifierKey, ...input });
const figuresOf = async (round: MadeRound, id: string) =>
  (await checksOf(round)).find((check) => check.id === id)!.figures;

describe('a bundle passes', () => {
  it('of a round without a vote: nobody wins', async () => {
    const round = makeRound({ designs: 3 });
    round.cut();
    round.close();
    expect(failures(await checksOf(round))).toEqual([]);
    expect(await figuresOf(round, 'winners')).toMatchObject({ winners: 0 });
  });

  it('of a shared first place: both win', async () => {
    const round = makeRound({ designs: 4 });
    const [a, b, c, d] = round.designs;
    for (const voter of [1, 2, 3]) {
      for (const best of [a, d]) round.rate(voter, best!, said(6));
      for (const rest of [b, c]) round.rate(voter, rest!, said(2));
    }
    round.cut();
    round.close();
    expect(failures(await checksOf(round))).toEqual([]);
    expect(await figuresOf(round, 'winners')).toMatchObject({ winners: 2, ids: `${a} ${d}` });
    expect(await figuresOf(round, 'ranking')).toMatchObject({ tied: 4 });
  });

  it('of a winner that was passed over: the next one takes the place', async () => {
    const round = makeRound({ designs: 3 });
    for (const voter of [1, 2])
      for (const [nth, design] of round.designs.entries()) round.rate(voter, design, said(6 - nth));
    round.cut();
    round.passOver(round.designs[0]!);
    round.close();
    expect(failures(await checksOf(round))).toEqual([]);
    expect(await figuresOf(round, 'winners')).toMatchObject({ ids: round.designs[1], passedOver: 1 });
  });

  it('of designs that left the round, as long as the log passes over them, and says how many', async () => {
    const round = makeRound({ designs: 4 });
    const [first, second] = round.designs;
    for (const voter of [1, 2])
      for (const [nth, design] of round.designs.entries()) round.rate(voter, design, said(6 - nth));
    round.cut();
    round.passOver(first!);
    round.leave(first!);
    round.close();
    expect(failures(await checksOf(round))).toEqual([]);
    expect(await figuresOf(round, 'histograms')).toMatchObject({ designs: 3, left: 1 });
    expect(await figuresOf(round, 'winners')).toMatchObject({ ids: second, passedOver: 1 });
  });

  it('of a final that was prolonged, and of a quorum that was missed', async () => {
    const round = makeRound({ designs: 20, finalMin: 3, medianMin: 2 });
    for (const [nth, design] of round.designs.entries()) round.rate(1, design, said((nth % 6) + 1));
    round.cut();
    round.prolong();
    round.rate(2, round.designs[5]!, said(6));
    round.close();
    const checks = await checksOf(round);
    expect(failures(checks)).toEqual([]);
    expect(checks.find((check) => check.id === 'quorum')!.figures).toEqual({ finalMin: 3, medianMin: 2, met: 0 });
    expect(checks.find((check) => check.id === 'rules')!.figures).toMatchObject({ prolong: 1, cut: 1, close: 1 });
  });

  it('of ballots set aside and released: both counts, and the release restores the first', async () => {
    const results = [false, true].map((released) => {
      const round = makeRound({ designs: 3 });
      for (const voter of [1, 2, 3]) {
        for (const [nth, design] of round.designs.entries()) round.rate(voter, design, said(((nth + voter) % 6) + 1));
      }
      round.quarantine(2);
      round.dismiss(1);
      round.head();
      round.cut();
      round.rate(3, round.designs[0]!, said(1));
      round.quarantine(3);
      if (released) for (const voter of [2, 3]) round.release(voter);
      round.close();
      return round;
    });
    const [aside, released] = results;
    for (const round of results) expect(failures(await checksOf(round))).toEqual([]);
    expect(await figuresOf(aside!, 'set_aside')).toEqual({ ratings: 6, voters: 2 });
    expect(await figuresOf(released!, 'set_aside')).toEqual({ ratings: 0, voters: 0 });
    expect(await figuresOf(released!, 'totals')).toMatchObject({ ratings: 9, voters: 3 });
  });

  it('of a ballot that was erased: it counts no more, and a cut that counted it says so', async () => {
    const round = makeRound({ designs: 20 });
    for (const voter of [1, 2]) {
      for (const [nth, design] of round.designs.entries()) round.rate(voter, design, said(((nth * voter) % 6) + 1));
    }
    round.erase(2);
    for (const design of round.designs) round.rate(3, design, said(3));
    round.cut();
    round.erase(3);
    round.close();
    const checks = await checksOf(round);
    expect(failures(checks).filter((id) => id !== 'cut')).toEqual([]);
    expect(checks.find((check) => check.id === 'cut')).toMatchObject({ figures: { erased: 20 } });
    expect(checks.find((check) => check.id === 'unopened')!.figures).toEqual({ erased: 40, missing: 0 });
    expect(checks.find((check) => check.id === 'totals')!.figures).toMatchObject({ ratings: 20, voters: 1 });
  });

  it('with the receipts and heads that people kept, whatever became of the votes', async () => {
    const round = makeRound({ designs: 2 });
    const [a, b] = round.designs;
    const receipts = [round.rate(1, a!, said(2)), round.rate(1, a!, said(5)), round.rate(2, b!, said(1))];
    receipts.push(round.rate(3, b!, said(4)));
    round.quarantine(2);
    round.head();
    round.erase(3);
    round.cut();
    round.close();
    const kept = [`Bonjour,\n\n${round.heads[0]!.note}\nGardez ce mail.`];
    const checks = await checksOf(round, { receipts, kept });
    expect(failures(checks).filter((id) => id !== 'cut')).toEqual([]);
    expect(checks.filter((check) => check.id === 'receipt').map((check) => check.figures.standing)).toEqual([
      'replaced',
      'counted',
      'set_aside',
      'erased',
    ]);
  });
});

describe('two implementations', () => {
  const cells = fc.array(fc.nat({ max: 3 }), { minLength: 10, maxLength: 10 });
  const field = fc.array(fc.oneof(cells, fc.constant([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])), { minLength: 0, maxLength: 24 });
  const ids = Array.from(
    { length: 24 },
    (_, nth) => `00000000-0000-4000-8000-0000000000${String(nth).padStart(2, '0')}`,
  );

  it('rank, choose and measure alike, on any histograms', () => {
    fc.assert(
      fc.property(field, fc.array(fc.nat({ max: 23 })), fc.nat({ max: 9 }), fc.nat({ max: 9 }), (rows, gone, f, m) => {
        const shop = tally(rows.map((row, nth) => ({ designId: ids[nth]!, histogram: asHistogram(row) })));
        const other = rank(new Map(rows.map((row, nth) => [ids[nth]!, row])));
        expect(
          other.placed.map(({ design, rank: place, tied, score }) => [design, place, tied, String(score)]),
        ).toEqual(shop.designs.map((one) => [one.designId, one.rank, one.tied, one.score]));
        const out = gone.map((nth) => ids[nth]!);
        const chosen = finalists(shop, 16, out).sort();
        expect(finalistsOf(other, new Set(out))).toEqual(chosen);
        expect(winnersByVerifier(other, new Set(chosen), new Set(out.slice(0, 1)))).toEqual(
          winners(shop, chosen, out.slice(0, 1)).sort(),
        );
        const rule = { finalMin: f, medianMin: m };
        const { reasons } = quorum(shop, chosen, rule);
        expect(quorumReasons(other, new Set(chosen), rule)).toEqual(
          reasons.map(({ code, field: design, detail }) => ({ code, design: design ?? null, detail: detail ?? null })),
        );
        const places = bands(other);
        for (const { designId } of shop.designs) {
          const band = rankBand(shop, designId)!;
          expect(places.get(designId)).toEqual({ low: band.from, high: band.to });
        }
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });

  const act = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        act: fc.constant('rate' as const),
        voter: fc.nat({ max: 6 }),
        design: fc.nat({ max: 19 }),
        points: fc.integer({ min: 1, max: 6 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constantFrom('quarantine', 'release', 'dismiss', 'erase'),
        voter: fc.nat({ max: 6 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('head' as const) }) },
  );
  type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

  const play = (round: MadeRound, acts: readonly Act[]) => {
    for (const one of acts) {
      if (one.act === 'head') round.head();
      else if (one.act === 'rate')
        round.rate(one.voter, round.designs[one.design % round.designs.length]!, said(one.points));
      else round[one.act](one.voter);
    }
  };

  it('agree on every part of any small round', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.array(act, { maxLength: 90 }),
        fc.array(act, { maxLength: 40 }),
        fc.record({ finalMin: fc.nat({ max: 3 }), medianMin: fc.nat({ max: 3 }), passOver: fc.boolean() }),
        async (designs, before, after, { passOver, ...quorums }) => {
          const round = makeRound({ designs, ...quorums });
          play(round, before);
          round.cut();
          play(round, after);
          if (passOver) round.passOver(round.designs[0]!);
          round.close();
          const checks = await checksOf(round);
          const cut = checks.find((check) => check.id === 'cut')!;
          expect(checks.filter((check) => check.ok !== true && check !== cut)).toEqual([]);
          // Only what was erased since may leave the cut open.
          expect(cut.ok === true || (cut.ok === null && Number(cut.figures.erased) > 0)).toBe(true);
        },
      ),
      { numRuns: 120, seed: 20261122 },
    );
  }, 60_000);
});
