import type { Lang } from './language.ts';

/** A moment on the wall of the shop. */
export interface Zoned {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const makers = new Map<string, Intl.DateTimeFormat>();

function maker(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = makers.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  makers.set(key, made);
  return made;
}

function partsOf(format: Intl.DateTimeFormat, at: string | number | Date): Record<string, string> {
  return Object.fromEntries(format.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
}

export function zonedParts(at: string | number | Date, timeZone: string): Zoned {
  const format = maker('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = partsOf(format, at);
  return {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    hour: Number(parts.hour),
    minute: Number(parts.minute),
  };
}

export function nameParts(
  at: string | number | Date,
  lang: Lang,
  timeZone: string,
): { weekday: string; month: string } {
  const parts = partsOf(maker(lang, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }), at);
  return { weekday: parts.weekday ?? '', month: parts.month ?? '' };
}
