import { hasRank, type LetterFacts, letterText, starCounts } from '@fraisier/shared/cycle/letter-text.ts';
import type { MailContent } from '../../platform/mail/mail-text.ts';

export interface LetterMailFacts extends LetterFacts {
  readonly histogram: readonly number[];
  /** 1 to 12: the ink that the letter wears. */
  readonly month: number;
  readonly signedBy: string;
  readonly timeZone: string;
  readonly url: string;
}

const words = {
  fr: { of: 'sur', ratings: 'Les notes, de 5 à 1', read: 'Lire la lettre entière', also: 'Elle s’imprime aussi.' },
  en: { of: 'of', ratings: 'The ratings, from 5 to 1', read: 'Read the whole letter', also: 'It can be printed too.' },
} as const;

/** The same words as the page's; the page has all that voters left, and the sizes. */
export function resultLetterMail(facts: LetterMailFacts, locale: 'fr' | 'en'): MailContent {
  const text = letterText(facts, locale, facts.timeZone);
  const said = words[locale];
  const [first] = facts.notes;
  return {
    subject: text.subject,
    headline: text.fact,
    month: facts.month,
    paragraphs: [
      text.hello,
      ...(hasRank(facts) ? [{ ...rankOf(facts.rank, locale), label: `${said.of} ${facts.designs}` }] : []),
      text.result,
      text.figures.join(' '),
      ...(facts.ratings > 0
        ? [
            {
              title: said.ratings,
              bars: starCounts(facts.histogram).map((count, nth) => ({ label: String(5 - nth), count })),
            },
          ]
        : []),
      ...(text.margin ? [text.margin] : []),
      ...text.decisions,
      ...(text.notes && first !== undefined ? [text.notes, { quote: first, by: text.by }] : []),
      text.ahead,
    ],
    action: { label: said.read, url: facts.url },
    notes: [said.also, text.reply],
    signature: [facts.signedBy, text.for],
  };
}

function rankOf(rank: number, locale: 'fr' | 'en'): { figure: string; mark: string } {
  if (locale === 'fr') return { figure: String(rank), mark: rank === 1 ? 'er' : 'e' };
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  return { figure: String(rank), mark: (teen ? undefined : ['', 'st', 'nd', 'rd'][rank % 10]) || 'th' };
}
