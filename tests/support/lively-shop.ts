import { unsubscribeToken } from '@fraisier/server/platform/mail/unsubscribe.ts';
import { makeReady } from './bounties.ts';
import { liveToDecided, moveTo, planAndOpen } from './month.ts';
import { address, buy, order, paymentOf } from './runs.ts';
import type { SignedIn, TestShop } from './shop.ts';
import { handIn } from './submissions.ts';
import { seeded } from './voters.ts';

/** A shop with a past, a present and a future, and people in each of its pages. */
export interface LivelyShop {
  readonly rounds: { readonly decided: '2026-11'; readonly voting: '2026-12'; readonly collecting: '2027-01' };
  readonly run: string;
  readonly bounty: string;
  readonly winningDesign: string;
  readonly losingDesign: string;
  readonly designInVote: string;
  /** Not decided on yet: only its designer and operators may see it. */
  readonly waitingDesign: string;
  readonly paidOrder: string;
  readonly sentOrder: string;
  readonly heldOrder: string;
  readonly payment: string;
  /** What the foot of a mail about a signed head ends with. */
  readonly unsubscribe: string;
  readonly people: {
    readonly member: SignedIn;
    readonly winner: SignedIn;
    readonly loser: SignedIn;
    readonly newDesigner: SignedIn;
    readonly buyer: SignedIn;
    readonly operator: SignedIn;
    readonly admin: SignedIn;
  };
}

/** November is decided, December is voted on, January collects; a run is on sale, and its first orders are printed. */
export async function livelyShop(shop: TestShop): Promise<LivelyShop> {
  const rounds = { decided: '2026-11', voting: '2026-12', collecting: '2027-01' } as const;
  const decided = await liveToDecided(shop, { slug: rounds.decided, designs: 12, voters: 6, taste: mixed });
  const voting = await planAndOpen(shop, { slug: rounds.voting, designs: 11, phase: 'collecting' });
  const { operator } = voting;
  const drawn = await shop.member({ email: 'drawn@fraisier.test', name: 'Bastien Kerguelen' });
  const inVote = await handIn(drawn, rounds.voting, { title: 'Ours mal léché' });
  await shop.runJobs();
  await operator.post(`/api/designs/${inVote.id}/admission`).expect(200);
  await moveTo(shop, voting, 'voting');
  await planAndOpen(shop, { slug: rounds.collecting, designs: 3, phase: 'collecting' });

  const newDesigner = await shop.member({ email: 'new@fraisier.test', name: 'Élodie Marchand' });
  const waiting = await handIn(newDesigner, rounds.collecting, { title: 'Il pleut des cordes' });
  await shop.runJobs();

  const run = decided.closing.runs[0]!.slug;
  const winningDesign = decided.closing.winners[0]!.design;
  const winner = decided.designs.find((design) => design.id === winningDesign)!.designer;
  const losing = decided.designs.find((design) => design.id !== winningDesign)!;
  const bounty = decided.closing.bounties[0]!.id;
  const payee = { legalName: 'Maud Lesage', shirt: { size: 'M', cut: 'straight' }, address };
  await makeReady({ winner, bounty, month: decided }, payee);

  const { body: found } = await shop.visitor.get(`/api/runs/${run}`).expect(200);
  const shirt = (size: string) => ({ size, cut: found.cuts[0] as string, fabric: found.fabrics[0] as string });
  const buyer = await shop.member({ email: 'buyer@fraisier.test', name: 'Farid Haddad' });
  await buyer.put('/api/me/address', address).expect(200);
  const sent = await buy(buyer, { slug: run }, [shirt('L')]);
  const { body: printed } = await operator.post(`/api/runs/${run}/print-orders`).expect(201);
  await shop.runJobs();
  const pieces = printed.pieces as number;
  await operator
    .post(`/api/print-orders/${printed.id}/deliveries`, { ordered: pieces, good: pieces, defective: 0 })
    .expect(201);
  await operator.post(`/api/orders/${sent.id}/shipment`, { tracking: '6A12345678901' }).expect(200);
  const paid = await buy(buyer, { slug: run }, [{ ...shirt('M'), label: 'Farid' }]);
  const { body: held } = await order(buyer, { slug: run }, { pieces: [shirt('S')] }).expect(201);

  const voter = await shop.member({ email: 'words@fraisier.test', name: 'Nina' });
  const { body: hand } = await voter.post(`/api/rounds/${rounds.voting}/hands`).expect(200);
  await voter
    .put(`/api/rounds/${rounds.voting}/ballot/${hand.designs[0].id}`, {
      stars: 4,
      wouldWear: true,
      size: 'M',
      note: 'Le trait est juste.',
    })
    .expect(200);
  await shop.visitor
    .post('/api/contact', {
      kind: 'question',
      name: 'Ida',
      email: 'ida@fraisier.test',
      message: 'Faites-vous des tailles pour enfants ?',
    })
    .expect(202);
  await shop.runJobs();
  const { rows: heads } = await shop.pool.query("select id from mails where template = 'signed-head' limit 1");

  return {
    rounds,
    run,
    bounty,
    winningDesign,
    losingDesign: losing.id,
    designInVote: inVote.id,
    waitingDesign: waiting.id,
    paidOrder: paid.id,
    sentOrder: sent.id,
    heldOrder: held.order.id,
    payment: paymentOf(held.payUrl),
    unsubscribe: unsubscribeToken(shop.deps.config, heads[0].id),
    people: {
      member: voter,
      winner,
      loser: losing.designer,
      newDesigner,
      buyer,
      operator,
      admin: await shop.admin(),
    },
  };
}

/** The first design is liked best, and nobody's taste is everybody's. */
const mixed = (design: number, voter: number) =>
  design === 0
    ? ({ stars: 5, wouldWear: true, size: 'M' } as const)
    : // Nobody's twin: people who agree on everything are looked at before a count.
      ({ stars: (1 + Math.floor(seeded(voter * 100 + design)() * 4)) as 1 | 2 | 3 | 4, wouldWear: false } as const);
