import { zonedParts } from '../../i18n/zoned.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as the clock on the shop's wall shows it, for a field of date and time: `2026-11-30T20:00`. */
export function wallClock(at: string | number | Date, timeZone: string): string {
  const { year, month, day, hour, minute } = zonedParts(at, timeZone);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The moment at which the shop's clock shows this; null for what is no date and time. */
export function instantOf(wall: string, timeZone: string): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(wall);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  let instant = wanted;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  for (let guess = 0; guess < 2; guess += 1) {
    const shown = zonedParts(instant, timeZone);
    instant += wanted - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute);
  }
  return new Date(instant).toISOString();
}
