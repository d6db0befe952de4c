import { english } from './letter-text-en.ts';
import { french } from './letter-text-fr.ts';
import type { LetterFacts, LetterLocale, LetterText } from './letter-words.ts';

export { hasRank, type LetterDecision, type LetterFacts, type LetterText, starCounts } from './letter-words.ts';

/**
 * The words of a result letter, for its page, its mail and its paper alike: the result in the first sentence, one figure
 * a paragraph, the reasons of what was decided, what voters left, and what is still possible.
 */
export function letterText(facts: LetterFacts, locale: LetterLocale, timeZone: string): LetterText {
  return (locale === 'fr' ? french : english)(facts, timeZone);
}
