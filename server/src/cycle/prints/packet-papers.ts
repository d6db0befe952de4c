import { sha256 } from '../../platform/crypto/hash.ts';
import { csvText } from '../../platform/print-shop/csv.ts';
import type { MadeForPrint, PackedFile } from '../../platform/print-shop/packet.ts';
import { readmeText } from './packet-readme.ts';
import { printSheet, type SheetFacts } from './print-sheet.ts';
import { cutName, fabricName } from './print-words.ts';
import type { NeededPiece } from './prints.sql.ts';

/** `fraisier-2026-12-impression-1.zip` */
export function packetFileName(order: { run_slug: string; number: number }): string {
  return `fraisier-${order.run_slug}-impression-${order.number}.zip`;
}

export interface PacketFacts
  extends Omit<SheetFacts, 'made' | 'plates' | 'labelled' | 'count' | 'printSha256' | 'day'> {
  readonly day: { readonly fr: string; readonly en: string };
  readonly pieces: readonly NeededPiece[];
}

/** The sheet, the list of pieces, and a README that names every file with its hash. */
export async function packetPapers(
  made: MadeForPrint,
  { pieces, day, ...about }: PacketFacts,
): Promise<{ name: string; body: Buffer }[]> {
  const sheet = await printSheet({
    ...about,
    day: day.fr,
    made: made.made,
    plates: made.separation?.plates ?? [],
    printSha256: made.files[0]!.sha256,
    count: pieces.length,
    labelled: pieces.flatMap(({ number, size, label }) => (label === null ? [] : [{ number, size, label }])),
  });
  const csv = piecesCsv(pieces);
  const facts = (name: string, body: Buffer): PackedFile => ({
    name,
    bytes: body.length,
    sha256: sha256(body).toString('hex'),
  });
  const readme = readmeText({
    ...{ run: about.run, number: about.number, title: about.design.title, pieces: pieces.length, day },
    ...{ artworkSha256: about.artworkSha256, facts: about.facts, plates: made.separation?.plates ?? [] },
    files: [made.files[0]!, facts('sheet.pdf', sheet), facts('pieces.csv', csv), ...made.files.slice(1)],
  });
  return [
    { name: 'sheet.pdf', body: sheet },
    { name: 'pieces.csv', body: csv },
    { name: 'README.txt', body: readme },
  ];
}

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
