type Locale = 'fr' | 'en';

/** `1 000 €`, `€1,000`; cents only where there are some. No U+202F: the house's fonts do not have it. */
export function moneyText(cents: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })
    .format(cents / 100)
    .replaceAll('\u202f', '\u00a0');
  return locale === 'fr' ? `${number}\u00a0€` : `€${number}`;
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
