import { asHistogram, type Histogram } from '@fraisier/shared/cycle/tally.ts';

const cells = ['1', '1+', '2', '2+', '3', '3+', '4', '4+', '5', '5+'];

/** Ten cells from `{ '5': 3, '4+': 2 }`: stars, and a plus for those who would wear it. */
export function histogramOf(ratings: Readonly<Record<string, number | undefined>>): Histogram {
  const unknown = Object.keys(ratings).filter((name) => !cells.includes(name));
  if (unknown.length > 0) throw new Error(`no such cell: ${unknown}`);
  return asHistogram(cells.map((name) => ratings[name] ?? 0));
}
