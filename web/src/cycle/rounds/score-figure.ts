import type { Formats } from '../../platform/i18n/format.ts';

/** Millionths of a point, exact, as they are written: `4.123456` for 4123456. Never through a floating number. */
export function exactScore(millionths: string, format: Formats): string {
  const digits = millionths.padStart(7, '0');
  return `${digits.slice(0, -6)}${separatorOf(format)}${digits.slice(-6)}`;
}

/** To the hundredth, cut and not rounded: nobody is shown more than they have. */
export function shortScore(millionths: string, format: Formats): string {
  return exactScore(millionths, format).slice(0, -4);
}

function separatorOf(format: Formats): string {
  return format.number(0.5, 1).charAt(1);
}

/** The ten cells of a result as five counts, and how many of each would wear it. */
export function fiveOf(cells: readonly number[]): { counts: number[]; worn: number[] } {
  const at = (cell: number) => cells[cell] ?? 0;
  const stars = [0, 1, 2, 3, 4];
  return {
    counts: stars.map((index) => at(2 * index) + at(2 * index + 1)),
    worn: stars.map((index) => at(2 * index + 1)),
  };
}
