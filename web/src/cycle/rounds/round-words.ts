import type { Formats, Instant } from '../../platform/i18n/format.ts';

/** `novembre 2026`, from the round's name: its moments touch the months before and after. */
export function monthYear(slug: string, format: Formats): string {
  return format.month(`${slug}-15T12:00:00Z`);
}

/** `novembre`. */
export function monthName(slug: string, format: Formats): string {
  return monthYear(slug, format).split(' ')[0] ?? '';
}

/** `lundi 30, 20 h` when it is near; `30 novembre, 20 h` when a weekday alone would mislead. */
export function when(format: Formats, at: Instant, now: Instant): string {
  const days = Math.abs(format.daysBetween(now, at));
  return days <= 20 ? format.moment(at) : `${format.day(at)}, ${format.time(at)}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
