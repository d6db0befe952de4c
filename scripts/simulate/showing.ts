import { chooseHand, type DealCandidate } from '@fraisier/shared/cycle/dealing.ts';
import { cellPoints } from '@fraisier/shared/cycle/histograms.ts';
import { DEAL_HOURS, HAND_SIZE, handCap } from '@fraisier/shared/cycle/voting-rules.ts';
import type { Answer } from './answers.ts';
import { type Ballots, designOfId, emptyBallots, idOf, rateOne } from './ballots.ts';
import { bits, even, seedOf, shuffled } from './chance.ts';
import { type Crowd, NOTHING } from './crowd.ts';

/** What voters were shown and answered, and how often each design was dealt. */
export interface Shown {
  readonly byVoter: readonly Uint16Array[];
  readonly dealt: readonly number[];
}

interface Dealing {
  /** Names the voters' own orders: another one for each dealing. */
  readonly name: string;
  readonly pack: readonly number[];
  /** Designs a voter is dealt at most. */
  readonly cap: number;
  readonly hands: (voter: number) => number;
  /** Deals of the last hand that get no answer. */
  readonly left: (voter: number) => number;
  /** Not dealt to this voter again. */
  readonly seen?: readonly Uint16Array[];
}

/** A designer's own design is not dealt to them: the first voters have one each. */
export const ownsDesign = (crowd: Crowd, voter: number, design: number): boolean => design % crowd.voters === voter;

/**
 * Deals to one voter after the other, as they come, with the shop's `chooseHand`. What its database does is done in
 * memory: exposure rises with a deal and falls when it lapses after a day. The voter's own order is drawn by the seed
 * instead of by SHA-256; both are even.
 */
export function deal(crowd: Crowd, { name, pack, cap, hands, left, seen }: Dealing): Shown {
  const order = seedOf(crowd.seed, `deal/${name}`);
  const candidates = pack.map((design) => ({ design, designId: idOf(design), exposure: 0, key: '' }));
  const byDesign: (Candidate | undefined)[] = [];
  for (const candidate of candidates) byDesign[candidate.design] = candidate;
  const lapsing: { readonly at: number; readonly candidate: Candidate }[] = [];
  let lapsed = 0;
  const lapseUntil = (now: number) => {
    for (; lapsed < lapsing.length && lapsing[lapsed]!.at <= now; lapsed++) lapsing[lapsed]!.candidate.exposure -= 1;
  };
  /** The last voter who was dealt a design, or shall not be. */
  const closedTo = new Int32Array(crowd.designs).fill(-1);
  const byVoter: Uint16Array[] = Array.from({ length: crowd.voters }, () => new Uint16Array());

  for (const voter of crowd.arrival) {
    const last = hands(voter);
    if (last === 0) continue;
    lapseUntil(crowd.hour[voter]!);
    for (let own = voter; own < crowd.designs; own += crowd.voters) closedTo[own] = voter;
    for (const design of seen?.[voter] ?? []) closedTo[design] = voter;
    const ordered = shuffled(bits(order, voter), pack.length);
    for (let place = 0; place < ordered.length; place++) candidates[ordered[place]!]!.key = keyOf(place);
    const answered: number[] = [];
    for (let hand = 1, dealt = 0; hand <= last && dealt < cap; hand++) {
      const mayGet = leastShownFirst(candidates, ordered, ({ design }) => closedTo[design] !== voter);
      const ids = chooseHand(mayGet, Math.min(HAND_SIZE, cap - dealt));
      if (ids.length === 0) break;
      dealt += ids.length;
      const answers = hand === last ? ids.length - left(voter) : ids.length;
      for (const [place, id] of ids.entries()) {
        const candidate = byDesign[designOfId(id)]!;
        closedTo[candidate.design] = voter;
        candidate.exposure += 1;
        if (place < answers) answered.push(candidate.design);
        else lapsing.push({ at: crowd.hour[voter]! + DEAL_HOURS, candidate });
      }
    }
    byVoter[voter] = Uint16Array.from(answered);
  }
  lapseUntil(Number.POSITIVE_INFINITY);
  return { byVoter, dealt: candidates.map((candidate) => candidate.exposure) };
}

interface Candidate extends DealCandidate {
  readonly design: number;
  exposure: number;
  key: string;
}

/** `chooseHand` takes a pack in any order (a test of it says so), and is much faster with one that needs no sorting. */
function leastShownFirst(
  candidates: readonly Candidate[],
  order: Uint32Array,
  mayGet: (candidate: Candidate) => boolean,
): Candidate[] {
  const levels: Candidate[][] = [];
  for (const index of order) {
    const candidate = candidates[index]!;
    if (!mayGet(candidate)) continue;
    const level = levels[candidate.exposure];
    if (level) level.push(candidate);
    else levels[candidate.exposure] = [candidate];
  }
  return ([] as Candidate[]).concat(...Object.values(levels));
}

/** Hexadecimal of one length, so that keys compare as the shop's do. */
const keyOf = (place: number): string => keys[place] ?? place.toString(16).padStart(4, '0');
const keys = Array.from({ length: 2 ** 12 }, (_, place) => place.toString(16).padStart(4, '0'));

export const everyDesign = (crowd: Crowd): number[] => Array.from({ length: crowd.designs }, (_, design) => design);

export function dealVoting(crowd: Crowd): Shown {
  return deal(crowd, {
    name: 'voting',
    pack: everyDesign(crowd),
    cap: handCap(crowd.designs),
    hands: (voter) => (crowd.comesToVote[voter] === 1 ? crowd.hands[voter]! : 0),
    left: (voter) => crowd.left[voter]!,
  });
}

const finalHands = (crowd: Crowd, voter: number): number =>
  crowd.comesToFinal[voter] === 0 ? 0 : crowd.leavesFinal[voter] === 1 ? 1 : Number.POSITIVE_INFINITY;

export function dealFinal(crowd: Crowd, finalists: readonly number[]): Shown {
  return deal(crowd, {
    name: 'final',
    pack: finalists,
    cap: finalists.length,
    hands: (voter) => finalHands(crowd, voter),
    left: () => 0,
  });
}

/** Where there is no final, those who would come to one are dealt as many more of all designs: as much work, spread. */
export function dealInsteadOfFinal(crowd: Crowd, voting: Shown, finalists: number): Shown {
  return deal(crowd, {
    name: 'instead of final',
    pack: everyDesign(crowd),
    cap: finalists,
    hands: (voter) => finalHands(crowd, voter),
    left: () => 0,
    seen: voting.byVoter,
  });
}

/**
 * The foil: a public list, the most liked first (by points so far), from which each voter rates as many as they were
 * dealt. Attention falls with the place: of all designs they take those with the least place × an even draw, so that
 * the tenth place competes with a tenth of the chance of the first. A bloc opens its favourite's page.
 */
export function ratePopularFirst(crowd: Crowd, voting: Shown, answer: Answer): Ballots {
  const ballots = emptyBallots(crowd);
  const attention = seedOf(crowd.seed, 'attention');
  const points = new Float64Array(crowd.designs);
  const list = Array.from(shuffled(seedOf(crowd.seed, 'first list'), crowd.designs));
  const drawn = new Float64Array(crowd.designs);
  for (const voter of crowd.arrival) {
    const many = voting.byVoter[voter]!.length;
    if (many === 0) continue;
    list.sort((a, b) => points[b]! - points[a]!);
    for (let place = 0; place < list.length; place++) {
      drawn[list[place]!] = (place + 1) * even(attention, voter, list[place]!);
    }
    if (crowd.dishonest[voter] === 1 && crowd.favourite !== NOTHING) drawn[crowd.favourite] = -1;
    const opened = list.filter((design) => !ownsDesign(crowd, voter, design)).sort((a, b) => drawn[a]! - drawn[b]!);
    for (const design of opened.slice(0, many)) {
      const cell = rateOne(ballots, voter, design, answer);
      if (cell !== null) points[design]! += cellPoints(cell);
    }
  }
  return ballots;
}
