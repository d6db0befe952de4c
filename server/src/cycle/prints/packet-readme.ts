import type { Plate } from '../../platform/images/images.ts';
import type { PackedFile } from '../../platform/print-shop/packet.ts';
import type { PrintFacts } from './print-facts.ts';
import { colourText, mm, pixelsText, placeText, plateText, unseparatedText } from './print-words.ts';

export interface ReadmeFacts {
  readonly run: string;
  readonly number: number;
  readonly title: string;
  readonly pieces: number;
  readonly day: { readonly fr: string; readonly en: string };
  readonly artworkSha256: string;
  readonly facts: PrintFacts;
  readonly plates: readonly Plate[];
  readonly files: readonly PackedFile[];
}

/** What the packet holds and how to print from it, in French and then in English. */
export function readmeText(readme: ReadmeFacts): Buffer {
  const lines = [...french(readme), '', '-'.repeat(72), '', ...english(readme), ''];
  return Buffer.from(
    lines
      .join('\r\n')
      .replaceAll('« ', '«\u00a0')
      .replaceAll(' »', '\u00a0»')
      .replaceAll(/ ([:;?%])/g, '\u00a0$1'),
  );
}

function french({ run, number, title, pieces, day, artworkSha256, facts, plates, files }: ReadmeFacts): string[] {
  const hash = hashOf(files);
  return [
    `Tirage ${run}, impression nº ${number}, ${day.fr}`,
    `« ${title} », ${pieces} ${pieces === 1 ? 'pièce' : 'pièces'}`,
    '',
    'print-file.png',
    `  ${pixelsText(facts, 'fr')}`,
    '  Fond transparent. Imprimez à 100 %, sans mise à l’échelle.',
    `  ${placeText(facts, 'fr')}`,
    `  ${colourText(facts, 'fr')}`,
    `  SHA-256 ${hash('print-file.png')}`,
    `  SHA-256 des pixels ${facts.pixelsSha256}`,
    '',
    'sheet.pdf',
    '  La feuille d’atelier : tissu, encres, position, tailles, plaques.',
    `  SHA-256 ${hash('sheet.pdf')}`,
    '',
    'pieces.csv',
    '  Une ligne par pièce, en UTF-8. L’étiquette se coud exactement comme elle est écrite entre « et ».',
    `  SHA-256 ${hash('pieces.csv')}`,
    '',
    'Les plaques',
    ...(facts.plates === null
      ? [`  ${unseparatedText(facts, 'fr')}`]
      : [
          `  Un fichier PNG gris de 8 bits par encre, ${facts.plates.dpi} dpi, ${facts.plates.widthPx} × ${facts.plates.heightPx} pixels, à imprimer à 100 %.`,
          '  Ce sont des films positifs : noir = encre pleine, blanc = pas d’encre, gris = trame.',
          `  Le dessin commence à ${facts.plates.marginMm} mm du bord gauche et du bord haut. Les quatre cibles et les quatre coins sont aux mêmes points sur toutes les plaques ; l’échelle de tons du pied donne 10, 25, 50, 75 et 100 %.`,
          `  L’ordre est celui de l’impression : la sous-couche, puis de l’encre la plus claire à la plus foncée. L’encre claire passe de ${mm(facts.plates.trapMm, 'fr')} mm sous la foncée qui la touche (grossi-maigri).`,
          ...(facts.plates.chokeMm === null
            ? []
            : [
                `  La sous-couche blanche porte les encres plus claires que le tissu. Elle est rentrée de ${mm(facts.plates.chokeMm, 'fr')} mm.`,
              ]),
          '  La maille est une suggestion pour commencer : vous connaissez vos écrans.',
          '',
          ...plates.flatMap((plate) => [
            `  ${plate.file}`,
            `    ${plateText(plate, 'fr')}`,
            `    SHA-256 ${hash(plate.file)}`,
          ]),
        ]),
    '',
    'Fichier déposé, celui qui a été voté',
    `  SHA-256 ${artworkSha256}`,
    '  Le fichier d’impression a les mêmes pixels, comparés un à un ; il n’a plus que son profil de couleur et sa taille.',
  ];
}

function english({ run, number, title, pieces, day, artworkSha256, facts, plates, files }: ReadmeFacts): string[] {
  const hash = hashOf(files);
  return [
    `Run ${run}, print order ${number}, ${day.en}`,
    `“${title}”, ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}`,
    '',
    'print-file.png',
    `  ${pixelsText(facts, 'en')}`,
    '  Transparent ground. Print at 100%, without scaling.',
    `  ${placeText(facts, 'en')}`,
    `  ${colourText(facts, 'en')}`,
    `  SHA-256 ${hash('print-file.png')}`,
    `  SHA-256 of the pixels ${facts.pixelsSha256}`,
    '',
    'sheet.pdf',
    '  The sheet for the press: fabric, inks, position, sizes, plates.',
    '',
    'pieces.csv',
    '  One line a piece, in UTF-8. The label is sewn exactly as it stands between « and ».',
    '',
    'The plates',
    ...(facts.plates === null
      ? [`  ${unseparatedText(facts, 'en')}`]
      : [
          `  One grey PNG of 8 bits for each ink, ${facts.plates.dpi} dpi, ${facts.plates.widthPx} × ${facts.plates.heightPx} pixels, to be output at 100%.`,
          '  They are film positives: black = full ink, white = no ink, grey = halftone.',
          `  The art begins ${facts.plates.marginMm} mm from the left and from the top edge. The four targets and the four corners stand at the same points of every plate; the wedge at the foot is 10, 25, 50, 75 and 100%.`,
          `  Their order is that of printing: the underbase, then from the lightest ink to the darkest. A light ink goes on for ${mm(facts.plates.trapMm, 'en')} mm beneath a darker one that touches it (trap).`,
          ...(facts.plates.chokeMm === null
            ? []
            : [
                `  The white underbase carries the inks that are lighter than the fabric. It is choked by ${mm(facts.plates.chokeMm, 'en')} mm.`,
              ]),
          '  The mesh is a hint to start with: you know your screens.',
          '',
          ...plates.flatMap((plate) => [`  ${plate.file}`, `    ${plateText(plate, 'en')}`]),
        ]),
    '',
    'The uploaded file, the one that was voted on',
    `  SHA-256 ${artworkSha256}`,
    '  The print file has the same pixels, compared one by one; all that is left beside them is its colour profile and its size.',
  ];
}

const hashOf = (files: readonly PackedFile[]) => (name: string) =>
  files.find((file) => file.name === name)?.sha256 ?? '';
