import type { Bloc } from './blocs.ts';
import { makeCrowd, roundSeed } from './crowd.ts';
import { type Outcome, playRound } from './play-round.ts';
import { type RuleKey, rules } from './rules.ts';
import { type Signal, signals } from './suspects.ts';

/** One line of the report: rounds of one size with one bloc, each under several rules. */
export interface Cell {
  readonly scenario: string;
  readonly designs: number;
  readonly voters: number;
  readonly bloc: Bloc;
  /** The first is the one whose ballots the signals look at. */
  readonly rules: readonly RuleKey[];
  readonly rounds: number;
  /** Whether the signals look at the ballots. */
  readonly signals: boolean;
}

/** Ballots with a rating, and how many of them show each signal. */
export type Seen = Record<Signal | 'ballots' | 'desk', number>;

export interface RoundReport {
  readonly outcomes: readonly Outcome[];
  readonly exposure: { readonly min: number; readonly max: number; readonly gini: number };
  readonly honest: Seen;
  readonly dishonest: Seen;
}

/** What a rule did in all rounds of a cell: how often. */
export interface RuleReport {
  readonly trueBest: number;
  readonly topThree: number;
  readonly blocWins: number;
  readonly quorumMet: number;
  readonly photoFinish: number;
  /** Designs under five ratings, of all designs of all rounds. */
  readonly underFive: number;
}

export interface CellReport {
  readonly cell: Cell;
  readonly rules: Readonly<Partial<Record<RuleKey, RuleReport>>>;
  /** Over all rounds: the least and the most a design was dealt, the widest spread in a round, the mean Gini. */
  readonly exposure: { readonly min: number; readonly max: number; readonly spread: number; readonly gini: number };
  readonly honest: Seen;
  readonly dishonest: Seen;
}

export function playRoundOf(cell: Cell, seed: number, round: number): RoundReport {
  const { designs, voters, bloc } = cell;
  const crowd = makeCrowd(roundSeed(seed, designs, voters, round), designs, voters, bloc);
  const { outcomes, figures } = playRound(
    crowd,
    cell.rules.map((key) => rules[key]),
    cell,
  );
  const seen = (dishonest: 0 | 1): Seen => {
    const counts: Seen = { ballots: 0, desk: 0, flat: 0, sole: 0, twins: 0, burst: 0 };
    for (let voter = 0; voter < voters; voter++) {
      if (figures.voted[voter] === 0 || crowd.dishonest[voter] !== dishonest) continue;
      counts.ballots += 1;
      if (figures.suspects === null) continue;
      for (const signal of signals) counts[signal] += figures.suspects[signal][voter]!;
      // Only what makes a cluster reaches the desk; a burst supports one.
      const { flat, sole, twins } = figures.suspects;
      counts.desk += flat[voter]! | sole[voter]! | twins[voter]!;
    }
    return counts;
  };
  return { outcomes, exposure: figures.exposure, honest: seen(0), dishonest: seen(1) };
}

export function sumUp(cell: Cell, rounds: readonly RoundReport[]): CellReport {
  const ruleReports = cell.rules.map((key, nth) => {
    const times = (what: (outcome: Outcome) => boolean | number) =>
      rounds.reduce((sum, round) => sum + Number(what(round.outcomes[nth]!)), 0);
    const report: RuleReport = {
      trueBest: times((outcome) => outcome.trueBest),
      topThree: times((outcome) => outcome.topThree),
      blocWins: times((outcome) => outcome.blocWins),
      quorumMet: times((outcome) => outcome.quorumMet),
      photoFinish: times((outcome) => outcome.photoFinish),
      underFive: times((outcome) => outcome.underFive),
    };
    return [key, report] as const;
  });
  const exposures = rounds.map((round) => round.exposure);
  return {
    cell,
    rules: Object.fromEntries(ruleReports),
    exposure: {
      min: Math.min(...exposures.map((one) => one.min)),
      max: Math.max(...exposures.map((one) => one.max)),
      spread: Math.max(...exposures.map((one) => one.max - one.min)),
      gini: exposures.reduce((sum, one) => sum + one.gini, 0) / rounds.length,
    },
    honest: addUp(rounds.map((round) => round.honest)),
    dishonest: addUp(rounds.map((round) => round.dishonest)),
  };
}

function addUp(all: readonly Seen[]): Seen {
  const sum: Seen = { ballots: 0, desk: 0, flat: 0, sole: 0, twins: 0, burst: 0 };
  for (const one of all) for (const key of Object.keys(sum) as (keyof Seen)[]) sum[key] += one[key];
  return sum;
}

/** All rounds of a cell, one after the other, in this thread. */
export function simulateCell(cell: Cell, seed: number): CellReport {
  return sumUp(
    cell,
    Array.from({ length: cell.rounds }, (_, round) => playRoundOf(cell, seed, round)),
  );
}
