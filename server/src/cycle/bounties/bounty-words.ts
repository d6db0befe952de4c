type Locale = 'fr' | 'en';

/** `1 000 €`, `EUR 1,000`; cents only where there are some. No U+202F: the house's fonts do not have it. */
export function moneyText(cents: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })
    .format(cents / 100)
    .replaceAll('\u202f', '\u00a0');
  return locale === 'fr' ? `${number}\u00a0€` : `EUR ${number}`;
}

/** `30 novembre 2026`: the year stands where a contract or a transfer is dated. */
export function dateText(moment: Date, timeZone: string, locale: Locale): string {
  return day(moment, locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
}

/** `30 novembre`. */
export function dayText(moment: Date, timeZone: string, locale: Locale): string {
  return day(moment, locale, { timeZone, day: 'numeric', month: 'long' });
}

function day(moment: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', options).format(moment);
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
