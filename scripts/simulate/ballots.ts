import { asHistogram, type DesignTally } from '@fraisier/shared/cycle/histograms.ts';
import { type Marks, markOf } from '@fraisier/shared/cycle/signals.ts';
import type { Answer } from './answers.ts';

/** All ballots of a simulated round, in memory. */
export interface Ballots {
  readonly designs: number;
  readonly voters: number;
  /** The histogram's cell of each rating, by voter and design; `NONE` where there is none. */
  readonly cells: Int8Array;
}

const NONE = -1;

export function emptyBallots({ designs, voters }: { readonly designs: number; readonly voters: number }): Ballots {
  return { designs, voters, cells: new Int8Array(designs * voters).fill(NONE) };
}

export function copyOf(ballots: Ballots): Ballots {
  return { ...ballots, cells: ballots.cells.slice() };
}

/** Adds what each voter answers to what they are shown; a newer rating replaces the older one, a skip leaves it. */
export function rateAll(ballots: Ballots, shown: readonly Uint16Array[], answer: Answer): void {
  for (const [voter, designs] of shown.entries()) for (const design of designs) rateOne(ballots, voter, design, answer);
}

export function rateOne(ballots: Ballots, voter: number, design: number, answer: Answer): number | null {
  const cell = answer(voter, design);
  if (cell !== null) ballots.cells[voter * ballots.designs + design] = cell;
  return cell;
}

/** Each voter's marks, as the shop's signals read them. */
export function marksOf({ designs, voters, cells }: Ballots): Marks[] {
  const marks = new Int32Array(designs);
  return Array.from({ length: voters }, (_, voter) => {
    let many = 0;
    for (let design = 0, at = voter * designs; design < designs; design++, at++) {
      const cell = cells[at]!;
      if (cell !== NONE) marks[many++] = markOf(design, (cell >> 1) + 1, cell % 2 === 1);
    }
    return marks.slice(0, many);
  });
}

/** Ids of the same length, so that their order is the designs'. */
export const idOf = (design: number): string => String(design).padStart(4, '0');
export const designOfId = (id: string): number => Number(id);

/** What the shop's tally counts: ten cells a design, without the ballots that are set aside. */
export function histogramsOf({ designs, voters, cells }: Ballots, setAside: Uint8Array): DesignTally[] {
  const counts = new Uint32Array(designs * 10);
  for (let voter = 0; voter < voters; voter++) {
    if (setAside[voter] === 1) continue;
    for (let design = 0, at = voter * designs; design < designs; design++, at++) {
      const cell = cells[at]!;
      if (cell !== NONE) counts[design * 10 + cell]! += 1;
    }
  }
  return Array.from({ length: designs }, (_, design) => ({
    designId: idOf(design),
    histogram: asHistogram([...counts.subarray(design * 10, design * 10 + 10)]),
  }));
}
