import type { Bundle } from './bundle.ts';
import type { Openings } from './read-openings.ts';
import { type Ranking, rank } from './recount.ts';
import { ACT } from './replay.ts';

export interface Tallied {
  readonly ranking: Ranking;
  readonly voters: number;
  readonly sizes: ReadonlyMap<string, Readonly<Record<string, number>>>;
}

/** Counts the lines that `counts` says, over designs that `isIn` says. */
export function tallyOf(
  bundle: Bundle,
  { design, pseudonym, cell, size }: Openings,
  fates: readonly number[],
  counts: (fate: number) => boolean,
  isIn: (counted: boolean) => boolean,
): Tallied {
  const histograms = new Map<string, number[]>();
  const sizes = new Map<string, Record<string, number>>();
  for (const [id, counted] of bundle.designs) if (isIn(counted)) histograms.set(id, new Array<number>(10).fill(0));
  const voters = new Set<string>();
  for (const [at, fate] of fates.entries()) {
    if (fate & ACT || !counts(fate) || cell[at] === undefined) continue;
    voters.add(pseudonym[at]!);
    const histogram = histograms.get(design[at]!);
    if (!histogram) continue;
    histogram[cell[at]]! += 1;
    const worn = size[at];
    if (!worn) continue;
    const ofDesign = sizes.get(design[at]!) ?? {};
    ofDesign[worn] = (ofDesign[worn] ?? 0) + 1;
    sizes.set(design[at]!, ofDesign);
  }
  return { ranking: rank(histograms), voters: voters.size, sizes };
}
