import type { Hand } from '@fraisier/shared/contracts/ballots.ts';
import { DEAL_HOURS, HAND_SIZE } from '@fraisier/shared/cycle/voting-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Trx } from '../../platform/db/database.ts';
import { lockRound } from '../rounds/find-round.ts';
import { cardsOf } from '../submissions/cards.ts';
import type { Stage } from './ballots.sql.ts';
import { handView } from './ballots.view.ts';
import {
  expireOwnDeals,
  findOpenHand,
  insertHand,
  listHand,
  lockDealing,
  lockReturnableDeals,
  makePseudonyms,
} from './deals.sql.ts';
import { noteNetwork } from './desk/note-network.ts';
import { readProgress } from './progress.sql.ts';
import { capOf, isLate, reasonsNotToBegin, stageOf, type Voter, type VotingRound } from './standing.ts';

const rule = { size: HAND_SIZE, hours: DEAL_HOURS };

/**
 * The next hand, or the same one again while it has designs without an answer. Of the address that asks for a new one,
 * only a keyed hash of its network is kept.
 */
export async function dealHand(deps: Deps, slug: string, voter: Voter, address?: string): Promise<Hand> {
  const { ballot, pseudonymId, hand } = await deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, slug, 'share');
    const stage = await openStage(trx, round, voter);
    const ballot = { roundId: round.id, stage, memberId: voter.id, cap: await capOf(trx, round, stage) };
    const pseudonymId = (await makePseudonyms(trx, round.id, [voter.id])).get(voter.id)!;
    const open = await findOpenHand(trx, pseudonymId, stage);
    if (open !== null) return { ballot, pseudonymId, hand: open };
    if (address) await noteNetwork(trx, { secret: deps.config.secret, roundId: round.id, pseudonymId, address });
    const lapsed = await lockReturnableDeals(trx, [pseudonymId], stage);
    // From here to the commit all hands of the round wait for this one: nothing that can be done elsewhere is done here.
    await lockDealing(trx, round.id, stage);
    // Another tab's, that came first.
    const dealt = await findOpenHand(trx, pseudonymId, stage);
    if (dealt !== null) return { ballot, pseudonymId, hand: dealt };
    if (lapsed) await expireOwnDeals(trx, [pseudonymId], stage);
    const [first] = await insertHand(trx, { ...ballot, pseudonymId }, rule);
    return { ballot, pseudonymId, hand: first?.hand ?? null };
  });
  const { stage } = ballot;
  const rows = hand === null ? [] : await listHand(deps.db, pseudonymId, stage, hand);
  const progress = await readProgress(deps.db, ballot);
  const cards = await cardsOf(
    deps.db,
    rows.map((row) => row.design_id),
    { withDesigner: false },
  );
  return handView({ stage, hand: hand ?? progress.hands, rows, cards, progress });
}

/** The stage in which this voter can be dealt a hand now. */
async function openStage(trx: Trx, round: VotingRound, voter: Voter): Promise<Stage> {
  const reasons = reasonsNotToBegin(round, voter, await isLate(trx, round));
  const [first] = reasons;
  if (first) throw new Problem(first.code, { reasons });
  return stageOf(round)!;
}

/**
 * Deals each voter, one after the other, all that they may still get (or at most `hands` hands), without waiting for
 * answers. Gives the designs dealt to each. For the seed.
 */
export function dealForMany(
  deps: Deps,
  slug: string,
  voters: readonly Voter[],
  { hands = Number.POSITIVE_INFINITY }: { readonly hands?: number } = {},
): Promise<Map<string, string[]>> {
  return deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, slug, 'share');
    const dealt = new Map<string, string[]>();
    let stage: Stage | undefined;
    for (const voter of voters) stage = await openStage(trx, round, voter);
    if (stage === undefined) return dealt;
    const cap = await capOf(trx, round, stage);
    const pseudonyms = await makePseudonyms(
      trx,
      round.id,
      voters.map((voter) => voter.id),
    );
    const lapsed = await lockReturnableDeals(trx, [...pseudonyms.values()], stage);
    await lockDealing(trx, round.id, stage);
    if (lapsed) await expireOwnDeals(trx, [...pseudonyms.values()], stage);
    for (const { id: memberId } of voters) {
      const dealing = { roundId: round.id, stage, memberId, pseudonymId: pseudonyms.get(memberId)!, cap };
      const designs: string[] = [];
      for (let nth = 0; nth < hands; nth++) {
        const hand = await insertHand(trx, dealing, rule);
        designs.push(...hand.map((deal) => deal.design_id));
        if (hand.length < rule.size) break;
      }
      dealt.set(memberId, designs);
    }
    return dealt;
  });
}
