import { RATINGS_FOR_RANK } from './margins.ts';

/** What a result letter is about, and what its words in both languages share. */

export type LetterLocale = 'fr' | 'en';
export type Both = Readonly<Record<LetterLocale, string>>;

/** What was decided about the design on its way, by people or by a public rule. */
export type LetterDecision =
  | { readonly kind: 'refusal'; readonly at: string; readonly reasons: readonly Both[]; readonly message: string }
  | {
      readonly kind: 'set_aside';
      readonly ratings: number;
      /** Its place if those ratings counted. */
      readonly rankWith: number;
      readonly reasons: readonly string[];
    };

export interface LetterFacts {
  readonly title: string;
  readonly designer: string;
  readonly winner: boolean;
  readonly rank: number;
  readonly rankLow: number;
  readonly rankHigh: number;
  readonly designs: number;
  readonly finalist: boolean;
  readonly ratings: number;
  readonly wouldWear: number;
  readonly sizes: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  readonly passedOverReason: string | null;
  readonly decisions: readonly LetterDecision[];
  readonly winners: readonly { readonly title: string; readonly designer: string }[];
  readonly next: { readonly round: string; readonly submissionsCloseAt: string } | null;
}

export interface LetterText {
  readonly subject: string;
  readonly hello: string;
  /** The result, in one sentence. */
  readonly fact: string;
  /** What belongs to it, behind it in the same paragraph. */
  readonly result: string;
  readonly figures: readonly string[];
  /** What the margin says; null without a rank, or where there was no other design. */
  readonly margin: string | null;
  readonly decisions: readonly string[];
  /** Before the words that voters left; null without any. */
  readonly notes: string | null;
  readonly by: string;
  /** What is still possible. */
  readonly ahead: string;
  readonly reply: string;
  readonly for: string;
}

export function hasRank({ ratings }: Pick<LetterFacts, 'ratings'>): boolean {
  return ratings >= RATINGS_FOR_RANK;
}

/** Ratings by stars, five first, out of the ten cells that also tell who would wear it. */
export function starCounts(histogram: readonly number[]): number[] {
  return [8, 6, 4, 2, 0].map((cell) => (histogram[cell] ?? 0) + (histogram[cell + 1] ?? 0));
}

export const nb = '\u00a0';

/** The sizes asked for most, where they are one or two. */
export function favouriteSizes(sizes: LetterFacts['sizes']): string[] {
  const most = Math.max(0, ...Object.values(sizes));
  const named = Object.keys(sizes).filter((size) => most > 0 && sizes[size] === most);
  return named.length > 2 ? [] : named;
}

/** Two people may give their designs one title. */
export function otherWinners({ winners, title, designer }: LetterFacts) {
  return winners.filter((winner) => winner.title !== title || winner.designer !== designer);
}

/** Someone's words in quotation marks, at the end of a sentence: one stop is enough. */
export function quotedSentence(text: string, quote: (text: string) => string): string {
  return `${quote(text)}${/[.!?…]$/.test(text) ? '' : '.'}`;
}

export function sentence(text: string): string {
  return /[.!?…»”]$/.test(text) ? text : `${text}.`;
}

const unforeseen = {
  fr: 'nous y avons vu quelque chose que nos règles n’avaient pas prévu',
  en: 'we saw something there that our rules had not foreseen',
};
const signals: Readonly<Record<string, { readonly one: Both; readonly several: Both }>> = {
  flat_ballot: {
    one: { fr: 'presque toutes ses notes étaient les mêmes', en: 'almost all of its ratings were the same' },
    several: { fr: 'presque toutes leurs notes étaient les mêmes', en: 'almost all of their ratings were the same' },
  },
  sole_favourite: {
    one: {
      fr: 'plusieurs, dont lui, n’aimaient qu’un seul dessin, et c’était le même',
      en: 'several, this one included, liked one design only, and it was the same one',
    },
    several: {
      fr: 'plusieurs n’aimaient qu’un seul dessin, et c’était le même',
      en: 'several liked one design only, and it was the same one',
    },
  },
  twin_ballots: {
    one: {
      fr: 'plusieurs, dont lui, donnaient presque partout la même note',
      en: 'several, this one included, gave the same rating almost everywhere',
    },
    several: {
      fr: 'plusieurs donnaient presque partout la même note',
      en: 'several gave the same rating almost everywhere',
    },
  },
  other: { one: unforeseen, several: unforeseen },
};

/** Why one ballot or several were set aside, as the half of a sentence. */
export function signalText(signal: string, ballots: number, locale: LetterLocale): string {
  return (signals[signal] ?? signals.other!)[ballots === 1 ? 'one' : 'several'][locale];
}

/** `2026-12` is `décembre 2026`. */
export function monthOf(round: string, locale: LetterLocale): string {
  const [year = 0, month = 1] = round.split('-').map(Number);
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(Date.UTC(year, month - 1)));
}

/** `12 novembre`, `12 November`. */
export function dayOf(at: string, locale: LetterLocale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr' : 'en-GB', { day: 'numeric', month: 'long', timeZone });
  const day = format.format(new Date(at)).replace(' ', nb);
  return locale === 'fr' ? day.replace(/^1\u00a0/, '1er\u00a0') : day;
}

/** Hour and minute on the shop's wall. */
export function clockOf(at: string, timeZone: string): { hour: number; minute: string } {
  const parts = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone });
  const [hour = '0', minute = '00'] = parts.format(new Date(at)).split(':');
  return { hour: Number(hour), minute };
}
