import { expireDeals } from '@fraisier/server/cycle/ballots/expire-deals.job.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  movePhase,
  openReceipt,
  openVotedRound,
  readTables,
  type VotedRound,
  wrongExposures,
} from '../../support/ballots.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
afterEach(async () => {
  expect(await wrongExposures(shop)).toEqual([]);
});

const ballot = (round: VotedRound, design?: string) =>
  `/api/rounds/${round.slug}/ballot${design === undefined ? '' : `/${design}`}`;
const later = async (hours: number) => shop.setClock(new Date((await shop.now()).getTime() + hours * 3_600_000));

/** A voter with one hand of the round, in the order dealt. */
async function dealt(round: VotedRound, voter?: SignedIn) {
  const person = voter ?? (await shop.member());
  const { body } = await person.post(`/api/rounds/${round.slug}/hands`).expect(200);
  return { voter: person, designs: body.designs.map((design: { id: string }) => design.id) as string[] };
}

const five = { stars: 5, wouldWear: true, size: 'L' };
const two = { stars: 2, wouldWear: false };

describe('rating a design', () => {
  it('answers at once with the rating and a receipt that anyone can check', async () => {
    const round = await openVotedRound(shop);
    const { voter, designs } = await dealt(round);
    const { body } = await voter.put(ballot(round, designs[0]), { ...five, note: ' Pour mon frère ' }).expect(200);
    expect(body.rating).toEqual({ design: designs[0], ...five, note: 'Pour mon frère' });
    const { ratings, lines, openings, deals } = await readTables(shop, round);
    expect(ratings).toEqual([
      expect.objectContaining({ design_id: designs[0], stars: 5, would_wear: true, leaf: body.receipt.leaf }),
    ]);
    expect(lines).toEqual([{ line: body.receipt.line, leaf: body.receipt.leaf, tree_index: null }]);
    expect(openings).toBe(1);
    expect(openReceipt(shop, body.receipt)).toEqual({
      v: 1,
      design: designs[0],
      pseudonym: ratings[0]!.pseudonym_id,
      ...five,
    });
    expect(body.receipt.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-\d\d$/);
    expect(deals.find((deal) => deal.design_id === designs[0])?.state).toBe('rated');
    expect(deals.filter((deal) => deal.state === 'open')).toHaveLength(9);
  });

  it('gives the same receipt to the same rating again, and writes nothing', async () => {
    const round = await openVotedRound(shop);
    const { voter, designs } = await dealt(round);
    const first = (await voter.put(ballot(round, designs[0]), five).expect(200)).body;
    const second = (await voter.put(ballot(round, designs[0]!.toUpperCase()), five).expect(200)).body;
    expect(second).toEqual(first);
    expect((await readTables(shop, round)).lines).toHaveLength(1);
  });

  it('takes a change of mind as a new line that names the one it replaces', async () => {
    const round = await openVotedRound(shop);
    const { voter, designs } = await dealt(round);
    const changes = [five, { ...five, size: 'M' }, { stars: 5, wouldWear: false }, two, five];
    let before: string | null = null;
    for (const change of changes) {
      const { receipt } = (await voter.put(ballot(round, designs[0]), change).expect(200)).body;
      expect(JSON.parse(receipt.line).replaces).toBe(before);
      expect(openReceipt(shop, receipt)).toMatchObject({ size: null, ...change });
      before = receipt.leaf;
    }
    const { ratings, lines } = await readTables(shop, round);
    expect(ratings).toEqual([expect.objectContaining({ stars: 5, would_wear: true, leaf: before })]);
    expect(lines).toHaveLength(changes.length);
  });

  it('keeps the word to the designer apart, lets it be changed and taken back', async () => {
    const round = await openVotedRound(shop);
    const { voter, designs } = await dealt(round);
    const noteAfter = async (note?: string) =>
      (await voter.put(ballot(round, designs[0]), { ...two, ...(note === undefined ? {} : { note }) }).expect(200)).body
        .rating.note;
    expect(await noteAfter('Le bleu est juste')).toBe('Le bleu est juste');
    expect(await noteAfter()).toBe('Le bleu est juste');
    expect(await noteAfter('Le vert est juste')).toBe('Le vert est juste');
    expect(await noteAfter('  ')).toBeNull();
    expect(await noteAfter()).toBeNull();
    const { lines } = await readTables(shop, round);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.line).not.toContain('juste');
  });

  it('takes a skip as an answer, a rating after it, and no skip after a rating', async () => {
    const round = await openVotedRound(shop);
    const { voter, designs } = await dealt(round);
    const skip = () => voter.put(ballot(round, designs[0]), { skip: true });
    const nothing = { rating: null, receipt: null };
    expect((await skip().expect(200)).body).toEqual(nothing);
    expect((await skip().expect(200)).body).toEqual(nothing);
    expect((await readTables(shop, round)).lines).toEqual([]);
    await voter.put(ballot(round, designs[0]), two).expect(200);
    expect((await skip().expect(409)).body.code).toBe('already_rated');
    expect((await readTables(shop, round)).ratings).toHaveLength(1);
  });

  it('takes a late answer while the round is open', async () => {
    const round = await openVotedRound(shop);
    const { voter, designs } = await dealt(round);
    await later(30);
    await expireDeals(shop.deps);
    await voter.put(ballot(round, designs[0]), five).expect(200);
    await voter.put(ballot(round, designs[1]), { skip: true }).expect(200);
    const { deals } = await readTables(shop, round);
    expect(deals.map((deal) => deal.state).filter((state) => state !== 'expired')).toEqual(
      expect.arrayContaining(['rated', 'skipped']),
    );
  });
});

describe('a rating is refused', () => {
  const refusedWith = async (round: VotedRound, voter: SignedIn, design: string, status: number) => {
    const before = await readTables(shop, round);
    const rating = await voter.put(ballot(round, design), five).expect(status);
    const skip = await voter.put(ballot(round, design), { skip: true }).expect(status);
    expect(skip.body.code).toBe(rating.body.code);
    const answers = (await voter.put(ballot(round), { ratings: [{ design, ...five }] }).expect(200)).body.answers;
    expect(answers).toEqual([{ design, ok: false, code: rating.body.code, rating: null, receipt: null }]);
    expect(await readTables(shop, round)).toEqual(before);
    return rating.body.code;
  };

  it('to someone signed out, before anything is looked at', async () => {
    const round = await openVotedRound(shop);
    await shop.visitor.put(ballot(round, round.designs[0]), five).expect(401);
    await shop.visitor.put(ballot(round, 'x'), 'nonsense' as unknown as object).expect(401);
    await shop.visitor.put(ballot(round), { ratings: [] }).expect(401);
    const { voter, designs } = await dealt(round);
    await shop.visitor.post('/api/auth/sign-out', {}).set('cookie', voter.cookie).expect(200);
    await voter.put(ballot(round, designs[0]), five).expect(401);
    expect((await readTables(shop, round)).lines).toEqual([]);
  });

  it('for a design that was not dealt, is of another round, or is nowhere', async () => {
    const round = await openVotedRound(shop);
    const { voter, designs } = await dealt(round);
    const other = await openVotedRound(shop);
    await dealt(other, voter);
    const notDealt = round.designs.find((id) => !designs.includes(id))!;
    expect(await refusedWith(round, voter, notDealt, 403)).toBe('not_dealt');
    expect(await refusedWith(round, voter, other.designs[0]!, 403)).toBe('not_dealt');
    expect(await refusedWith(round, voter, '0198c0de-0000-7000-8000-000000000000', 403)).toBe('not_dealt');
    const stranger = await shop.member();
    expect(await refusedWith(round, stranger, designs[0]!, 403)).toBe('not_dealt');
    await voter.put('/api/rounds/2019-01/ballot', { ratings: [{ design: notDealt, ...two }] }).expect(404);
  });

  it('for an own design, even if it was dealt', async () => {
    const voter = await shop.member();
    const round = await openVotedRound(shop, { designs: 3, firstBy: voter.id });
    await dealt(round, voter);
    expect(await refusedWith(round, voter, round.designs[0]!, 403)).toBe('own_design');
    const { rows } = await shop.pool.query('select id from pseudonyms where member_id = $1', [voter.id]);
    await shop.pool.query(
      `insert into deals (round_id, pseudonym_id, design_id, stage, hand, place, expires_at)
       values ($1, $2, $3, 'voting', 9, 1, shop_now() + interval '1 day')`,
      [round.id, rows[0].id, round.designs[0]],
    );
    await shop.pool.query('update exposures set dealt = dealt + 1 where design_id = $1', [round.designs[0]]);
    expect(await refusedWith(round, voter, round.designs[0]!, 403)).toBe('own_design');
  });

  it('when the round is not open, or its end has passed and no job has come yet', async () => {
    for (const phase of ['collecting', 'frozen', 'counted', 'decided', 'cancelled']) {
      const round = await openVotedRound(shop, { designs: 3 });
      const { voter, designs } = await dealt(round);
      await voter.put(ballot(round, designs[1]), two).expect(200);
      await movePhase(shop, round, phase);
      expect(await refusedWith(round, voter, designs[0]!, 409)).toBe('round_closed');
      await voter.put(ballot(round, designs[1]), five).expect(409);
    }
    const round = await openVotedRound(shop, { designs: 3 });
    const { voter, designs } = await dealt(round);
    await shop.pool.query('update rounds set final_due_at = shop_now() - interval $$1 day$$ where id = $1', [round.id]);
    await voter.put(ballot(round, designs[1]), two).expect(200);
    await shop.pool.query('update rounds set freeze_due_at = shop_now() where id = $1', [round.id]);
    expect(await refusedWith(round, voter, designs[0]!, 409)).toBe('round_closed');
  });

  it('in the final for a deal of the voting phase, and to an account made since', async () => {
    const round = await openVotedRound(shop, { designs: 4 });
    const { voter, designs } = await dealt(round);
    await movePhase(shop, round, 'final', designs.slice(0, 2));
    expect(await refusedWith(round, voter, designs[0]!, 403)).toBe('not_dealt');
    const newcomer = await shop.member();
    expect(await refusedWith(round, newcomer, designs[0]!, 403)).toBe('account_too_new');
  });

  it.each([
    { stars: 0, wouldWear: false },
    { stars: 6, wouldWear: false },
    { stars: 4.5, wouldWear: false },
    { stars: '5', wouldWear: false },
    { stars: null, wouldWear: false },
    { stars: true, wouldWear: false },
    { stars: [5], wouldWear: false },
    { stars: 5 },
    { wouldWear: true, size: 'M' },
    { stars: 5, wouldWear: 'true', size: 'M' },
    { stars: 5, wouldWear: 1, size: 'M' },
    { stars: 5, wouldWear: null },
    { stars: 5, wouldWear: true, size: 'XXXL' },
    { stars: 5, wouldWear: true, size: null },
    { stars: 5, wouldWear: false, size: 'M' },
    { stars: 5, wouldWear: false, points: 6 },
    { stars: 5, wouldWear: false, skip: true },
    { stars: 5, wouldWear: false, note: 'x'.repeat(281) },
    { stars: 5, wouldWear: false, note: 3 },
    { stars: 5, wouldWear: false, note: 'a\0b' },
    { skip: false },
    { skip: 'true' },
    {},
    [],
  ])('if the body is %j', async (body) => {
    const round = await openVotedRound(shop, { designs: 2 });
    const { voter, designs } = await dealt(round);
    const answer = await voter.put(ballot(round, designs[0]), body).expect(400);
    expect(answer.body.code).toBe('bad_input');
    expect(answer.body.reasons.length).toBeGreaterThan(0);
    expect((await readTables(shop, round)).lines).toEqual([]);
  });

  it('if its address is none', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const { voter, designs } = await dealt(round);
    await voter.put(`/api/rounds/${round.slug}/ballot/urn:uuid:${designs[0]}`, two).expect(400);
    await voter.put(`/api/rounds/${round.slug}/ballot/1`, two).expect(400);
    await voter.put(`/api/rounds/soon/ballot/${designs[0]}`, two).expect(400);
    await voter.put(`/api/rounds/2019-01/ballot/${designs[0]}`, two).expect(404);
  });
});

describe('would wear', () => {
  it('is taken without a size from those who do not know theirs', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const { voter, designs } = await dealt(round);
    const answer = await voter.put(ballot(round, designs[0]), { stars: 5, wouldWear: true }).expect(200);
    expect(answer.body.rating).toMatchObject({ stars: 5, wouldWear: true, size: null });
    openReceipt(shop, answer.body.receipt);
  });
});

describe('many ratings at once', () => {
  it('answers each in order, refuses a bad one alone, and lets the later of two win', async () => {
    const round = await openVotedRound(shop);
    const { voter, designs } = await dealt(round);
    const notDealt = round.designs.find((id) => !designs.includes(id))!;
    const [a, b, c, d] = designs as [string, string, string, string];
    const { answers } = (
      await voter
        .put(ballot(round), {
          ratings: [
            { design: a, ...five },
            { design: notDealt, ...five },
            { design: b, skip: true },
            { design: a, ...two },
            { design: c, stars: 3, wouldWear: false, size: 'M' },
            { design: d, stars: 3, wouldWear: true },
            { design: b, ...five },
            { design: b, skip: true },
            { design: a, ...two, note: 'a\0b' },
            { design: a, ...two },
            { design: d, ...two, note: 'Bien' },
          ],
        })
        .expect(200)
    ).body;
    expect(answers.map((answer: { design: string }) => answer.design)).toEqual([
      a,
      notDealt,
      b,
      a,
      c,
      d,
      b,
      b,
      a,
      a,
      d,
    ]);
    expect(answers.map((answer: { code: string | null }) => answer.code)).toEqual([
      null,
      'not_dealt',
      null,
      null,
      'bad_input',
      null,
      null,
      'already_rated',
      'bad_input',
      null,
      null,
    ]);
    expect(answers.map((answer: { ok: boolean; code: string | null }) => answer.ok === (answer.code === null))).toEqual(
      new Array(11).fill(true),
    );
    expect(answers[2]).toMatchObject({ rating: null, receipt: null });
    expect(JSON.parse(answers[3].receipt.line).replaces).toBe(answers[0].receipt.leaf);
    expect(answers[9].receipt).toEqual(answers[3].receipt);
    for (const { receipt } of answers) if (receipt) openReceipt(shop, receipt);

    const { ratings, lines, deals } = await readTables(shop, round);
    expect(new Map(ratings.map((rating) => [rating.design_id, rating.stars]))).toEqual(
      new Map([
        [a, 2],
        [b, 5],
        [d, 2],
      ]),
    );
    expect(lines).toHaveLength(5);
    expect(deals.filter((deal) => deal.state === 'rated')).toHaveLength(3);
  });

  it('counts nothing twice when a phone sends its list again', async () => {
    const round = await openVotedRound(shop);
    const { voter, designs } = await dealt(round);
    const ratings = designs.map((design, index) => ({ design, stars: (index % 5) + 1, wouldWear: false }));
    const first = (await voter.put(ballot(round), { ratings }).expect(200)).body;
    expect((await voter.put(ballot(round), { ratings }).expect(200)).body).toEqual(first);
    expect((await readTables(shop, round)).lines).toHaveLength(10);
  });

  it('refuses a list that is none', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const { voter, designs } = await dealt(round);
    const rating = { design: designs[0], ...two };
    const lists = [
      {},
      { ratings: [] },
      { ratings: new Array(101).fill(rating) },
      { ratings: [{ ...rating, stars: 7 }] },
    ];
    for (const body of [...lists, { ratings: [two] }, { ratings: [rating], round: round.slug }]) {
      await voter.put(ballot(round), body).expect(400);
    }
    expect((await readTables(shop, round)).lines).toEqual([]);
  });
});

describe('the final', () => {
  it('lets a new rating replace the one of the voting phase, and others stand', async () => {
    const round = await openVotedRound(shop, { designs: 5 });
    const { voter, designs } = await dealt(round);
    const before = new Map<string, string>();
    for (const id of designs.slice(0, 4)) {
      before.set(id, (await voter.put(ballot(round, id), five).expect(200)).body.receipt.leaf);
    }
    await movePhase(shop, round, 'final', designs.slice(0, 3));
    await dealt(round, voter);
    const changed = (await voter.put(ballot(round, designs[0]), two).expect(200)).body.receipt;
    expect(JSON.parse(changed.line).replaces).toBe(before.get(designs[0]!));
    const confirmed = (await voter.put(ballot(round, designs[1]), five).expect(200)).body.receipt;
    expect(confirmed.leaf).toBe(before.get(designs[1]!));
    await voter.put(ballot(round, designs[2]), { skip: true }).expect(409);

    const { ratings, lines, deals } = await readTables(shop, round);
    expect(ratings).toHaveLength(4);
    expect(lines).toHaveLength(5);
    const inFinal = deals.filter((deal) => deal.stage === 'final');
    expect(new Map(inFinal.map((deal) => [deal.design_id, deal.state]))).toEqual(
      new Map([
        [designs[0], 'rated'],
        [designs[1], 'rated'],
        [designs[2], 'open'],
      ]),
    );
  });
});
