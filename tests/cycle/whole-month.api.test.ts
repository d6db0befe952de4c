import { createHash } from 'node:crypto';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { png } from '../support/artwork.ts';
import { type Ask, arrive, type Guest, passerBy } from '../support/interface.ts';
import { openShop, type TestShop } from '../support/shop.ts';
import { unzip } from '../support/unzip.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const round = '2026-12';
const address = { name: 'Ana Ruiz', line1: '3 rue du Port', postalCode: '13001', city: 'Marseille', country: 'FR' };
const ibanOfWinner = 'FR7630001007941234567890185';

/**
 * A month by someone who has read api.md and nothing else. Only the clock is moved, jobs are run, and operators are made
 * behind the interface's back.
 */
describe('a whole month, by its interface', () => {
  let shop: TestShop;
  let anyone: Ask;
  let odile: Guest;
  let admin: Guest;
  /** Designers, and what each handed in. */
  const designers: Guest[] = [];
  const designs: string[] = [];
  const voters: Guest[] = [];
  let late: Guest;
  let planned: { collecting: string; voting: string; final: string; freeze: string };
  const receipts = new Map<string, { leaf: string; code: string }>();
  let winner: { guest: Guest; design: string; bounty: string };
  let run: string;
  let bought: string;
  let printOrder: string;

  beforeAll(async () => {
    shop = await openShop();
    anyone = passerBy(shop);
    await shop.operator({ email: 'odile@fraisier.test', name: 'Odile' });
    await shop.operator({ email: 'paule@fraisier.test', name: 'Paule', role: 'admin' });
    await shop.setClock('2026-10-20T09:00:00Z');
    odile = await arrive(shop, 'odile@fraisier.test');
    admin = await arrive(shop, 'paule@fraisier.test');
  });
  afterAll(() => shop.close());

  const at = (moment: string | Date, later = 0) => shop.setClock(new Date(new Date(moment).getTime() + later));
  const wait = async (time: number) => at(await shop.now(), time);
  /** A minute of the worker's clock, and all that follows from it. */
  const tick = async (job: 'advance-due-rounds' | 'lapse-holds' | 'ask-recommendations' | 'sign-heads') => {
    await enqueue(shop.deps.db, job, {});
    await shop.runJobs();
  };
  const mailsOf = async (guest: Guest) =>
    (await anyone(200, `GET /api/demo/mail?to=${encodeURIComponent(guest.email)}`)).body.items as {
      subject: string;
      text: string;
    }[];
  const form = async (title: string, fields: Record<string, string> = {}) => ({
    form: {
      artwork: await png(),
      fields: {
        title,
        story: 'Une histoire.\nDeux lignes.',
        altText: `${title}, à l’encre rouge`,
        fabric: 'nuit',
        sources: '',
        rightsDeclared: 'true',
        ...fields,
      },
    },
  });
  const submit = async (guest: Guest, title: string, status = 202) =>
    (await guest.ask(status, `POST /api/rounds/${round}/submissions`, undefined, await form(title))).body;

  it('is served by a shop that is well and describes itself', async () => {
    expect((await anyone(200, 'GET /api/health')).body).toEqual({ ok: true });
    expect((await anyone(200, 'GET /api/ready')).body).toEqual({ database: true, storage: true, jobs: true });
    const { body } = await anyone(200, 'GET /api/openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described).toEqual(expect.arrayContaining(ofThePage));
    const upload = body.paths['/api/rounds/{round}/submissions'].post.requestBody.content['multipart/form-data'];
    expect(Object.keys(upload.schema.properties).slice(0, 4)).toEqual(['artwork', 'title', 'story', 'altText']);
    const docs = await shop.visitor.get('/api/docs').redirects(2).expect(200);
    expect(docs.headers['content-type']).toMatch(/^text\/html/);
  });

  it('knows who is there', async () => {
    expect((await anyone(200, 'GET /api/me')).body).toBeNull();
    expect((await odile.ask(200, 'GET /api/me')).body).toMatchObject({ email: odile.email, role: 'operator' });
  });

  it('signs in by a link that works once, by either of its two addresses', async () => {
    await anyone(200, 'POST /api/auth/sign-in/magic-link', { email: 'once@fraisier.test' });
    await shop.runJobs();
    const { body } = await anyone(200, 'GET /api/demo/mail?to=once@fraisier.test');
    const token = new URL(body.items[0].links[0]).searchParams.get('token')!;
    await shop.visitor.get(`/api/auth/magic-link/verify?token=${token}`).expect(({ headers, status }) => {
      expect(status).toBeLessThan(400);
      expect(String(headers['set-cookie'])).toContain('session_token');
    });
    expect((await anyone(410, 'POST /api/sign-in', { token })).body.code).toBe('link_used');
  });

  it('is planned by an operator', async () => {
    await anyone(401, 'POST /api/rounds', { slug: round });
    const { body } = await odile.ask(201, 'POST /api/rounds', {
      slug: round,
      expectedRatings: 120,
      runSize: 3,
      quorumFinal: 4,
      quorumMedian: 2,
    });
    expect(body).toMatchObject({ slug: round, phase: 'planned', counts: { designs: 0, capacity: 6 } });
    planned = body.planned;
    expect((await odile.ask(409, 'POST /api/rounds', { slug: round })).body.code).toBe('round_exists');
    const changed = await odile.ask(200, `PATCH /api/rounds/${round}`, { appealHours: 24 });
    expect(changed.body.promise.appealHours).toBe(24);
    await odile.ask(201, 'POST /api/rounds', { slug: '2027-01' });
    const { body: list } = await anyone(200, 'GET /api/rounds');
    expect(list).toMatchObject({ nextCursor: null, items: [{ slug: '2027-01' }, { slug: round, standing: null }] });
  });

  it('takes no designs before it opens, and opens by itself at the planned moment', async () => {
    designers.push(await arrive(shop, 'ada@fraisier.test', 'Ada Lenoir'));
    expect((await submit(designers[0]!, 'Trop tôt', 409)).code).toBe('submissions_closed');
    await at(planned.collecting, MINUTE);
    await tick('advance-due-rounds');
    const { body } = await anyone(200, `GET /api/rounds/${round}`);
    expect(body.phase).toBe('collecting');
    expect(Date.parse(body.actual.collecting)).toBeGreaterThanOrEqual(Date.parse(planned.collecting));
    const { body: ledger } = await odile.ask(200, 'GET /api/ledger');
    expect(ledger.items[0].entries.map((one: { amount: { amount: number } }) => one.amount.amount).sort()).toEqual([
      -120_401, 120_401,
    ]);
  });

  it('takes designs, and checks them while their designer waits', { timeout: 120_000 }, async () => {
    for (const name of ['Bruno Petit', 'Chloé Roux', 'Dov Blum', 'Émile Sy', 'Fanta Ba', 'Gil Noir', 'Hana Ito']) {
      designers.push(await arrive(shop, `${name.split(' ')[1]!.toLowerCase()}@fraisier.test`, name));
    }
    for (const [index, designer] of designers.entries()) {
      const design = await submit(designer, `Dessin ${index}`);
      expect(design).toMatchObject({ state: 'checking', own: { isOwner: true, canWithdraw: true } });
      designs.push(design.id);
    }
    await shop.runJobs();
    const { body } = await designers[0]!.ask(200, `GET /api/designs/${designs[0]}`);
    expect(body.state).toBe('checked');
    expect(body.own.findings.length).toBeGreaterThan(0);
    expect(body.pictures.length).toBeGreaterThan(0);
    expect(body.shirt.worn.length).toBeGreaterThan(0);
    await shop.visitor.get(body.pictures[0].url).expect(200);
    await anyone(404, `GET /api/designs/${designs[0]}`);
    await voterNobodyKnows(404, `GET /api/designs/${designs[0]}`);
  });

  const voterNobodyKnows: Ask = async (...call) => (await arrive(shop, 'somebody@fraisier.test')).ask(...call);

  it('refuses a form that is incomplete, and says what is missing', async () => {
    const designer = designers[0]!;
    const { form: whole } = await form('Encore un');
    const mistaken = { form: { artwork: await png(), fields: { colour: 'red' } } };
    const { body: other } = await designer.ask(400, `PUT /api/designs/${designs[0]}/artwork`, undefined, mistaken);
    expect(other.code).toBe('field_missing');
    const { rightsDeclared: _, ...undeclared } = whole.fields;
    const without = { form: { ...whole, fields: undeclared } };
    const { body } = await designer.ask(422, `POST /api/rounds/${round}/submissions`, undefined, without);
    expect(body.code).toBe('rights_not_declared');
    const long = await form('Encore un', { title: 'x'.repeat(61) });
    const { body: refused } = await designer.ask(400, `POST /api/rounds/${round}/submissions`, undefined, long);
    expect(refused.reasons).toContainEqual(expect.objectContaining({ field: 'title' }));
    const text = { form: { ...whole, artwork: Buffer.from('no picture') } };
    const { body: broken } = await designer.ask(422, `POST /api/rounds/${round}/submissions`, undefined, text);
    expect(broken.code).toBe('not_an_image');
  });

  it('takes a design of which only the title is told', async () => {
    const designer = designers[0]!;
    const fields = { title: 'Sans un mot', fabric: 'rose', rightsDeclared: 'true' };
    const { body } = await designer.ask(202, `POST /api/rounds/${round}/submissions`, undefined, {
      form: { artwork: await png(), fields },
    });
    expect(body).toMatchObject({ title: 'Sans un mot', altText: 'Sans un mot', story: '', own: { sources: '' } });
    await designer.ask(200, `DELETE /api/designs/${body.id}`);
  });

  it('lets an operator admit designs, and refuse one in their own words', async () => {
    await designers[0]!.ask(403, `POST /api/designs/${designs[0]}/admission`);
    for (const design of designs.slice(0, 5)) {
      const { body } = await odile.ask(200, `POST /api/designs/${design}/admission`);
      expect(body.state).toBe('admitted');
    }
    const again = await odile.ask(409, `POST /api/designs/${designs[0]}/admission`);
    expect(again.body.code).toBe('design_not_reviewable');
    const reasons = ['too_thin', 'Le trait de gauche se boucherait à l’impression.'];
    const { body } = await odile.ask(200, `POST /api/designs/${designs[5]}/refusal`, { reasons });
    expect(body).toMatchObject({ state: 'refused', own: { decision: { kind: 'refusal', reasons } } });
    const seen = await designers[5]!.ask(200, `GET /api/designs/${designs[5]}`);
    expect(seen.body.own.decision.reasons).toEqual(reasons);
    await odile.ask(400, `POST /api/designs/${designs[6]}/refusal`, { reasons: [] });
    await odile.ask(400, `POST /api/designs/${designs[6]}/refusal`, { reasons: [' '] });
    await shop.runJobs();
    const [mail] = await mailsOf(designers[5]!);
    expect(mail!.text).toContain('Le trait de gauche se boucherait à l’impression.');
    expect(mail!.text).not.toContain('too_thin');
  });

  it('keeps the place of a design that is corrected', async () => {
    const [designer, design] = [designers[5]!, designs[5]!];
    const before = (await designer.ask(200, `GET /api/designs/${design}`)).body;
    await designers[4]!.ask(404, `PUT /api/designs/${design}/artwork`, undefined, { form: { artwork: await png() } });
    const { body } = await designer.ask(202, `PUT /api/designs/${design}/artwork`, undefined, {
      form: { artwork: await png() },
    });
    expect(body).toMatchObject({ id: design, state: 'checking', title: 'Dessin 5', own: { artwork: { version: 2 } } });
    expect(body.own.submittedAt).toBe(before.own.submittedAt);
    await shop.runJobs();
    await odile.ask(200, `POST /api/designs/${design}/admission`);
    const full = await odile.ask(409, `POST /api/designs/${designs[6]}/admission`);
    expect(full.body.code).toBe('round_full');
  });

  it('gives back a design that is withdrawn, once', async () => {
    const { body } = await designers[6]!.ask(200, `DELETE /api/designs/${designs[6]}`);
    expect(body.state).toBe('withdrawn');
    expect((await designers[6]!.ask(200, `DELETE /api/designs/${designs[6]}`)).body).toEqual(body);
    await designers[6]!.ask(409, `PUT /api/designs/${designs[6]}/artwork`, undefined, {
      form: { artwork: await png() },
    });
    await designers[0]!.ask(404, `DELETE /api/designs/${designs[6]}`);
  });

  it('shows the gallery in shared orders, without its designers', async () => {
    const admitted = designs.slice(0, 6).sort();
    const sequences = new Set<string>();
    for (const order of [0, 1, 2, 3, 63]) {
      const { body } = await anyone(200, `GET /api/rounds/${round}/designs?order=${order}`);
      const ids = body.items.map((one: { id: string }) => one.id) as string[];
      expect([...ids].sort()).toEqual(admitted);
      expect(body.items.every((one: { designer: unknown }) => one.designer === null)).toBe(true);
      sequences.add(ids.join());
      const again = await odile.ask(200, `GET /api/rounds/${round}/designs?order=${order}`);
      expect(again.body.items).toEqual(body.items);
    }
    expect(sequences.size).toBeGreaterThan(3);
    await anyone(400, `GET /api/rounds/${round}/designs?order=64`);
    const first = await anyone(200, `GET /api/rounds/${round}/designs?order=7&limit=4`);
    const rest = await anyone(
      200,
      `GET /api/rounds/${round}/designs?order=7&limit=4&cursor=${first.body.nextCursor as string}`,
    );
    expect([...first.body.items, ...rest.body.items].map((one: { id: string }) => one.id).sort()).toEqual(admitted);
    expect(rest.body.nextCursor).toBeNull();
  });

  it('opens the vote; what was not admitted goes to the next round', async () => {
    const early = await odile.ask(409, `POST /api/rounds/${round}/advance`, { to: 'final' });
    expect(early.body.reasons.length).toBeGreaterThan(0);
    await at(planned.voting, MINUTE);
    const { body } = await odile.ask(200, `POST /api/rounds/${round}/advance`, { to: 'voting' });
    expect(body).toEqual({ phase: 'voting', extendedUntil: null });
    expect((await odile.ask(200, `POST /api/rounds/${round}/advance`, { to: 'voting' })).body.phase).toBe('voting');
    const moved = await designers[7]!.ask(200, `GET /api/designs/${designs[7]}`);
    expect(moved.body).toMatchObject({ round: '2027-01', state: 'checked' });
    expect((await submit(designers[0]!, 'Trop tard', 409)).code).toBe('submissions_closed');
    await designers[0]!.ask(409, `DELETE /api/designs/${designs[0]}`);
  });

  it('deals a hand, and the same one again', async () => {
    await anyone(401, `POST /api/rounds/${round}/hands`);
    for (const name of ['Ines', 'Jean', 'Kim', 'Lou', 'Max']) {
      voters.push(await arrive(shop, `${name.toLowerCase()}@fraisier.test`, name));
    }
    const [ines] = voters;
    const { body } = await ines!.ask(200, `POST /api/rounds/${round}/hands`);
    expect(body).toMatchObject({ stage: 'voting', dealt: 6, left: 0, done: false });
    expect(body.designs).toHaveLength(6);
    expect(body.designs.every((one: { designer: unknown }) => one.designer === null)).toBe(true);
    const again = await ines!.ask(200, `POST /api/rounds/${round}/hands`);
    expect(again.body).toEqual(body);
    const own = await designers[0]!.ask(200, `POST /api/rounds/${round}/hands`);
    expect(own.body.designs.map((one: { id: string }) => one.id)).not.toContain(designs[0]);
  });

  it('takes ratings: one by one, skipped, changed, each with its receipt', async () => {
    const [ines] = voters;
    const rate = (design: string, body: object, status = 200) =>
      ines!.ask(status, `PUT /api/rounds/${round}/ballot/${design}`, body);
    const { body: first } = await rate(designs[0]!, {
      stars: 4,
      wouldWear: true,
      size: 'M',
      note: 'Bravo pour le rouge.',
    });
    expect(first.rating).toEqual({
      design: designs[0],
      stars: 4,
      wouldWear: true,
      size: 'M',
      note: 'Bravo pour le rouge.',
    });
    expect(first.receipt).toMatchObject({ round, leaf: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const again = await rate(designs[0]!, { stars: 4, wouldWear: true, size: 'M', note: 'Bravo pour le rouge.' });
    expect(again.body).toEqual(first);
    const { body: changed } = await rate(designs[0]!, { stars: 5, wouldWear: true, size: 'L' });
    expect(changed.receipt.leaf).not.toBe(first.receipt.leaf);
    expect(changed.rating.note).toBe('Bravo pour le rouge.');
    expect((await rate(designs[1]!, { skip: true })).body).toEqual({ rating: null, receipt: null });
    await rate(designs[1]!, { stars: 2, wouldWear: false });
    expect((await rate(designs[1]!, { skip: true }, 409)).body.code).toBe('already_rated');
    await rate(designs[2]!, { stars: 6, wouldWear: false }, 400);
    await rate(designs[2]!, { stars: 3 }, 400);
    expect((await rate(designs[7]!, { stars: 3, wouldWear: false }, 403)).body.code).toBe('not_dealt');
    const own = await designers[0]!.ask(403, `PUT /api/rounds/${round}/ballot/${designs[0]}`, {
      stars: 5,
      wouldWear: false,
    });
    expect(own.body.reasons.map((one: { code: string }) => one.code)).toContain('own_design');
    receipts.set(designs[0]!, changed.receipt);
  });

  it('takes many ratings at once, with an answer for each', async () => {
    const [ines, ...others] = voters;
    const { body } = await ines!.ask(200, `PUT /api/rounds/${round}/ballot`, {
      ratings: [
        { design: designs[2], stars: 3, wouldWear: false },
        { design: designs[7], stars: 3, wouldWear: false },
        { design: designs[3], skip: true },
        { design: designs[2], stars: 2, wouldWear: true, size: 'S' },
      ],
    });
    expect(body.answers.map((one: { ok: boolean; code: string | null }) => [one.ok, one.code])).toEqual([
      [true, null],
      [false, 'not_dealt'],
      [true, null],
      [true, null],
    ]);
    const { body: ballot } = await ines!.ask(200, `GET /api/rounds/${round}/ballot`);
    expect(ballot.ratings).toHaveLength(3);
    expect(ballot).toMatchObject({ stage: 'voting', dealt: 6, skipped: 1, canChange: true });
    const kept = ballot.ratings.find((one: { design: string }) => one.design === designs[0]);
    expect(kept.receipt).toEqual(receipts.get(designs[0]!));
    // Kim and Lou vote now; Max comes in the final; Jean is a voter who skips everything.
    for (const [index, voter] of others.slice(0, 3).entries()) {
      const { body: hand } = await voter.ask(200, `POST /api/rounds/${round}/hands`);
      const ratings = (hand.designs as { id: string }[]).map(({ id }) => {
        if (index === 0) return { design: id, skip: true };
        const liked = designs.indexOf(id);
        return { design: id, stars: Math.max(1, 5 - liked), wouldWear: liked < 2, ...(liked < 2 ? { size: 'M' } : {}) };
      });
      await voter.ask(200, `PUT /api/rounds/${round}/ballot`, { ratings });
    }
    const { body: standing } = await voters[1]!.ask(200, 'GET /api/rounds');
    const mine = standing.items.find((one: { slug: string }) => one.slug === round).standing;
    expect(mine).toMatchObject({ canVote: true, dealt: 6, rated: 0, skipped: 6, left: 0, done: true });
  });

  it('cuts the final by itself, where accounts made later do not vote', async () => {
    await at(planned.final, MINUTE);
    await tick('advance-due-rounds');
    const { body } = await anyone(200, `GET /api/rounds/${round}`);
    expect(body.phase).toBe('final');
    late = await arrive(shop, 'late@fraisier.test', 'Trop Tard');
    expect((await late.ask(403, `POST /api/rounds/${round}/hands`)).body.code).toBe('account_too_new');
    const { body: hand } = await voters[2]!.ask(200, `POST /api/rounds/${round}/hands`);
    expect(hand).toMatchObject({ stage: 'final' });
    await voters[2]!.ask(200, `PUT /api/rounds/${round}/ballot/${designs[1]}`, { stars: 4, wouldWear: false });
  });

  it('extends a final that is short of quorum, once, and then freezes at its moment, by the job', async () => {
    await at(planned.freeze, MINUTE);
    const closed = await voters[4]!.ask(409, `POST /api/rounds/${round}/hands`);
    expect(closed.body.code).toBe('round_closed');
    const { body } = await odile.ask(200, `POST /api/rounds/${round}/advance`, { to: 'frozen' });
    expect(body.phase).toBe('final');
    expect(Date.parse(body.extendedUntil)).toBe(Date.parse(planned.freeze) + 7 * 24 * HOUR);
    const max = voters[4]!;
    const { body: hand } = await max.ask(200, `POST /api/rounds/${round}/hands`);
    for (const { id } of hand.designs) {
      const stars = id === designs[0] ? 5 : 2;
      await max.ask(200, `PUT /api/rounds/${round}/ballot/${id}`, { stars, wouldWear: false });
    }
    await at(body.extendedUntil, MINUTE);
    await tick('advance-due-rounds');
    expect((await anyone(200, `GET /api/rounds/${round}`)).body.phase).toBe('frozen');
    const vote = await max.ask(409, `PUT /api/rounds/${round}/ballot/${designs[0]}`, { stars: 1, wouldWear: false });
    expect(vote.body.code).toBe('round_closed');
  });

  it('is counted when an operator asks, and shows the result to everyone', async () => {
    expect((await anyone(409, `GET /api/rounds/${round}/result`)).body.code).toBe('not_counted');
    expect((await odile.ask(409, `GET /api/rounds/${round}/count`)).body.code).toBe('not_counted');
    expect((await odile.ask(409, `POST /api/rounds/${round}/close`)).body.code).toBe('not_counted');
    await odile.ask(200, `POST /api/rounds/${round}/advance`, { to: 'counted' });
    const { body } = await anyone(200, `GET /api/rounds/${round}/result`);
    expect(body).toMatchObject({ provisional: true, totals: { designs: 6, voters: 4 } });
    expect(body.ranking).toHaveLength(6);
    expect(body.ranking[0]).toMatchObject({ design: designs[0], rank: 1, designer: { name: 'Ada Lenoir' } });
    const points = body.ranking.map((one: { histogram: number[]; ratings: number }) => {
      expect(one.histogram.reduce((sum, count) => sum + count, 0)).toBe(one.ratings);
      return one.ratings;
    });
    expect(points.reduce((sum: number, count: number) => sum + count, 0)).toBe(body.totals.ratings);
    const { body: card } = await anyone(200, `GET /api/designs/${designs[0]}`);
    expect(card.designer).toEqual({ id: designers[0]!.id, name: 'Ada Lenoir' });
  });

  it('shows what the close would do, and passes over a winner for a published reason', async () => {
    await designers[0]!.ask(403, `GET /api/rounds/${round}/count`);
    const { body: dry } = await odile.ask(200, `GET /api/rounds/${round}/count`);
    expect(dry.winners).toEqual([{ design: designs[0], title: 'Dessin 0', designer: 'Ada Lenoir', place: 1 }]);
    expect(dry.money[0]).toMatchObject({
      net: { amount: 100_000, currency: 'EUR' },
      total: { amount: 120_401, currency: 'EUR' },
    });
    expect(dry.runs).toEqual([{ slug: round, design: designs[0], size: 3 }]);
    expect(dry.blockers.map((one: { code: string }) => one.code)).toEqual(['appeals_running']);
    const early = await odile.ask(409, `POST /api/rounds/${round}/close`);
    expect(early.body).toMatchObject({ code: 'cannot_close', reasons: dry.blockers });
    const reason = 'Une partie du dessin appartient à quelqu’un d’autre.';
    const notWinner = { design: designs[3], reason };
    await odile.ask(409, `POST /api/rounds/${round}/passing-over`, notWinner);
    const { body } = await odile.ask(200, `POST /api/rounds/${round}/passing-over`, { design: designs[0], reason });
    expect(body.passedOver).toEqual([{ design: designs[0], reason }]);
    const { body: result } = await anyone(200, `GET /api/rounds/${round}/result`);
    expect(result.passedOver).toEqual([{ design: designs[0], title: 'Dessin 0', reason }]);
    expect(result.winners).toMatchObject([{ design: designs[1] }]);
  });

  it('is closed once: the same call gives the same answer, another one is refused', async () => {
    await wait(24 * HOUR);
    const { body: dry } = await odile.ask(200, `GET /api/rounds/${round}/count`);
    expect(dry.blockers).toEqual([]);
    const wrong = await odile.ask(409, `POST /api/rounds/${round}/close`, { winners: [designs[0]] });
    expect(wrong.body.code).toBe('cannot_close');
    const { body } = await odile.ask(200, `POST /api/rounds/${round}/close`);
    expect(body.winners).toEqual(dry.winners);
    expect(body.runs).toEqual(dry.runs);
    expect((await odile.ask(200, `POST /api/rounds/${round}/close`)).body).toEqual(body);
    const other = await odile.ask(409, `POST /api/rounds/${round}/close`, { winners: [designs[0]] });
    expect(other.body.code).toBe('closed_differently');
    expect((await anyone(200, `GET /api/rounds/${round}/result`)).body.provisional).toBe(false);
    const [bounty] = body.bounties;
    expect(bounty).toMatchObject({ design: designs[1], net: { amount: 100_000, currency: 'EUR' } });
    winner = { guest: designers[1]!, design: designs[1]!, bounty: bounty.id };
    run = body.runs[0].slug;
  });

  it('writes to every entrant, the winner among them', async () => {
    // It is written with the close; the words of voters come as they are moderated.
    expect((await designers[0]!.ask(200, `GET /api/designs/${designs[0]}/letter`)).body.notes).toEqual([]);
    const { body: notes } = await odile.ask(200, 'GET /api/notes');
    expect(notes.items).toMatchObject([{ design: designs[0], body: 'Bravo pour le rouge.', state: 'pending' }]);
    await odile.ask(200, `PUT /api/notes/${notes.items[0].id}/state`, { state: 'approved' });
    await shop.runJobs();
    const { body: first } = await designers[0]!.ask(200, `GET /api/designs/${designs[0]}/letter`);
    expect(first).toMatchObject({ winner: false, rank: 1, notes: ['Bravo pour le rouge.'], bounty: null });
    expect(first.passedOverReason).toContain('quelqu’un d’autre');
    const { body: second } = await winner.guest.ask(200, `GET /api/designs/${winner.design}/letter`);
    expect(second).toMatchObject({ winner: true, bounty: winner.bounty });
    await designers[0]!.ask(403, `GET /api/designs/${winner.design}/letter`);
    for (const designer of designers.slice(0, 6)) {
      expect((await mailsOf(designer)).length).toBeGreaterThan(1);
      expect((await mailsOf(designer))[0]!.text).toContain('/letter');
    }
  });

  it('pays the bounty: payee, contract, file, settlement', async () => {
    const { ask } = winner.guest;
    const { body: mine } = await ask(200, 'GET /api/bounties');
    expect(mine.items).toMatchObject([{ id: winner.bounty, state: 'owed', payee: null, contract: null }]);
    expect((await designers[0]!.ask(200, 'GET /api/bounties')).body.items).toEqual([]);
    const missing = await ask(409, `POST /api/bounties/${winner.bounty}/contract`, { sha256: 'a'.repeat(64) });
    expect(missing.body.code).toBe('payee_missing');
    const payee = { legalName: 'Bruno Petit', iban: ibanOfWinner, exempt: false };
    const wrong = { ...payee, iban: `${ibanOfWinner.slice(0, -1)}0` };
    expect((await ask(422, `PUT /api/bounties/${winner.bounty}/payee`, wrong)).body.code).toBe('iban_invalid');
    await designers[0]!.ask(404, `PUT /api/bounties/${winner.bounty}/payee`, payee);
    const { body: given } = await ask(200, `PUT /api/bounties/${winner.bounty}/payee`, {
      ...payee,
      shirt: { size: 'L', cut: 'straight' },
      address,
    });
    expect(JSON.stringify(given)).not.toContain(ibanOfWinner);
    expect(given.payee.ibanMasked).toContain(ibanOfWinner.slice(-4));
    const other = await ask(409, `POST /api/bounties/${winner.bounty}/contract`, { sha256: 'a'.repeat(64) });
    expect(other.body.code).toBe('contract_changed');
    const contract = { sha256: given.contract.sha256 };
    const { body: accepted } = await ask(200, `POST /api/bounties/${winner.bounty}/contract`, contract);
    expect(accepted.contract.acceptedAt).not.toBeNull();
    expect((await ask(200, `POST /api/bounties/${winner.bounty}/contract`, contract)).body).toEqual(accepted);
    expect((await ask(409, `PUT /api/bounties/${winner.bounty}/payee`, payee)).body.code).toBe('iban_locked');

    await ask(403, 'POST /api/bounties/payouts', {});
    expect((await odile.ask(409, 'POST /api/bounties/payouts', {})).body.code).toBe('debtor_missing');
    await odile.ask(403, 'PUT /api/settings', {});
    const { body: settings } = await admin.ask(200, 'GET /api/settings');
    await admin.ask(200, 'PUT /api/settings', {
      ...settings,
      debtorName: 'Société du Fraisier',
      debtorIban: 'FR7630006000011234567890189',
      debtorBic: 'AGRIFRPP',
    });
    const { body: payout } = await odile.ask(201, 'POST /api/bounties/payouts', {});
    expect(payout).toMatchObject({
      total: { amount: 100_000 },
      payments: [{ bounty: winner.bounty, state: 'exported' }],
    });
    expect((await odile.ask(409, 'POST /api/bounties/payouts', {})).body.code).toBe('nothing_to_pay');
    const file = await odile.ask(200, `GET /api/bounties/payouts/${payout.id}/file`, undefined, { binary: true });
    expect(file.headers['content-type']).toMatch(/^application\/xml/);
    expect(createHash('sha256').update(file.body).digest('hex')).toBe(payout.sha256);
    expect(file.body.toString()).toContain('pain.001.001.09');
    expect(file.body.toString()).toContain(ibanOfWinner);
    expect(file.body.toString()).toContain('<InstdAmt Ccy="EUR">1000.00</InstdAmt>');

    const settlement = `POST /api/bounties/payouts/${payout.id}/payments/${payout.payments[0].id}/settlement` as const;
    const { body: settled } = await odile.ask(200, settlement, { outcome: 'paid' });
    expect(settled.payments[0].state).toBe('paid');
    expect((await odile.ask(200, settlement, { outcome: 'paid' })).body).toEqual(settled);
    const failed = await odile.ask(409, settlement, { outcome: 'failed', reason: 'Compte fermé' });
    expect(failed.body.code).toBe('payment_settled');
    const { body: paid } = await ask(200, `GET /api/bounties/${winner.bounty}`);
    expect(paid).toMatchObject({ state: 'paid', paidAt: expect.any(String) });
    expect((await anyone(200, 'GET /api/shop')).body.averageDaysToPay).toBe(0);
  });

  const place = (
    guest: Guest,
    key: string,
    status = 201,
    pieces: object[] = [{ size: 'M', cut: 'straight', fabric: 'nuit' }],
  ) => guest.ask(status, `POST /api/runs/${run}/orders`, { pieces, address }, { headers: { 'Idempotency-Key': key } });
  const pay = (guest: Guest, payUrl: string, outcome: string, status = 200) =>
    guest.ask(status, `POST /api/payments/sandbox/${payUrl.split('/').at(-1)!}`, { outcome });

  it('sells the run by number, holds what is not paid yet, and takes it back', async () => {
    const { body: list } = await anyone(200, 'GET /api/runs');
    expect(list.items).toMatchObject([{ slug: run, size: 3, sold: 1, held: 0, free: 2, nextNumber: 2 }]);
    const [ana, ben] = [voters[0]!, voters[1]!];
    const without = { pieces: [{ size: 'M', cut: 'straight', fabric: 'nuit' }], address };
    expect((await ana.ask(400, `POST /api/runs/${run}/orders`, without)).body.code).toBe('key_missing');
    const { body: placed } = await place(ana, 'ana-first-order');
    expect(placed).toMatchObject({ order: { state: 'held', pieces: [{ number: 2, size: 'M' }] } });
    expect(Date.parse(placed.heldUntil) - (await shop.now()).getTime()).toBeGreaterThan(14 * MINUTE);
    expect((await place(ana, 'ana-first-order')).body).toEqual(placed);
    const reused = await place(ana, 'ana-first-order', 422, [{ size: 'S', cut: 'straight', fabric: 'nuit' }]);
    expect(reused.body.code).toBe('key_reused');
    const { body: lapsing } = await place(ben, 'ben-first-order');
    expect((await place(ben, 'ben-second-order', 409)).body.code).toBe('sold_out');
    expect((await anyone(200, `GET /api/runs/${run}`)).body).toMatchObject({
      sold: 1,
      held: 2,
      free: 0,
      pieces: 'shh',
    });
    const { body: refused } = await pay(ana, placed.payUrl, 'failure');
    expect(refused.payment.state).toBe('failed');
    const { body: paid } = await pay(ana, placed.payUrl, 'success');
    expect(paid).toMatchObject({ order: { state: 'paid' }, payment: { state: 'succeeded' } });
    expect((await pay(ana, placed.payUrl, 'success')).body).toEqual(paid);
    await pay(ben, placed.payUrl, 'success', 404);
    bought = placed.order.id;

    await wait(16 * MINUTE);
    await tick('lapse-holds');
    expect((await ben.ask(200, `GET /api/orders/${lapsing.order.id}`)).body.state).toBe('lapsed');
    expect((await pay(ben, lapsing.payUrl, 'success', 409)).body.code).toBe('order_lapsed');
    expect((await anyone(200, `GET /api/runs/${run}`)).body).toMatchObject({
      sold: 2,
      held: 0,
      free: 1,
      nextNumber: 3,
    });
    await ben.ask(404, `GET /api/orders/${bought}`);
    await anyone(401, `GET /api/orders/${bought}`);
    const { body: all } = await odile.ask(200, 'GET /api/orders?all=true');
    expect(all.items).toHaveLength(3);
    const { body: invoice, headers } = await ana.ask(200, `GET /api/orders/${bought}/invoice`, undefined, {
      binary: true,
    });
    expect(headers['content-type']).toBe('application/pdf');
    expect(invoice.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('prints what is sold, counts what comes back, and sends it', async () => {
    await voters[0]!.ask(403, `POST /api/runs/${run}/print-orders`);
    expect((await odile.ask(409, `POST /api/orders/${bought}/shipment`, {})).body.code).toBe('order_not_sendable');
    const { body: printed } = await odile.ask(201, `POST /api/runs/${run}/print-orders`);
    printOrder = printed.id;
    expect(printed).toMatchObject({ pieces: 2, state: 'ordered', packet: { state: 'preparing' } });
    expect(printed.matrix.flatMap((row: { sizes: object }) => Object.entries(row.sizes))).toEqual(
      expect.arrayContaining([
        ['L', 1],
        ['M', 1],
      ]),
    );
    expect((await odile.ask(409, `POST /api/runs/${run}/print-orders`)).body.code).toBe('nothing_to_print');
    expect((await odile.ask(409, `GET /api/print-orders/${printOrder}/packet`)).body.code).toBe('packet_not_ready');
    await shop.runJobs();
    const packet = await odile.ask(200, `GET /api/print-orders/${printOrder}/packet`, undefined, { binary: true });
    expect(packet.headers['content-type']).toBe('application/zip');
    expect(unzip(packet.body).size).toBeGreaterThan(2);
    const over = { ordered: 2, good: 3, defective: 0 };
    expect((await odile.ask(422, `POST /api/print-orders/${printOrder}/deliveries`, over)).body.code).toBe(
      'over_delivered',
    );
    const { body: delivered } = await odile.ask(201, `POST /api/print-orders/${printOrder}/deliveries`, {
      ordered: 2,
      good: 2,
      defective: 0,
    });
    expect(delivered).toMatchObject({ state: 'delivered', good: 2, defective: 0 });
    const again = await odile.ask(409, `POST /api/print-orders/${printOrder}/deliveries`, { ...over, good: 2 });
    expect(again.body.code).toBe('delivery_settled');
    const { body: sent } = await odile.ask(200, `POST /api/orders/${bought}/shipment`, { tracking: '8R00123456789' });
    expect(sent).toMatchObject({ state: 'sent', tracking: '8R00123456789' });
    expect((await voters[0]!.ask(200, `GET /api/orders/${bought}`)).body).toMatchObject({
      state: 'sent',
      tracking: '8R00123456789',
      invoice: { url: `/api/orders/${bought}/invoice` },
    });
  });

  it('asks the buyer whether they would recommend it', async () => {
    const [ana, ben] = [voters[0]!, voters[1]!];
    await wait(30 * 24 * HOUR);
    await tick('ask-recommendations');
    expect((await mailsOf(ana))[0]!.text).toContain(bought);
    await ana.ask(400, `POST /api/orders/${bought}/recommendation`, { score: 11 });
    await ben.ask(404, `POST /api/orders/${bought}/recommendation`, { score: 1 });
    const { body } = await ana.ask(200, `POST /api/orders/${bought}/recommendation`, {
      score: 9,
      why: 'Il tombe bien.',
    });
    expect(body.recommendation).toEqual({ score: 9, why: 'Il tombe bien.' });
    const { body: feedback } = await odile.ask(200, 'GET /api/feedback');
    expect(feedback).toMatchObject({ promoterScore: 100, latest: [{ score: 9, why: 'Il tombe bien.' }] });
  });

  it('leaves books that balance, and a log of all that operators did', async () => {
    const { body: ledger } = await odile.ask(200, 'GET /api/ledger');
    const sum = (entries: { amount: { amount: number } }[]) => entries.reduce((all, one) => all + one.amount.amount, 0);
    expect(ledger.nextCursor).toBeNull();
    for (const { entries, cause } of ledger.items) expect(sum(entries), cause).toBe(0);
    expect(
      ledger.balances.reduce((all: number, one: { balance: { amount: number } }) => all + one.balance.amount, 0),
    ).toBe(0);
    const { body: audit } = await odile.ask(200, 'GET /api/audit');
    const acts = audit.items.map((one: { act: string; actorName: string }) => `${one.actorName}: ${one.act}`).reverse();
    expect(acts).toEqual(whatWasDone);
  });
});

/** What api.md lists, but for what later issues bring. */
const ofThePage = [
  'GET /api/health',
  'GET /api/ready',
  'GET /api/me',
  'GET /api/demo/mail',
  'GET /api/rounds',
  'GET /api/rounds/{round}',
  'POST /api/rounds',
  'PATCH /api/rounds/{round}',
  'POST /api/rounds/{round}/submissions',
  'GET /api/designs/{design}',
  'PUT /api/designs/{design}/artwork',
  'DELETE /api/designs/{design}',
  'POST /api/designs/{design}/admission',
  'POST /api/designs/{design}/refusal',
  'GET /api/rounds/{round}/designs',
  'POST /api/rounds/{round}/hands',
  'PUT /api/rounds/{round}/ballot/{design}',
  'PUT /api/rounds/{round}/ballot',
  'GET /api/rounds/{round}/ballot',
  'POST /api/rounds/{round}/advance',
  'POST /api/rounds/{round}/cancellation',
  'POST /api/rounds/{round}/passing-over',
  'GET /api/rounds/{round}/count',
  'POST /api/rounds/{round}/close',
  'GET /api/rounds/{round}/result',
  'PUT /api/bounties/{bounty}/payee',
  'POST /api/bounties/{bounty}/contract',
  'GET /api/bounties',
  'POST /api/bounties/payouts',
  'GET /api/bounties/payouts/{payout}/file',
  'GET /api/runs',
  'GET /api/runs/{run}',
  'POST /api/runs/{run}/orders',
  'GET /api/orders',
  'GET /api/orders/{order}',
  'POST /api/orders/{order}/recommendation',
  'POST /api/payments/sandbox/{payment}',
  'POST /api/runs/{run}/print-orders',
  'GET /api/print-orders/{id}/packet',
  'POST /api/print-orders/{id}/deliveries',
  'GET /api/designs/{design}/letter',
];

const whatWasDone = [
  'Odile: plan-round',
  'Odile: replan-round',
  'Odile: plan-round',
  'Fraisier: advance-round',
  ...Array.from({ length: 5 }, () => 'Odile: admit-design'),
  'Odile: refuse-design',
  'Odile: admit-design',
  'Odile: advance-round',
  'Fraisier: advance-round',
  'Fraisier: advance-round',
  'Odile: move-voting',
  'Odile: extend-round',
  'Fraisier: advance-round',
  'Odile: advance-round',
  'Odile: pass-over',
  'Odile: close-round',
  'Odile: approve-note',
  'Paule: set-settings',
  'Odile: create-payout',
  'Odile: download-payout',
  'Odile: settle-payment',
  'Odile: order-print',
  'Odile: count-delivery',
  'Odile: send-order',
];
