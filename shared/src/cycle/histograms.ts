import { isCount } from './integer-math.ts';

/** How many ratings of each kind: the cell of (stars, wouldWear) is (stars − 1) × 2 + (wouldWear ? 1 : 0). */
export type Histogram = readonly [number, number, number, number, number, number, number, number, number, number];

export interface DesignTally {
  readonly designId: string;
  readonly histogram: Histogram;
}

const CELLS = 10;

export function histogramCell(stars: number, wouldWear: boolean): number {
  return (stars - 1) * 2 + (wouldWear ? 1 : 0);
}

/** Ten whole counts, or a TypeError. */
export function asHistogram(cells: readonly number[]): Histogram {
  if (cells.length !== CELLS || !cells.every(isCount)) throw new TypeError('a histogram has ten whole counts');
  return [...cells] as unknown as Histogram;
}

/** What a rating in a cell is worth. */
export function cellPoints(cell: number): number {
  return Math.floor(cell / 2) + 1 + (cell % 2);
}
