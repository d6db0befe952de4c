import { dateText } from '../../platform/words.ts';

export interface LetterPaperWords {
  dateline(city: string, at: string, timeZone: string): string;
  round(number: number): string;
  foot(shop: string, round: number, page: number): string;
  notes(count: number): string;
  quote(text: string): string;
  readonly of: (designs: string) => string;
  readonly ratings: string;
  readonly sizes: string;
  readonly margin: string;
}

/** What only the paper says: its head, its foot, and the names of its figures. */
export const letterPaperWords: Readonly<Record<'fr' | 'en', LetterPaperWords>> = {
  fr: {
    dateline: (city, at, timeZone) => `${city ? `${city}, le` : 'Le'} ${dateText(new Date(at), timeZone, 'fr')}`,
    round: (number) => `Récolte nº\u00a0${number}`,
    foot: (shop, round, page) => `${shop}, récolte nº\u00a0${round}, page ${page}`,
    notes: (count) =>
      count === 1
        ? 'Une personne vous a laissé un mot. Le voici\u00a0:'
        : `${count} personnes vous ont laissé un mot. Les voici, tels quels\u00a0:`,
    quote: (text) => `«\u00a0${text}\u00a0»`,
    of: (designs) => `sur ${designs}`,
    ratings: 'Les notes, de 5 à 1',
    sizes: 'Ils le porteraient en',
    margin: 'La marge',
  },
  en: {
    dateline: (city, at, timeZone) => [city, dateText(new Date(at), timeZone, 'en')].filter(Boolean).join(', '),
    round: (number) => `Round ${number}`,
    foot: (shop, round, page) => `${shop}, round ${round}, page ${page}`,
    notes: (count) =>
      count === 1
        ? 'One person left you a word. Here it is:'
        : `${count} people left you a word. Here they are, word for word:`,
    quote: (text) => `“${text}”`,
    of: (designs) => `of ${designs}`,
    ratings: 'The ratings, from 5 to 1',
    sizes: 'They would wear it in',
    margin: 'The margin',
  },
};
