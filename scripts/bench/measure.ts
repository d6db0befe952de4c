import { readable } from './report.ts';

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[] | Float64Array, share: number): number {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

/** From the least to the most, and of how many. */
export function spreadOf(values: readonly number[]): string {
  return `${readable(Math.min(...values))} … ${readable(Math.max(...values))} of ${values.length}`;
}

/** Milliseconds of a piece of work, often enough to tell. */
export async function timesOf(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let nth = 0; nth < times; nth++) {
    const since = performance.now();
    await work();
    taken.push(performance.now() - since);
  }
  return taken;
}
