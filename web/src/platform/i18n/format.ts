import { ordinalMark } from '@fraisier/shared/cycle/ordinals.ts';
import type { Lang } from './language.ts';
import { nameParts, type Zoned, zonedParts } from './zoned.ts';

export type Amount = number | { readonly amount: number };

/** Money, numbers, dates and ranks, written as each language writes them, in the shop's time zone. */
export interface Formats {
  /** Cents: `24 €`, `1 204,01 €`; `€24`, `€1,204.01`. Whole euros lose their `,00`. */
  money(cents: Amount): string;
  /** As money, always with its cents: for sums under one another. */
  moneyExact(cents: Amount): string;
  number(value: number, decimals?: number): string;
  /** A share of one: `62 %`, `62%`. */
  percent(share: number, decimals?: number): string;
  /** The mark that follows a rank's number: `er`, `re`, `e`; `st`, `nd`, `rd`, `th`. */
  ordinalMark(rank: number, gender?: 'm' | 'f'): string;
  /** `3e`, `3rd`. For text that cannot hold a superscript. */
  ordinal(rank: number, gender?: 'm' | 'f'): string;
  /** `novembre 2026`, `November 2026`. */
  month(at: Instant): string;
  /** `30 novembre 2026`, `30 November 2026`; the year only when asked. */
  day(at: Instant, options?: { year?: boolean }): string;
  /** `lundi 30`, `Monday 30th`. */
  weekday(at: Instant): string;
  /** `20 h`, `20 h 30`; `8 pm`, `8:30 pm`. */
  time(at: Instant): string;
  /** `lundi 30, 20 h`; `Monday 30th, 8 pm`. */
  moment(at: Instant): string;
  /** `21 novembre 2026 à 14 h 07`; `21 November 2026 at 2:07 pm`. */
  stamp(at: Instant): string;
  /** Whole days between two moments by the shop's calendar: `aujourd’hui`, `demain`, `dans 9 jours`, `il y a 2 jours`. */
  relativeDays(to: Instant, from: Instant): string;
  /** The same as a number, for a page that writes its own sentence. */
  daysBetween(from: Instant, to: Instant): number;
  /** Bytes: `2,6 Mo`, `2.6 MB`. */
  fileSize(bytes: number): string;
  /** `a, b et c`; `a, b and c`. */
  list(items: readonly string[]): string;
}

export type Instant = string | number | Date;

const nbsp = '\u00a0';

/** Node and browsers put U+202F into French numbers; the fonts do not have it. */
function plain(text: string): string {
  return text.replaceAll('\u202f', nbsp);
}

const centsOf = (amount: Amount): number => (typeof amount === 'number' ? amount : amount.amount);

function clock(lang: Lang, { hour, minute }: Zoned): string {
  const minutes = String(minute).padStart(2, '0');
  if (lang === 'fr') return minute === 0 ? `${hour}${nbsp}h` : `${hour}${nbsp}h${nbsp}${minutes}`;
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelve}${minute === 0 ? '' : `:${minutes}`}${nbsp}${hour < 12 ? 'am' : 'pm'}`;
}

const dayNumber = (at: Zoned): number => Date.UTC(at.year, at.month - 1, at.day) / 86_400_000;

export function formatsFor(lang: Lang, zone = 'Europe/Paris'): Formats {
  // The first of each kind takes a phone as long as a frame or two: made when it is asked for, and kept.
  const numbers: Intl.NumberFormat[] = [];
  const number = (value: number, decimals = 0) => {
    numbers[decimals] ??= new Intl.NumberFormat(lang, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return plain(numbers[decimals].format(value));
  };
  const euros = (cents: number, decimals: number) => {
    const digits = number(Math.abs(cents) / 100, decimals);
    const sign = cents < 0 ? '\u2212' : '';
    return lang === 'fr' ? `${sign}${digits}${nbsp}€` : `${sign}€${digits}`;
  };
  const zoned = (at: Instant) => zonedParts(at, zone);
  const names = (at: Instant) => nameParts(at, lang, zone);
  const weekday = (at: Instant) => {
    const { day } = zoned(at);
    return `${names(at).weekday}${nbsp}${lang === 'fr' ? (day === 1 ? '1er' : day) : `${day}${ordinalMark('en', day, 'm')}`}`;
  };
  const day = (at: Instant, options: { year?: boolean } = {}) => {
    const parts = zoned(at);
    const first = lang === 'fr' && parts.day === 1 ? '1er' : parts.day;
    return `${first}${nbsp}${names(at).month}${options.year ? ` ${parts.year}` : ''}`;
  };
  const daysBetween = (from: Instant, to: Instant) => dayNumber(zoned(to)) - dayNumber(zoned(from));
  let relative: Intl.RelativeTimeFormat | undefined;

  return {
    money: (amount) => euros(centsOf(amount), centsOf(amount) % 100 === 0 ? 0 : 2),
    moneyExact: (amount) => euros(centsOf(amount), 2),
    number,
    percent: (share, decimals = 0) => `${number(share * 100, decimals)}${lang === 'fr' ? `${nbsp}%` : '%'}`,
    ordinalMark: (rank, gender = 'm') => ordinalMark(lang, rank, gender),
    ordinal: (rank, gender = 'm') => `${rank}${ordinalMark(lang, rank, gender)}`,
    month: (at) => `${names(at).month} ${zoned(at).year}`,
    day,
    weekday,
    time: (at) => clock(lang, zoned(at)),
    moment: (at) => `${weekday(at)}, ${clock(lang, zoned(at))}`,
    stamp: (at) => `${day(at, { year: true })} ${lang === 'fr' ? 'à' : 'at'} ${clock(lang, zoned(at))}`,
    relativeDays: (to, from) => {
      const days = daysBetween(from, to);
      if (days === 0) return lang === 'fr' ? 'aujourd’hui' : 'today';
      if (Math.abs(days) > 1 || lang === 'en') {
        relative ??= new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
        return plain(relative.format(days, 'day'));
      }
      return days === 1 ? 'demain' : 'hier';
    },
    daysBetween,
    fileSize: (bytes) => {
      const unit = lang === 'fr' ? ['o', 'ko', 'Mo'] : ['B', 'kB', 'MB'];
      if (bytes < 1000) return `${bytes}${nbsp}${unit[0]}`;
      if (bytes < 1_000_000) return `${number(bytes / 1000)}${nbsp}${unit[1]}`;
      return `${number(bytes / 1_000_000, bytes % 1_000_000 === 0 ? 0 : 1)}${nbsp}${unit[2]}`;
    },
    list: (items) => new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang, { type: 'conjunction' }).format(items),
  };
}
