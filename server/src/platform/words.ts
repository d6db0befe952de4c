/** Sums, days and lists as each language writes them, in mails and on papers. No U+202F: the house's fonts do not have it. */

export type Locale = 'fr' | 'en';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** `1 000 €`, `€1,000`; cents only where there are some. */
export function moneyText(cents: number, locale: Locale): string {
  return euros(cents, cents % 100 === 0 ? 0 : 2, locale);
}

/** Cents are always written: amounts stand under one another. */
export function exactMoney(cents: number, locale: Locale): string {
  return euros(cents, 2, locale);
}

function euros(cents: number, decimals: number, locale: Locale): string {
  const digits = new Intl.NumberFormat(locales[locale], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
    .format(Math.abs(cents) / 100)
    .replaceAll('\u202f', '\u00a0');
  const sign = cents < 0 ? '\u2212' : '';
  return locale === 'fr' ? `${sign}${digits}\u00a0€` : `${sign}€${digits}`;
}

/** `20 %`, `5,5 %`; `20%`. */
export function rateText(basisPoints: number, locale: Locale): string {
  const digits = new Intl.NumberFormat(locales[locale], { maximumFractionDigits: 2 });
  return `${digits.format(basisPoints / 100)}${locale === 'fr' ? '\u00a0' : ''}%`;
}

/** `30 novembre 2026`, `30 November 2026`: the year stands where a paper or a transfer is dated. */
export function dateText(moment: Date, timeZone: string, locale: Locale): string {
  return day(moment, locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
}

/** `30 novembre`. */
export function dayText(moment: Date, timeZone: string, locale: Locale): string {
  return day(moment, locale, { timeZone, day: 'numeric', month: 'long' });
}

function day(moment: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(locales[locale], options).format(moment);
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** `30 novembre à 14 h 05`, `30 November, 2:05 pm`; full hours without minutes. */
export function momentText(moment: Date, timeZone: string, locale: Locale): string {
  const date = dayText(moment, timeZone, locale);
  const clock = { timeZone, hour: 'numeric', minute: '2-digit' } as const;
  if (locale === 'en') {
    const time = new Intl.DateTimeFormat('en-GB', { ...clock, hour12: true }).format(moment);
    return `${date}, ${time.replace(':00', '').replace(/\s/u, '\u00a0')}`;
  }
  const time = new Intl.DateTimeFormat('fr-FR', { ...clock, hour12: false }).format(moment);
  return `${date} à ${time.replace(':', '\u00a0h\u00a0').replace(/\u00a000$/, '')}`;
}

/** `a, b et c`; `a, b and c`. */
export function listText(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locales[locale], { type: 'conjunction' }).format(items);
}

/** `France`, `Allemagne`; the code itself where it is no country's. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;
}
