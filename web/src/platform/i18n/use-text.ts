import { createContext, use } from 'react';
import { type Area, type Catalogue, loadText, textIfLoaded, textOf } from './catalogues.ts';
import { type Formats, formatsFor } from './format.ts';
import type { Lang } from './language.ts';

export interface Speech {
  readonly lang: Lang;
  readonly format: Formats;
}

export const SpeechContext = createContext<Speech>({ lang: 'fr', format: formatsFor('fr') });

/** The language of the page. */
export function useLang(): Lang {
  return use(SpeechContext).lang;
}

/** Money, dates, numbers and ranks in the language of the page. */
export function useFormat(): Formats {
  return use(SpeechContext).format;
}

/**
 * What an area says in the language of the page. Name the area in the route's `texts`; one that is not there yet
 * suspends until it is.
 */
export function useText<A extends Area>(area: A): Catalogue[A] {
  const { lang } = use(SpeechContext);
  const texts = textIfLoaded(lang, area);
  if (texts) return texts;
  use(loadText(lang, area));
  return textOf(lang, area);
}
