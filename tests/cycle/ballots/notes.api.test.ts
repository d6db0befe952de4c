import { approvedNotesOf } from '@fraisier/server/cycle/feedback/notes.sql.ts';
import type { listNotes } from '@fraisier/shared/contracts/ballots-notes.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVotedRound, type VotedRound } from '../../support/ballots.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let operator: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  operator = await shop.operator();
});
afterAll(() => shop.close());

const NOWHERE = '/api/notes/0198c0de-0000-4000-8000-000000000000/state';

async function say(voter: SignedIn, round: VotedRound, note: string, nth = 0) {
  const rating = { stars: 5, wouldWear: false, note };
  await voter.post(`/api/rounds/${round.slug}/hands`).expect(200);
  await voter.put(`/api/rounds/${round.slug}/ballot/${round.designs[nth]}`, rating).expect(200);
}

async function listAll() {
  const items: ResponseOf<typeof listNotes>['items'] = [];
  let query = '';
  for (;;) {
    const page: ResponseOf<typeof listNotes> = (await operator.get(`/api/notes${query}`).expect(200)).body;
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    query = `?cursor=${page.nextCursor}`;
  }
}

async function approvedOf({ designs: [first] }: VotedRound) {
  return (await approvedNotesOf(shop.deps.db, [first!])).get(first!) ?? [];
}

describe('a word to a designer', () => {
  it('is listed and judged by operators only', async () => {
    const member = await shop.member();
    await shop.visitor.get('/api/notes').expect(401);
    await member.get('/api/notes').expect(403);
    await operator.get('/api/notes?cursor=1').expect(400);
    await shop.visitor.put(NOWHERE, { state: 'approved' }).expect(401);
    await member.put(NOWHERE, { state: 'approved' }).expect(403);
    await operator.put(NOWHERE, { state: 'approved' }).expect(404);
    await operator.put(NOWHERE, { state: 'pending' }).expect(400);
    await operator.put('/api/notes/1/state', { state: 'approved' }).expect(400);
  });

  it('waits for an operator, who sees the word and not the voter', async () => {
    const round = await openVotedRound(shop, { designs: 3 });
    const voter = await shop.member();
    await say(voter, round, 'Le rouge chante');
    const [note] = await listAll();
    expect(note).toEqual({
      id: expect.any(String),
      design: round.designs[0],
      title: expect.any(String),
      body: 'Le rouge chante',
      state: 'pending',
    });
    expect(await approvedOf(round)).toEqual([]);
    const approve = () => operator.put(`/api/notes/${note!.id}/state`, { state: 'approved' }).expect(200);
    expect((await approve()).body).toEqual({ ...note, state: 'approved' });
    expect((await approve()).body).toEqual({ ...note, state: 'approved' });
    expect(await approvedOf(round)).toEqual(['Le rouge chante']);
    expect(await listAll()).toEqual([]);

    await operator.put(`/api/notes/${note!.id}/state`, { state: 'hidden' }).expect(200);
    expect(await approvedOf(round)).toEqual([]);
    const { rows } = await shop.pool.query(
      `select actor_id, act, details from audit_log where subject_id = $1 order by id`,
      [note!.id],
    );
    expect(rows).toEqual([
      { actor_id: operator.id, act: 'approve-note', details: { design: round.designs[0], before: 'pending' } },
      { actor_id: operator.id, act: 'hide-note', details: { design: round.designs[0], before: 'approved' } },
    ]);
  });

  it('waits again when it changes, and not when it is said again', async () => {
    const round = await openVotedRound(shop, { designs: 3 });
    const voter = await shop.member();
    await say(voter, round, 'Un');
    const [note] = await listAll();
    await operator.put(`/api/notes/${note!.id}/state`, { state: 'approved' }).expect(200);
    await say(voter, round, 'Un');
    expect(await listAll()).toEqual([]);
    await say(voter, round, 'Deux');
    expect(await listAll()).toEqual([{ ...note, body: 'Deux' }]);
    expect(await approvedOf(round)).toEqual([]);
    await say(voter, round, '');
    expect(await listAll()).toEqual([]);
  });

  it('stays text, whatever is in it', async () => {
    const round = await openVotedRound(shop, { designs: 3 });
    const voter = await shop.member();
    const words = ['<script>alert(1)</script>', "'; drop table notes; --", '\u202Eabc 👩‍🎨 é', '\ud83c'];
    for (const word of words) {
      await say(voter, round, word);
      expect((await listAll()).map((note) => note.body)).toEqual([word.toWellFormed()]);
    }
    await say(voter, round, '');
  });

  it('is listed page by page, each once', async () => {
    const round = await openVotedRound(shop, { designs: 1 });
    await shop.pool.query(
      `insert into notes (round_id, design_id, pseudonym_id, body)
       select $1, $2, gen_random_uuid(), 'Mot ' || nth from generate_series(1, 120) as nth`,
      [round.id, round.designs[0]],
    );
    const bodies = (await listAll()).map((note) => note.body);
    expect(bodies).toHaveLength(120);
    expect(new Set(bodies).size).toBe(120);
  });
});
