import { cuts, fabrics, isCut, isFabricId } from '@fraisier/shared/cycle/garments.ts';

export type Locale = 'fr' | 'en';

interface Chosen {
  readonly size: string | null;
  readonly cut: string | null;
  readonly fabric: string | null;
}

/** `M, coupe droite, glacier`: what was chosen, in the order in which one says it. */
export function choiceText(piece: Chosen, locale: Locale): string {
  const name = (one: { nameFr: string; nameEn: string }) => (locale === 'fr' ? one.nameFr : one.nameEn).toLowerCase();
  const parts = [
    piece.size,
    isCut(piece.cut) ? name(cuts[piece.cut]) : null,
    isFabricId(piece.fabric) ? name(fabrics[piece.fabric]) : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

export function listText(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale === 'fr' ? 'fr' : 'en-GB', { type: 'conjunction' }).format(items);
}

/** `La pièce 214 sur 300`, `Les pièces 12 et 13 sur 300`; `Piece 214 of 300`, `Pieces 12 and 13 of 300`. */
export function piecesText(numbers: readonly number[], runSize: number, locale: Locale): string {
  const list = listText(numbers.map(String), locale);
  if (locale === 'en') return `${numbers.length === 1 ? 'Piece' : 'Pieces'} ${list} of ${runSize}`;
  return `${numbers.length === 1 ? 'La pièce' : 'Les pièces'} ${list} sur ${runSize}`;
}

/** Cents are always written: amounts stand under one another. No U+202F: the house's fonts do not have it. */
export function exactMoney(cents: number, locale: Locale): string {
  const digits = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
    .format(Math.abs(cents) / 100)
    .replaceAll('\u202f', '\u00a0');
  const sign = cents < 0 ? '\u2212' : '';
  return locale === 'fr' ? `${sign}${digits}\u00a0€` : `${sign}€${digits}`;
}

/** `20 %`, `5,5 %`; `20%`. */
export function rateText(basisPoints: number, locale: Locale): string {
  const digits = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 2 });
  return `${digits.format(basisPoints / 100)}${locale === 'fr' ? '\u00a0' : ''}%`;
}

/** `21 novembre 2026`, `21 November 2026`. */
export function dayText(moment: Date, timeZone: string, locale: Locale): string {
  const text = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(moment);
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** `France`, `Allemagne`; the code itself where it is no country's. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;
}
