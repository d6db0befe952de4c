import type { Bloc } from './blocs.ts';
import { bell, bits, even, seedOf, shuffled } from './chance.ts';

/**
 * The designs and voters of one simulated round. Every number below is an assumption of the model, made so that single
 * ratings are noisy (a deviation of about 1.2 stars) and designs lie close together (0.5 stars), as on sites of this
 * kind. No rule of the shop stands here.
 */

export const NOTHING = -1;

const TASTES = 3;
const QUALITY_DEVIATION = 0.5;
/** Of 1,000 voters so many only praise and blame, and so many put nearly the same everywhere without looking. */
const CRITICS = 20;
const HURRIED = 20;
/** The share of honest voters who come back for the final, and of those who come for the final only. */
const RETURNING = 0.55;
const LATE = 0.1;
/** Accounts under seven days old, and voters behind a shared address (an office or school of about `NETWORK`). */
const YOUNG = 0.06;
const SHARED_ADDRESS = 0.15;
const NETWORK = 25;
/** Hours of the voting phase: 18 days. */
export const VOTING_HOURS = 18 * 24;

export interface Crowd {
  readonly seed: number;
  readonly designs: number;
  readonly voters: number;
  /** Stars above or below the average design, for the average voter. The best design has the most. */
  readonly quality: Float64Array;
  /** Designs by quality, best first. */
  readonly byQuality: Uint32Array;
  /** `TASTES` numbers a design: a direction. All have the same length, so that none polarises more than another. */
  readonly style: Float64Array;
  readonly taste: Float64Array;
  readonly generosity: Float64Array;
  readonly contrast: Float64Array;
  /** 1 for voters of the bloc. */
  readonly dishonest: Uint8Array;
  /** What the bloc pushes from the start; `NOTHING` where it has none, or chooses one at the cut. */
  readonly favourite: number;
  readonly bloc: Bloc;
  /** How many hands a voter takes, if there are so many; how many of the last one they leave without an answer. */
  readonly hands: Uint8Array;
  readonly left: Uint8Array;
  readonly comesToVote: Uint8Array;
  readonly comesToFinal: Uint8Array;
  /** Leaves the final after its first hand. */
  readonly leavesFinal: Uint8Array;
  /** Hours after voting opened at which each voter comes; and the voters in that order. */
  readonly hour: Float64Array;
  readonly arrival: Uint32Array;
  readonly young: Uint8Array;
  /** The network's number; its own for each voter who shares it with nobody. */
  readonly network: Uint32Array;
}

/** A round's own seed. The same crowd, but for who is dishonest, under every bloc. */
export function roundSeed(seed: number, designs: number, voters: number, round: number): number {
  return bits(bits(seed, designs, voters), round);
}

export function makeCrowd(seed: number, designs: number, voters: number, bloc: Bloc): Crowd {
  const of = (purpose: string) => seedOf(seed, purpose);
  const numbers = (length: number, draw: (index: number) => number) => Float64Array.from({ length }, (_, i) => draw(i));
  const flags = (holds: (voter: number) => boolean) =>
    Uint8Array.from({ length: voters }, (_, v) => (holds(v) ? 1 : 0));

  const tasteSeed = of('taste');
  const [qualitySeed, personaSeed, generositySeed, contrastSeed] = ['quality', 'persona', 'generosity', 'contrast'].map(
    of,
  ) as [number, number, number, number];
  const quality = numbers(designs, (design) => QUALITY_DEVIATION * bell(qualitySeed, design));
  const byQuality = Uint32Array.from({ length: designs }, (_, design) => design).sort(
    (a, b) => quality[b]! - quality[a]! || a - b,
  );
  const persona = (voter: number): 'critic' | 'hurried' | 'ordinary' => {
    const drawn = even(personaSeed, voter) * 1000;
    return drawn < CRITICS ? 'critic' : drawn < CRITICS + HURRIED ? 'hurried' : 'ordinary';
  };

  const dishonest = chooseBloc(of('bloc'), voters, bloc);
  const isBloc = (voter: number) => dishonest[voter] === 1;
  const finalOnly = bloc.kind === 'finalOnly';
  const burst = bloc.kind === 'newcomers';
  const [handsSeed, leftSeed, lateSeed, returnSeed, leaveSeed] = ['hands', 'left', 'late', 'return', 'leave'].map(
    of,
  ) as [number, number, number, number, number];
  const late = flags((voter) => even(lateSeed, voter) < LATE);
  const hour = hoursOf(of('hour'), voters, (voter) => burst && isBloc(voter));
  const [youngSeed, sharedSeed, networkSeed] = ['young', 'shared', 'network'].map(of) as [number, number, number];
  const networks = Math.max(1, Math.round((voters * SHARED_ADDRESS) / NETWORK));

  return {
    seed,
    designs,
    voters,
    quality,
    byQuality,
    style: stylesOf(of('style'), designs),
    taste: numbers(voters * TASTES, (index) => bell(tasteSeed, index)),
    generosity: numbers(
      voters,
      (voter) => 0.45 * bell(generositySeed, voter) - (persona(voter) === 'critic' ? 1.4 : 0),
    ),
    contrast: numbers(voters, (voter) =>
      persona(voter) === 'hurried' ? 0.2 : Math.max(0.3, 1 + 0.25 * bell(contrastSeed, voter)),
    ),
    dishonest,
    favourite: chooseFavourite(of('favourite'), byQuality, bloc),
    bloc,
    hands: Uint8Array.from({ length: voters }, (_, voter) => (isBloc(voter) ? 255 : handsTaken(handsSeed, voter))),
    left: Uint8Array.from({ length: voters }, (_, voter) => (isBloc(voter) ? 0 : unanswered(leftSeed, voter))),
    comesToVote: flags((voter) => (isBloc(voter) ? !finalOnly : late[voter] === 0)),
    comesToFinal: flags((voter) => isBloc(voter) || late[voter] === 1 || even(returnSeed, voter) < RETURNING),
    leavesFinal: flags((voter) => !isBloc(voter) && even(leaveSeed, voter) < 0.25),
    hour,
    arrival: Uint32Array.from({ length: voters }, (_, voter) => voter).sort((a, b) => hour[a]! - hour[b]! || a - b),
    young: flags((voter) => (burst && isBloc(voter)) || even(youngSeed, voter) < YOUNG),
    network: Uint32Array.from({ length: voters }, (_, voter) => {
      if (burst && isBloc(voter)) return voters;
      return even(sharedSeed, voter) < SHARED_ADDRESS ? bits(networkSeed, voter) % networks : voters + 1 + voter;
    }),
  };
}

/** The first of an order by lot, so that a bloc of 3 % has all members of one of 1 %. */
function chooseBloc(seed: number, voters: number, { percent }: Bloc): Uint8Array {
  const dishonest = new Uint8Array(voters);
  for (const voter of shuffled(seed, voters).subarray(0, Math.round((voters * percent) / 100))) dishonest[voter] = 1;
  return dishonest;
}

function chooseFavourite(seed: number, byQuality: Uint32Array, { kind, favourite }: Bloc): number {
  if (kind === 'saboteurs' || kind === 'finalOnly') return NOTHING;
  const candidates = favourite === 'any' ? byQuality.length : Math.max(3, Math.ceil(byQuality.length / 10));
  return byQuality[1 + Math.floor(even(seed, 0) * (Math.min(candidates, byQuality.length) - 1))]!;
}

/** Six in ten go on after each hand: two and a half on average, if there are so many. */
function handsTaken(seed: number, voter: number): number {
  let hands = 1;
  while (hands < 30 && even(seed, voter, hands) < 0.6) hands++;
  return hands;
}

/** One voter in seven puts the phone away in the middle of the last hand. */
function unanswered(seed: number, voter: number): number {
  const drawn = even(seed, voter);
  return drawn < 1 / 7 ? 1 + Math.floor(drawn * 7 * 9) : 0;
}

function hoursOf(seed: number, voters: number, inBurst: (voter: number) => boolean): Float64Array {
  const day = Math.floor(even(seed, -1) * (VOTING_HOURS / 24 - 1)) * 24;
  return Float64Array.from({ length: voters }, (_, voter) =>
    inBurst(voter) ? day + even(seed, voter) * 12 : even(seed, voter) * VOTING_HOURS,
  );
}

function stylesOf(seed: number, designs: number): Float64Array {
  const style = Float64Array.from({ length: designs * TASTES }, (_, index) => bell(seed, index));
  for (let at = 0; at < style.length; at += TASTES) {
    const direction = style.subarray(at, at + TASTES);
    const length = Math.sqrt(direction.reduce((sum, part) => sum + part * part, 0)) || 1;
    for (let part = 0; part < TASTES; part++) direction[part]! /= length;
  }
  return style;
}

/** How far this design meets this voter's taste: a deviation of 1 among voters, whatever the design. */
export function meets(crowd: Crowd, voter: number, design: number): number {
  let sum = 0;
  for (let part = 0; part < TASTES; part++) {
    sum += crowd.taste[voter * TASTES + part]! * crowd.style[design * TASTES + part]!;
  }
  return sum;
}
