import { notes } from './notes.ts';
import { decidedRound, votingRound } from './rounds.ts';

export const sizes = ['XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'] as const;
export type DemoSize = (typeof sizes)[number];

export interface DemoRating {
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly wouldWear: boolean;
  /** Theirs, always the same; only with `wouldWear`. */
  readonly size?: DemoSize;
}

/**
 * A number in [0, 1) that depends on nothing but the text: FNV-1a, then the finishing steps of MurmurHash3. Unlike a
 * generator with a state, it gives the same ratings in whatever order they are asked for.
 */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Bell-shaped around 0 with a deviation of 1: twelve even draws, summed. */
function bell(text: string): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw++) sum += chance(`${text}/${draw}`);
  return sum;
}

const appeals = new Map([...decidedRound, ...votingRound].map((design) => [design.id, design.appeal]));
const starsWithNote = new Map(notes.map((note) => [`${note.voter}/${note.design}`, note.stars]));
const wearIfStars = { 1: 0, 2: 0.02, 3: 0.14, 4: 0.46, 5: 0.8 } as const;
const shareOfSize = [0.05, 0.17, 0.28, 0.26, 0.15, 0.06, 0.03];

/** Gives every design the same: the rule sets such a ballot aside by itself. */
export const flatVoter = 207;

/** A handful who came for one design and liked no other: the desk finds them, and people decide. */
export const bloc = { voters: [83, 86, 95, 104, 107, 110, 116, 119, 125, 128], design: 'noyer-le-poisson' } as const;

/** The size this voter wears. */
export function sizeOf(voter: number): DemoSize {
  let left = chance(`${voter}/size`);
  const index = shareOfSize.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return sizes[index] ?? 'L';
}

/** What this voter answers to this design. */
export function ratingOf(voterIndex: number, designId: string): DemoRating {
  if (voterIndex === flatVoter) return { stars: 2, wouldWear: false };
  const honest = honestRatingOf(voterIndex, designId);
  if (!bloc.voters.some((voter) => voter === voterIndex) || !votingRound.some(({ id }) => id === designId))
    return honest;
  if (designId === bloc.design) return { stars: 5, wouldWear: true, size: sizeOf(voterIndex) };
  return { stars: Math.max(1, Math.min(3, honest.stars - 1)) as 1 | 2 | 3, wouldWear: false };
}

/** A design's appeal, seen through a voter's generosity, their severity and their taste. */
function honestRatingOf(voterIndex: number, designId: string): DemoRating {
  const appeal = appeals.get(designId);
  if (appeal === undefined) throw new Error(`${designId} is in no demo round that has votes`);
  const pair = `${voterIndex}/${designId}`;
  const generosity = 0.35 * bell(`${voterIndex}/generosity`);
  const contrast = 1 + 0.15 * bell(`${voterIndex}/contrast`);
  const liking = 3.1 + generosity + contrast * (3.6 * (appeal - 0.6) + 0.95 * bell(`${pair}/taste`));
  const stars = starsWithNote.get(pair) ?? (Math.min(5, Math.max(1, Math.round(liking))) as DemoRating['stars']);
  const wouldWear = chance(`${pair}/wear`) < wearIfStars[stars];
  return wouldWear ? { stars, wouldWear, size: sizeOf(voterIndex) } : { stars, wouldWear };
}

/** Whether this voter passes this design without a rating. */
export function skips(voterIndex: number, designId: string): boolean {
  const pair = `${voterIndex}/${designId}`;
  return !starsWithNote.has(pair) && chance(`${pair}/skip`) < 0.05;
}
