export const languages = ['fr', 'en'] as const;
export type Lang = (typeof languages)[number];

export function isLang(value: string | undefined): value is Lang {
  return value === 'fr' || value === 'en';
}

/** The other of the two languages. */
export function otherLang(lang: Lang): Lang {
  return lang === 'fr' ? 'en' : 'fr';
}

/** The language to greet a visitor in: the one they chose before, else the browser's, else French. */
export function preferredLang(chosen: string | undefined, acceptLanguage: string | undefined): Lang {
  if (isLang(chosen)) return chosen;
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', ...rest] = wish.trim().split(';');
      const weight = rest.map((part) => part.trim()).find((part) => part.startsWith('q='));
      return { lang: tag.slice(0, 2).toLowerCase(), weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter((wish) => isLang(wish.lang) && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const first = wishes[0]?.lang;
  return isLang(first) ? first : 'fr';
}

/** The language and the rest of an address: `/fr/rounds` is `fr` and `/rounds`. */
export function splitPath(pathname: string): { lang: Lang | undefined; path: string } {
  const [, first, ...rest] = pathname.split('/');
  return isLang(first) ? { lang: first, path: `/${rest.join('/')}` } : { lang: undefined, path: pathname };
}

/** The same page in the other language. `query` has no question mark. */
export function otherLanguagePath(pathname: string, query = ''): string {
  const { lang, path } = splitPath(pathname);
  return `/${otherLang(lang ?? 'en')}${path === '/' ? '' : path}${query && `?${query}`}`;
}
