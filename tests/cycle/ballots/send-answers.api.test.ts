import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOutbox } from '../../../web/src/cycle/ballots/outbox.ts';
import { sendAnswers } from '../../../web/src/cycle/ballots/send-answers.ts';
import { ApiProblem, type Transport } from '../../../web/src/platform/api.ts';
import { movePhase, openVotedRound, readTables } from '../../support/ballots.ts';
import { device } from '../../support/device.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** The page's own calls, over a network that can be cut before the shop hears, or after; and who is signed in there. */
function phone(voter: SignedIn) {
  const storage = device();
  const network = { cut: null as 'before' | 'after' | null, as: voter };
  const transport: Transport = async (_method, path, { headers, body }) => {
    if (network.cut === 'before') throw new ApiProblem('offline');
    const answer = await network.as.put(path, JSON.parse(body ?? '{}')).set(headers);
    if (network.cut === 'after') throw new ApiProblem('offline');
    return { status: answer.status, body: answer.body };
  };
  const open = (round: string) => {
    const outbox = createOutbox({
      storage,
      key: 'ballot',
      send: (answers) => sendAnswers({ round, member: voter.id }, answers, transport),
    });
    outbox.load();
    return outbox;
  };
  return { network, open };
}

async function dealt(round: { slug: string }) {
  const voter = await shop.member();
  const { body } = await voter.post(`/api/rounds/${round.slug}/hands`).expect(200);
  return { voter, designs: body.designs.map((design: { id: string }) => design.id) as string[] };
}

it('takes once what a phone kept while it was offline, also when the confirmation was lost', async () => {
  const round = await openVotedRound(shop);
  const { voter, designs } = await dealt(round);
  const { network, open } = phone(voter);
  const outbox = open(round.slug);
  network.cut = 'before';
  outbox.put(designs[0]!, { stars: 4, wouldWear: true, size: 'M', note: 'Oui' });
  outbox.put(designs[1]!, { skip: true });
  outbox.put(designs[2]!, { stars: 2, wouldWear: false });
  await outbox.flush();
  expect((await readTables(shop, round)).lines).toHaveLength(0);

  network.cut = 'after';
  await outbox.flush();
  expect(outbox.getState()).toMatchObject({ stopped: 'offline' });
  expect(outbox.getState().waiting).toHaveLength(3);

  network.cut = null;
  const nextVisit = open(round.slug);
  await nextVisit.flush();
  expect(nextVisit.getState()).toMatchObject({ waiting: [], stopped: null, refused: [] });
  const { ratings, lines, deals } = await readTables(shop, round);
  expect(ratings).toHaveLength(2);
  expect(lines).toHaveLength(2);
  expect(deals.filter((deal) => deal.state === 'skipped').map((deal) => deal.design_id)).toEqual([designs[1]]);
});

it('lets go of what the shop refuses and delivers the rest', async () => {
  const round = await openVotedRound(shop);
  const { voter, designs } = await dealt(round);
  const outbox = phone(voter).open(round.slug);
  const stranger = round.designs.find((design) => !designs.includes(design))!;
  outbox.put(designs[0]!, { stars: 5, wouldWear: false });
  outbox.put(stranger, { stars: 5, wouldWear: false });
  outbox.put(designs[1]!, { stars: 1, wouldWear: false });
  await outbox.flush();
  expect(outbox.getState().refused).toEqual([{ design: stranger, code: 'not_dealt' }]);
  expect((await readTables(shop, round)).ratings).toHaveLength(2);
});

it('delivers what is sound when an old page kept something that is not', async () => {
  const round = await openVotedRound(shop);
  const { voter, designs } = await dealt(round);
  const outbox = phone(voter).open(round.slug);
  outbox.put(designs[0]!, { stars: 9, wouldWear: false });
  outbox.put(designs[1]!, { stars: 3, wouldWear: false });
  await outbox.flush();
  expect(outbox.getState().refused).toEqual([{ design: designs[0], code: 'bad_input' }]);
  expect((await readTables(shop, round)).ratings.map((rating) => rating.design_id)).toEqual([designs[1]]);
});

it('says which answers came after the close', async () => {
  const round = await openVotedRound(shop);
  const { voter, designs } = await dealt(round);
  const outbox = phone(voter).open(round.slug);
  await movePhase(shop, round, 'frozen');
  outbox.put(designs[0]!, { stars: 4, wouldWear: false });
  await outbox.flush();
  expect(outbox.getState()).toMatchObject({ waiting: [], refused: [{ design: designs[0], code: 'round_closed' }] });
});

it('gives nobody the answers of another who was signed in on this device before, and keeps them', async () => {
  const round = await openVotedRound(shop);
  const { voter, designs } = await dealt(round);
  const { voter: other } = await dealt(round);
  const { network, open } = phone(voter);
  const outbox = open(round.slug);
  network.as = other;
  outbox.put(designs[0]!, { stars: 4, wouldWear: false });
  await outbox.flush();
  expect(outbox.getState()).toMatchObject({ stopped: 'not_signed_in', refused: [] });
  outbox.put(designs[1]!, { skip: true });
  await outbox.flush();
  expect(outbox.getState()).toMatchObject({ stopped: 'not_signed_in', refused: [] });
  const before = await readTables(shop, round);
  expect([before.ratings, before.lines]).toEqual([[], []]);
  expect(before.deals.filter((deal) => deal.state !== 'open')).toEqual([]);

  network.as = voter;
  await outbox.flush();
  expect(outbox.getState()).toMatchObject({ waiting: [], stopped: null, refused: [] });
  const { ratings, deals } = await readTables(shop, round);
  expect(ratings.map((rating) => rating.design_id)).toEqual([designs[0]]);
  const { pseudonym_id } = ratings[0]!;
  expect(deals.filter((deal) => deal.state !== 'open').map((deal) => deal.pseudonym_id)).toEqual([
    pseudonym_id,
    pseudonym_id,
  ]);
});
