import { exposureFigures } from '@fraisier/shared/cycle/dealing.ts';
import { finalists, margin, quorum, type TallyResult, tally } from '@fraisier/shared/cycle/tally.ts';
import { FINALISTS, quorumFor } from '@fraisier/shared/cycle/voting-rules.ts';
import { answersOf } from './answers.ts';
import {
  type Ballots,
  copyOf,
  designOfId,
  emptyBallots,
  histogramsOf,
  idOf,
  marksOf,
  rateAll,
  rateOne,
} from './ballots.ts';
import { even, seedOf } from './chance.ts';
import { type Crowd, NOTHING } from './crowd.ts';
import { bestByMean, type Rule, winnersBy } from './rules.ts';
import {
  dealFinal,
  dealInsteadOfFinal,
  dealVoting,
  everyDesign,
  ownsDesign,
  ratePopularFirst,
  type Shown,
} from './showing.ts';
import { findSuspects, flatBallots, type Suspects } from './suspects.ts';

/** How one round ended under one rule. */
export interface Outcome {
  readonly trueBest: boolean;
  /** A winner is one of the three truly best. */
  readonly topThree: boolean;
  readonly blocWins: boolean;
  readonly quorumMet: boolean;
  readonly photoFinish: boolean;
  /** Designs with fewer than five ratings when the voting phase ends. */
  readonly underFive: number;
}

/** What is the same under every rule of one round: how designs were dealt; and whom the signals see under the first. */
export interface RoundFigures {
  readonly exposure: { readonly min: number; readonly max: number; readonly gini: number };
  /** Null where nobody asked: it takes as long as the rest. */
  readonly suspects: Suspects | null;
  /** 1 for voters with a rating. */
  readonly voted: Uint8Array;
}

const FEW = 5;

/** A round, from the first hand to the count, under each of these rules: one crowd, one dealing, the same answers. */
export function playRound(
  crowd: Crowd,
  rules: readonly Rule[],
  { signals }: { readonly signals: boolean },
): { outcomes: Outcome[]; figures: RoundFigures } {
  const voting = dealVoting(crowd);
  const answer = answersOf(crowd, 'voting', crowd.favourite, everyDesign(crowd));
  const dealt = emptyBallots(crowd);
  rateAll(dealt, voting.byVoter, answer);
  const popular = rules.some((rule) => rule.showing === 'popular') ? ratePopularFirst(crowd, voting, answer) : dealt;
  const dealings = { final: once(dealFinal), instead: once(dealInsteadOfFinal) };

  const played = rules.map((rule) => {
    const ballots = copyOf(rule.showing === 'popular' ? popular : dealt);
    if (rule.link) followLink(crowd, ballots);
    return rule.final
      ? playFinal(crowd, rule, ballots, (pack) => dealings.final(pack.join(), crowd, pack))
      : playOn(crowd, rule, ballots, dealings.instead('', crowd, voting, FINALISTS));
  });
  const marks = marksOf(played[0]!.ballots);
  const { min, max, gini } = exposureFigures(voting.dealt);
  return {
    outcomes: played.map((one) => one.outcome),
    figures: {
      exposure: { min, max, gini: Number(gini) },
      suspects: signals ? findSuspects(crowd, marks) : null,
      voted: Uint8Array.from(marks, (ballot) => (ballot.length > 0 ? 1 : 0)),
    },
  };
}

/** Rules that have the same designs to deal deal them the same way. */
function once<Args extends readonly unknown[], Result>(work: (...args: Args) => Result) {
  const done = new Map<string, Result>();
  return (key: string, ...args: Args): Result => {
    const result = done.get(key) ?? work(...args);
    done.set(key, result);
    return result;
  };
}

interface Played {
  readonly ballots: Ballots;
  readonly outcome: Outcome;
}

/** The shared link collects a rating from every member of the bloc, dealt or not. */
function followLink(crowd: Crowd, ballots: Ballots): void {
  const { favourite } = crowd;
  if (favourite === NOTHING) return;
  const answer = answersOf(crowd, 'voting', favourite, []);
  for (const [voter, dishonest] of crowd.dishonest.entries()) {
    if (dishonest === 1 && !ownsDesign(crowd, voter, favourite)) rateOne(ballots, voter, favourite, answer);
  }
}

/** Cut, final, count. What is set aside at the cut by people stays so; flat ballots are looked at anew. */
function playFinal(crowd: Crowd, rule: Rule, ballots: Ballots, deal: (pack: readonly number[]) => Shown): Played {
  const byPeople = new Uint8Array(crowd.voters);
  const atCut = tally(histogramsOf(ballots, setAside(crowd, rule, ballots, byPeople)));
  const chosen = rule.formula === 'score' ? finalists(atCut) : bestByMean(atCut, FINALISTS);
  const pack = chosen.map(designOfId).sort((a, b) => a - b);
  const favourite = crowd.bloc.kind === 'finalOnly' ? favouriteOf(crowd, pack) : crowd.favourite;
  rateAll(ballots, deal(pack).byVoter, answersOf(crowd, 'final', favourite, pack));
  const result = tally(histogramsOf(ballots, setAside(crowd, rule, ballots, byPeople)));
  return { ballots, outcome: outcomeOf(crowd, rule, { atCut, result, chosen, favourite }) };
}

/** No final: those who would have come to it rate as many more of all designs. */
function playOn(crowd: Crowd, rule: Rule, ballots: Ballots, more: Shown): Played {
  const atCut = tally(histogramsOf(ballots, new Uint8Array(crowd.voters)));
  rateAll(ballots, more.byVoter, answersOf(crowd, 'final', crowd.favourite, everyDesign(crowd)));
  const result = tally(histogramsOf(ballots, setAside(crowd, rule, ballots, new Uint8Array(crowd.voters))));
  const chosen = result.designs.map((design) => design.designId);
  return { ballots, outcome: outcomeOf(crowd, rule, { atCut, result, chosen, favourite: crowd.favourite }) };
}

/** Whose ballots do not count now. What people set aside is added to `byPeople`. */
function setAside(crowd: Crowd, rule: Rule, ballots: Ballots, byPeople: Uint8Array): Uint8Array {
  const marks = marksOf(ballots);
  if (rule.desk === 'none') return flatBallots(marks);
  const { flat, sole, twins } = findSuspects(crowd, marks);
  for (let voter = 0; voter < byPeople.length; voter++) byPeople[voter]! |= sole[voter]! | twins[voter]!;
  return flat.map((one, voter) => one | byPeople[voter]!);
}

/** What a bloc that comes for the final pushes: a finalist by lot, or the best of them but the truly best. */
function favouriteOf(crowd: Crowd, pack: readonly number[]): number {
  const best = crowd.byQuality[0]!;
  const rivals = pack.filter((design) => design !== best).sort((a, b) => crowd.quality[b]! - crowd.quality[a]!);
  const nth = crowd.bloc.favourite === 'strong' ? 0 : Math.floor(even(seedOf(crowd.seed, 'pushed'), 0) * rivals.length);
  return rivals[nth] ?? NOTHING;
}

interface Counted {
  readonly atCut: TallyResult;
  readonly result: TallyResult;
  /** Who can win. */
  readonly chosen: readonly string[];
  readonly favourite: number;
}

function outcomeOf(crowd: Crowd, rule: Rule, { atCut, result, chosen, favourite }: Counted): Outcome {
  const won = winnersBy(rule, result, chosen);
  const among = new Set(chosen);
  const [first, second] = result.designs.filter((design) => among.has(design.designId));
  const [best, ...next] = [...crowd.byQuality.subarray(0, 3)].map(idOf);
  return {
    trueBest: won.includes(best!),
    topThree: won.some((design) => design === best || next.includes(design)),
    blocWins: favourite !== NOTHING && won.includes(idOf(favourite)),
    quorumMet: quorum(result, chosen, quorumFor(crowd.voters)).met,
    photoFinish: first !== undefined && second !== undefined && margin(first, second).photoFinish,
    underFive: atCut.designs.filter((design) => design.n < FEW).length,
  };
}
