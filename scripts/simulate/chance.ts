/**
 * Chance without a state: every draw depends on nothing but whole numbers, so that a voter answers the same whatever
 * the order and whatever else is simulated, and the same seed gives the same bytes on every machine (integers and exact
 * square roots only; no logarithm, whose last digit is a machine's own).
 */

/** The finishing steps of MurmurHash3: each bit of the answer depends on each bit given. */
function finish(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** 32 even bits for a seed and two numbers. */
export function bits(seed: number, a: number, b = 0): number {
  const first = finish(Math.imul(a + 0x9e3779b9, 0x9e3779b1) ^ seed);
  return finish(Math.imul(b + 0x7f4a7c15, 0x27d4eb2f) ^ first);
}

/** A seed of its own for each purpose, from its name (FNV-1a). */
export function seedOf(seed: number, purpose: string): number {
  let hash = 0x811c9dc5 ^ finish(seed);
  for (let index = 0; index < purpose.length; index++) hash = Math.imul(hash ^ purpose.charCodeAt(index), 0x01000193);
  return finish(hash);
}

/** Even in [0, 1). */
export function even(seed: number, a: number, b = 0): number {
  return bits(seed, a, b) / 2 ** 32;
}

const halves = (drawn: number): number => (drawn & 0xffff) + (drawn >>> 16);
const MIDDLE = 0xffff / 2;

/** Bell-shaped around 0 with a deviation of 1: twelve even draws, summed (Irwin–Hall); at most 6 away. */
export function bell(seed: number, a: number, b = 0): number {
  const own = bits(seed, a, b);
  let sum = halves(own);
  for (let draw = 1; draw < 6; draw++) sum += halves(bits(own, draw));
  return (sum - 12 * MIDDLE) / 2 ** 16;
}

const PER_FOUR = Math.sqrt(3) / 2 ** 16;

/** Like `bell` at a third of the cost, for what is drawn millions of times: four even draws; at most 3.5 away. */
export function quickBell(seed: number, a: number, b = 0): number {
  const own = bits(seed, a, b);
  return (halves(own) + halves(finish(own ^ 0x5bd1e995)) - 4 * MIDDLE) * PER_FOUR;
}

/** 0 … length − 1 in an order of the seed's own (Fisher–Yates). */
export function shuffled(seed: number, length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let index = 1; index < length; index++) order[index] = index;
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(even(seed, last) * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
  return order;
}
