import type { Lang } from '../platform/i18n/language.ts';

/** The European Economic Area and its neighbours: where a letter takes days, not weeks. */
export const countries =
  'AD AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM VA'.split(
    ' ',
  );

export function countryName(code: string, lang: Lang): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'region', fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** By name in the language of the page; `kept` is there even when it is none of these. */
export function namedCountries(lang: Lang, kept: string): { code: string; name: string }[] {
  const codes = countries.includes(kept) || kept === '' ? countries : [...countries, kept];
  return codes
    .map((code) => ({ code, name: countryName(code, lang) }))
    .sort((a, b) => a.name.localeCompare(b.name, lang));
}
