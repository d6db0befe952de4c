/** The names that rounds and runs have in addresses: `2026-12`, and `2026-12-2` for the run of a second winner. */

const ROUND_SLUG = /^([1-9]\d{3})-(0[1-9]|1[0-2])$/;
const RUN_SLUG = /^([1-9]\d{3}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d+))?$/;

export function isRoundSlug(value: unknown): value is string {
  return typeof value === 'string' && ROUND_SLUG.test(value);
}

export interface Month {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

export function roundMonth(slug: string): Month {
  const match = ROUND_SLUG.exec(slug);
  if (match === null) throw new RangeError(`not a round: ${slug}`);
  return { year: Number(match[1]), month: Number(match[2]) };
}

export function roundSlug({ year, month }: Month): string {
  const slug = `${year}-${String(month).padStart(2, '0')}`;
  if (!isRoundSlug(slug)) throw new RangeError(`no such month: ${slug}`);
  return slug;
}

/** The round of the month after. */
export function nextRoundSlug(slug: string): string {
  const { year, month } = roundMonth(slug);
  return month === 12 ? roundSlug({ year: year + 1, month: 1 }) : roundSlug({ year, month: month + 1 });
}

/** The round of the month before; null before the first that has a name. */
export function previousRoundSlug(slug: string): string | null {
  const { year, month } = roundMonth(slug);
  if (month > 1) return roundSlug({ year, month: month - 1 });
  return year > 1000 ? roundSlug({ year: year - 1, month: 12 }) : null;
}

/** How many months `to` comes after `from`. */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [roundMonth(from), roundMonth(to)];
  return (b.year - a.year) * 12 + b.month - a.month;
}

/** The run of the round's first winner has the round's own name; the runs of further winners are numbered from 2. */
export function runSlug(round: string, nth: number): string {
  if (!isRoundSlug(round)) throw new RangeError(`not a round: ${round}`);
  if (!Number.isSafeInteger(nth) || nth < 1) throw new RangeError(`not a place: ${nth}`);
  return nth === 1 ? round : `${round}-${nth}`;
}

export function parseRunSlug(slug: string): { round: string; nth: number } | null {
  const match = RUN_SLUG.exec(slug);
  return match?.[1] === undefined ? null : { round: match[1], nth: match[2] === undefined ? 1 : Number(match[2]) };
}
