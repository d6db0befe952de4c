import { cuts, fabrics, isCut, isFabricId } from '@fraisier/shared/cycle/garments.ts';
import type { PrintFile } from '../../platform/images/images.ts';
import { csvText } from '../../platform/print-shop/csv.ts';
import { PRINT_FILE } from '../../platform/print-shop/packet.ts';
import type { NeededPiece } from './prints.sql.ts';

/** `fraisier-2026-12-impression-1.zip` */
export function packetFileName(order: { run_slug: string; number: number }): string {
  return `fraisier-${order.run_slug}-impression-${order.number}.zip`;
}

/** The papers speak French: the print shop does. */
export const fabricName = (id: string | null) => (isFabricId(id) ? fabrics[id].nameFr : (id ?? ''));
export const cutName = (id: string | null) => (isCut(id) ? cuts[id].nameFr : (id ?? ''));

/**
 * One row a piece. A label stands between « and », which are not sewn: its spaces are seen, and a label that begins with
 * a hyphen is no formula.
 */
export function piecesCsv(pieces: readonly NeededPiece[]): Buffer {
  const header = ['numéro', 'taille', 'coupe', 'tissu', 'étiquette'];
  const rows = pieces.map((piece) => [
    piece.number,
    piece.size ?? '',
    cutName(piece.cut),
    fabricName(piece.fabric),
    piece.label === null ? '' : `«${piece.label}»`,
  ]);
  return Buffer.from(csvText([header, ...rows]));
}

export interface ReadmeFacts {
  readonly run: string;
  readonly number: number;
  readonly title: string;
  readonly pieces: number;
  readonly day: string;
  readonly artworkSha256: string;
  readonly made: PrintFile & { readonly sha256: string };
  readonly sheetSha256: string;
  readonly csvSha256: string;
}

export function readmeText(facts: ReadmeFacts): Buffer {
  const { made } = facts;
  const lines = [
    `Tirage ${facts.run}, impression nº ${facts.number}, ${facts.day}`,
    `« ${facts.title} », ${facts.pieces} ${facts.pieces === 1 ? 'pièce' : 'pièces'}`,
    '',
    `${PRINT_FILE}`,
    `  ${made.widthPx} × ${made.heightPx} pixels, ${made.dpi} points par pouce, ${mm(made.widthMm)} × ${mm(made.heightMm)} mm.`,
    '  Fond transparent. Imprimez à 100 %, sans mise à l’échelle.',
    `  ${resamplingText(made)}`,
    `  SHA-256 ${made.sha256}`,
    '',
    'sheet.pdf',
    '  La feuille d’atelier : tissu, encres, position, tailles.',
    `  SHA-256 ${facts.sheetSha256}`,
    '',
    'pieces.csv',
    '  Une ligne par pièce, en UTF-8. L’étiquette se coud exactement comme elle est écrite entre « et ».',
    `  SHA-256 ${facts.csvSha256}`,
    '',
    'Fichier déposé, celui qui a été voté',
    `  SHA-256 ${facts.artworkSha256}`,
    '',
  ];
  return Buffer.from(
    lines.join('\r\n').replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»').replaceAll(' :', '\u00a0:'),
  );
}

/** What was done to the pixels on the way from the file that was voted on, as a printer wants to know it. */
export function resamplingText({
  unaltered,
  originalDpi,
  dpi,
}: Pick<PrintFile, 'unaltered' | 'originalDpi' | 'dpi'>): string {
  if (unaltered) return 'Pixels du fichier déposé, sans rééchantillonnage.';
  const act = originalDpi < dpi ? 'Agrandi' : originalDpi > dpi ? 'Réduit' : 'Rééchantillonné';
  return `${act} une fois\u00a0: le fichier déposé fait ${originalDpi} dpi à cette taille.`;
}

/** `300`, `299,9` */
export function mm(value: number): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(value);
}
