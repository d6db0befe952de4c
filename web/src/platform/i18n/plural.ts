import type { Lang } from './language.ts';

/** The forms of a counted thing; a language uses `one` as its own rules say (French counts 0 as one). */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

function pluralFor(lang: Lang): (count: number, forms: Forms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(lang);
    return rules.select(count) === 'one' ? forms.one : forms.other;
  };
}

export const pluralFr = pluralFor('fr');
export const pluralEn = pluralFor('en');

/** A figure that is written already, and the word for it, which takes an s for several. */
const figuredFor =
  (alone: readonly string[]) =>
  (figure: string, word: string): string =>
    `${figure} ${word}${alone.includes(figure) ? '' : 's'}`;

export const figuredFr = figuredFor(['0', '1']);
export const figuredEn = figuredFor(['1']);
