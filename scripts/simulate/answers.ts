import { histogramCell } from '@fraisier/shared/cycle/histograms.ts';
import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import type { BlocKind } from './blocs.ts';
import { even, quickBell, seedOf } from './chance.ts';
import { type Crowd, meets } from './crowd.ts';

export type Stage = Extract<RoundPhase, 'voting' | 'final'>;

/** What a voter answers to a design: the histogram's cell; null when they skip it. */
export type Answer = (voter: number, design: number) => number | null;

const AVERAGE = 3;
/** A voter's own liking beyond their taste (the same each time), and their mood (another one each time). */
const OWN = 0.8;
const MOOD = 0.4;
const TASTE = 0.6;
const SKIPPED = 0.05;
/** Would wear it, by stars. */
const WEARS = [0, 0, 0.02, 0.14, 0.46, 0.8] as const;

/** What honest voters answer in a stage: quality and taste, seen through their generosity, contrast and mood. */
export function honestAnswers(crowd: Crowd, stage: Stage): Answer {
  const own = seedOf(crowd.seed, 'own');
  const [mood, wear, skip] = ['mood', 'wear', 'skip'].map((name) => seedOf(crowd.seed, `${name}/${stage}`)) as [
    number,
    number,
    number,
  ];
  return (voter, design) => {
    if (even(skip, voter, design) < SKIPPED) return null;
    const seen =
      crowd.quality[design]! +
      TASTE * meets(crowd, voter, design) +
      OWN * quickBell(own, voter, design) +
      MOOD * quickBell(mood, voter, design);
    const stars = Math.min(
      5,
      Math.max(1, Math.round(AVERAGE + crowd.generosity[voter]! + crowd.contrast[voter]! * seen)),
    );
    return histogramCell(stars, even(wear, voter, design) < WEARS[stars]!);
  };
}

const PRAISE = histogramCell(5, true);
const starsOf = (cell: number): number => (cell >> 1) + 1;

/** What the bloc answers in a stage to `favourite`, and to the others against it. */
function blocAnswers(crowd: Crowd, stage: Stage, favourite: number, among: readonly number[]): Answer {
  const honest = honestAnswers(crowd, stage);
  const low = seedOf(crowd.seed, 'low');
  const hide = seedOf(crowd.seed, 'hide');
  const oneOrTwo = (voter: number, design: number) => histogramCell(even(low, voter, design) < 0.6 ? 1 : 2, false);
  const rivals = new Set([...among].sort((a, b) => crowd.quality[b]! - crowd.quality[a]!).slice(0, among.length >> 1));
  const first = crowd.dishonest.indexOf(1);
  const camouflaged: Answer = (voter, design) => {
    const cell = honest(voter, design);
    const rival = cell !== null && starsOf(cell) >= 4 && even(hide, voter, design) < 0.7;
    return rival ? oneOrTwo(voter, design) : cell;
  };
  const toOthers: Record<BlocKind, Answer> = {
    blatant: () => histogramCell(1, false),
    saboteurs: () => histogramCell(1, false),
    sole: oneOrTwo,
    newcomers: oneOrTwo,
    camouflaged,
    copies: (_, design) => camouflaged(first, design),
    finalOnly(voter, design) {
      const cell = honest(voter, design);
      if (cell === null || rivals.has(design)) return oneOrTwo(voter, design);
      return histogramCell(Math.min(5, starsOf(cell) + 1), cell % 2 === 1);
    },
  };
  const others = toOthers[crowd.bloc.kind];
  return (voter, design) => (design === favourite ? PRAISE : others(voter, design));
}

/** What anyone answers in a stage in which `among` can be rated. */
export function answersOf(crowd: Crowd, stage: Stage, favourite: number, among: readonly number[]): Answer {
  const honest = honestAnswers(crowd, stage);
  const dishonest = blocAnswers(crowd, stage, favourite, among);
  return (voter, design) => (crowd.dishonest[voter] === 1 ? dishonest(voter, design) : honest(voter, design));
}
