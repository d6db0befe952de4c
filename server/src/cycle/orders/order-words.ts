import { cuts, fabrics, isCut, isFabricId } from '@fraisier/shared/cycle/garments.ts';
import { type Locale, listText } from '../../platform/words.ts';

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

/** `La pièce 214 sur 300`, `Les pièces 12 et 13 sur 300`; `Piece 214 of 300`, `Pieces 12 and 13 of 300`. */
export function piecesText(numbers: readonly number[], runSize: number, locale: Locale): string {
  const list = listText(numbers.map(String), locale);
  if (locale === 'en') return `${numbers.length === 1 ? 'Piece' : 'Pieces'} ${list} of ${runSize}`;
  return `${numbers.length === 1 ? 'La pièce' : 'Les pièces'} ${list} sur ${runSize}`;
}
