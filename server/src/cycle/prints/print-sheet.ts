import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { colourName } from '@fraisier/shared/cycle/colour-names.ts';
import { fabrics } from '@fraisier/shared/cycle/garments.ts';
import { MM_PER_INCH } from '@fraisier/shared/cycle/inch.ts';
import { BELOW_COLLAR_MM } from '@fraisier/shared/cycle/placement.ts';
import type { Plate, PrintFile } from '../../platform/images/images.ts';
import {
  A4,
  createPdf,
  finishPdf,
  hairline,
  ink,
  loadPicture,
  type Pdf,
  put,
  putMark,
  rule,
  soft,
} from '../../platform/pdf/pdf.ts';
import type { PrintFacts } from './print-facts.ts';
import { fabricName, mm, percent, placeText, unseparatedText } from './print-words.ts';
import { addLabelPages } from './sheet-labels.ts';
import { putMatrix } from './sheet-matrix.ts';
import { addPlatesPage } from './sheet-plates.ts';
import type { Matrix } from './size-matrix.ts';

export const MARGIN = 51;
export const WIDTH = A4.width - 2 * MARGIN;
/** The print area on paper, with fabric around it. */
const PANEL = { width: 262, height: 300, hem: 15 } as const;
const COLUMN = 24;

export interface LabelledPiece {
  readonly number: number;
  readonly size: string | null;
  readonly label: string;
}

export interface SheetFacts {
  readonly shopName: string;
  readonly run: string;
  readonly number: number;
  readonly day: string;
  readonly at: Date;
  readonly design: DesignCard;
  readonly count: number;
  readonly labelled: readonly LabelledPiece[];
  readonly matrix: Matrix;
  readonly sizes: readonly string[];
  readonly area: { readonly widthMm: number; readonly heightMm: number };
  readonly made: PrintFile;
  readonly facts: PrintFacts;
  readonly plates: readonly Plate[];
  readonly printSha256: string;
  readonly artworkSha256: string;
}

/** The sheets that lie beside the press: what is printed, on what, where, how many of each size; then its plates. */
export async function printSheet(facts: SheetFacts): Promise<Buffer> {
  const pdf = createPdf({
    title: `Impression ${facts.number}, tirage ${facts.run}`,
    author: facts.shopName,
    language: 'fr',
    date: facts.at,
  });
  pdf.addPage();
  let y = putHead(pdf, facts);
  const art = await loadPicture(pdf, Buffer.from(facts.made.preview, 'base64'));
  const below = Math.max(putArt(pdf, facts, { art, top: y }), putFacts(pdf, facts, MARGIN + PANEL.width + COLUMN, y));
  y = putMatrix(pdf, facts, below + 20) + 22;
  putHashes(pdf, facts, Math.max(y, 712));
  if (facts.plates.length > 0) await addPlatesPage(pdf, facts);
  addLabelPages(pdf, facts);
  return finishPdf(pdf);
}

function putHead(pdf: Pdf, facts: SheetFacts): number {
  putMark(pdf, MARGIN, 46, 26);
  put(pdf, facts.shopName, MARGIN + 31, 50, { face: 'title', size: 17 });
  put(pdf, facts.day, MARGIN + WIDTH - 200, 55, { width: 200, align: 'right', color: soft });
  let y = put(pdf, facts.design.title, MARGIN, 96, { face: 'title', size: 30, width: WIDTH, lineGap: -4 }) + 6;
  const by = facts.design.designer ? `${facts.design.designer.name}. ` : '';
  const count = `${facts.count} ${facts.count === 1 ? 'pièce' : 'pièces'}`;
  y = put(pdf, `${by}Tirage ${facts.run}, impression nº\u00a0${facts.number}, ${count}.`, MARGIN, y, {
    size: 10.5,
    color: soft,
  });
  rule(pdf, MARGIN, y + 14, WIDTH, { weight: 2, color: ink });
  return y + 30;
}

/** The art to scale in its print area, on the fabric it is for, with its measures. */
function putArt(
  pdf: Pdf,
  { area, made, facts, design }: SheetFacts,
  { art: picture, top }: { art: PDFKit.Mixins.ImageSrc; top: number },
): number {
  const scale = Math.min((PANEL.width - 2 * PANEL.hem) / area.widthMm, (PANEL.height - 2 * PANEL.hem) / area.heightMm);
  const [width, height] = [area.widthMm * scale, area.heightMm * scale];
  const panel = { width: width + 2 * PANEL.hem, height: height + 2 * PANEL.hem };
  const fabric = fabrics[facts.fabrics[0] ?? design.fabric];
  const [x, y] = [MARGIN, top + 18];
  pdf.rect(x, y, panel.width, panel.height).lineWidth(0.5).fillAndStroke(fabric.hex, hairline);
  const [left, up] = [x + PANEL.hem, y + PANEL.hem];
  const line = fabric.dark ? '#ffffff' : ink;
  pdf.save().opacity(0.45);
  pdf.rect(left, up, width, height).lineWidth(0.5).dash(2.5, { space: 2.5 }).stroke(line).undash();
  pdf.restore();
  const art = { width: made.widthMm * scale, height: made.heightMm * scale };
  const artLeft = left + (width - art.width) / 2 + facts.place.fromCentreMm * scale;
  const artTop = up + (facts.place.belowCollarMm - BELOW_COLLAR_MM) * scale;
  pdf.image(picture, artLeft, artTop, art);
  putCentreLine(pdf, { x: left + width / 2, top: y, bottom: y + panel.height, color: line });
  measure(
    pdf,
    { from: artLeft, to: artLeft + art.width, at: y - 8, across: true },
    `${mm(made.widthMm, 'fr')}\u00a0mm`,
  );
  measure(
    pdf,
    { from: artTop, to: artTop + art.height, at: x + panel.width + 8, across: false },
    `${mm(made.heightMm, 'fr')}\u00a0mm`,
  );
  const ratio = mm(Math.round((72 / MM_PER_INCH / scale) * 10) / 10, 'fr');
  return put(
    pdf,
    `Zone d’impression de ${area.widthMm} × ${area.heightMm}\u00a0mm, en pointillé, avec la ligne du centre. Échelle 1:${ratio}.`,
    x,
    y + panel.height + 6,
    { size: 8, color: soft, width: panel.width },
  );
}

/** In the hem, above and below the print area: it must not cross the art. */
function putCentreLine(
  pdf: Pdf,
  { x, top, bottom, color }: { x: number; top: number; bottom: number; color: string },
): void {
  pdf.lineWidth(0.6).strokeColor(color);
  for (const end of [top, bottom - PANEL.hem]) {
    pdf
      .moveTo(x, end + 2)
      .lineTo(x, end + PANEL.hem - 2)
      .stroke();
  }
}

/** A line with its length, as on a plan. */
function measure(
  pdf: Pdf,
  { from, to, at, across }: { from: number; to: number; at: number; across: boolean },
  text: string,
): void {
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    across ? pdf.moveTo(x1, y1).lineTo(x2, y2) : pdf.moveTo(y1, x1).lineTo(y2, x2);
  pdf.lineWidth(0.6).strokeColor(soft);
  line(from, at, to, at).stroke();
  for (const end of [from, to]) line(end, at - 3, end, at + 3).stroke();
  const middle = (from + to) / 2;
  pdf.save();
  if (!across) pdf.rotate(-90, { origin: [at, middle] });
  const [x, y] = across ? [middle, at] : [at, middle];
  const width = 58;
  pdf.rect(x - width / 2, y - 5, width, 10).fill('#ffffff');
  pdf.font('strong').fontSize(8.5).fillColor(ink);
  pdf.text(text, x - width / 2, y - 4.5, { width, align: 'center', lineBreak: false });
  pdf.restore();
}

function putFacts(pdf: Pdf, facts: SheetFacts, x: number, top: number): number {
  const width = MARGIN + WIDTH - x;
  const { made, facts: about, area, design } = facts;
  let y = top;
  const fact = (name: string, value: string) => {
    y = put(pdf, name, x, y, { size: 8.5, color: soft, width });
    y = put(pdf, value, x, y, { face: 'strong', size: 10, width }) + 7;
  };
  const on = about.fabrics.length > 0 ? about.fabrics : [design.fabric];
  for (const [index, id] of on.entries()) {
    pdf
      .rect(x + width - 22 - index * 26, y, 22, 22)
      .lineWidth(0.5)
      .fillAndStroke(fabrics[id].hex, hairline);
  }
  fact(on.length > 1 ? 'Tissus' : 'Tissu', on.map((id) => `${fabricName(id)}, ${fabrics[id].hex}`).join('\n'));
  fact('Taille imprimée', `${mm(made.widthMm, 'fr')} × ${mm(made.heightMm, 'fr')}\u00a0mm, à 100\u00a0%`);
  fact(
    'Position',
    `${placeText(about, 'fr')} La zone de ${mm(area.widthMm, 'fr')} × ${mm(area.heightMm, 'fr')}\u00a0mm commence à ${BELOW_COLLAR_MM}\u00a0mm.`,
  );
  fact(
    'Fichier',
    `${made.widthPx} × ${made.heightPx}\u00a0pixels, ${made.dpi}\u00a0dpi. Pixels du fichier déposé, sans rééchantillonnage.`,
  );
  const labels = facts.labelled.length;
  if (labels > 0) {
    const some = labels === 1 ? '1 pièce' : `${labels} pièces`;
    fact('Étiquettes à coudre', `${some}, à la fin de la feuille et dans pieces.csv`);
  }
  const passes = facts.plates.length;
  if (passes > 0) fact('Sérigraphie', `${passes} ${passes === 1 ? 'passage' : 'passages'}, plaques à la page 2`);
  else
    fact(
      'Plaques',
      unseparatedText(about, 'fr')
        .replace('Pas de plaques\u00a0: ', '')
        .replace(/^./, (one) => one.toUpperCase()),
    );
  if (design.inks.length > 0) y = putInks(pdf, facts, { x, y, width });
  return y;
}

/** Each ink with what a press calls it, and how much of the motif it is. */
function putInks(pdf: Pdf, { design }: SheetFacts, { x, y, width }: { x: number; y: number; width: number }): number {
  let below = put(pdf, 'Encres relevées dans le fichier', x, y, { size: 8.5, color: soft, width }) + 4;
  for (const one of design.inks) {
    pdf
      .circle(x + 6, below + 5.5, 6)
      .lineWidth(0.5)
      .fillAndStroke(one.hex, hairline);
    put(pdf, one.hex, x + 19, below, { face: 'strong', size: 9, tabular: true });
    put(pdf, colourName(one.hex).fr, x + 66, below, { size: 9 });
    put(pdf, percent(one.coverage, 'fr'), x + width - 50, below, { size: 9, width: 50, align: 'right', tabular: true });
    below += 17;
  }
  return below;
}

function putHashes(pdf: Pdf, { artworkSha256, printSha256, made }: SheetFacts, y: number): void {
  rule(pdf, MARGIN, y, WIDTH);
  let below = y + 9;
  const line = (name: string, hash: string) => {
    put(pdf, name, MARGIN, below, { size: 8, color: soft });
    below = put(pdf, hash, MARGIN + 120, below, { size: 8, tabular: true }) + 2;
  };
  line('Fichier voté, SHA-256', artworkSha256);
  line('print-file.png, SHA-256', printSha256);
  line('Leurs pixels, SHA-256', made.pixelsSha256);
  put(
    pdf,
    'Une pièce qui ne sort pas bonne revient avec les autres, comptée à part. On la réimprime sous le même numéro.',
    MARGIN,
    below + 6,
    { size: 8.5, color: soft, width: WIDTH },
  );
}
