import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { fabrics, isFabricId } from '@fraisier/shared/cycle/garments.ts';
import type { PrintFile } from '../../platform/images/images.ts';
import { A4, createPdf, finishPdf, hairline, ink, type Pdf, put, putMark, rule, soft } from '../../platform/pdf/pdf.ts';
import { cutName, fabricName, mm, resamplingText } from './packet-papers.ts';
import type { Matrix } from './size-matrix.ts';

const MARGIN = 51;
const WIDTH = A4.width - 2 * MARGIN;
const PREVIEW = { width: 230, height: 253 } as const;

/** Where the print begins, as the preview shows it. */
const BELOW_COLLAR_MM = 15;

export interface SheetFacts {
  readonly shopName: string;
  readonly run: string;
  readonly number: number;
  readonly day: string;
  readonly at: Date;
  readonly design: DesignCard;
  readonly pieces: number;
  readonly labels: number;
  readonly matrix: Matrix;
  readonly sizes: readonly string[];
  readonly area: { readonly widthMm: number; readonly heightMm: number };
  readonly made: PrintFile & { readonly sha256: string };
  readonly artworkSha256: string;
  /** JPEG or PNG. */
  readonly preview: Buffer | null;
}

/** The sheet that lies beside the press: what is printed, on what, where, how many of each size. */
export function printSheet(facts: SheetFacts): Promise<Buffer> {
  const pdf = createPdf({
    title: `Impression ${facts.number}, tirage ${facts.run}`,
    author: facts.shopName,
    language: 'fr',
    date: facts.at,
  });
  pdf.addPage();
  putMark(pdf, MARGIN, 46, 26);
  put(pdf, facts.shopName, MARGIN + 31, 50, { face: 'title', size: 17 });
  put(pdf, facts.day, MARGIN + WIDTH - 200, 55, { width: 200, align: 'right', color: soft });

  let y = put(pdf, facts.design.title, MARGIN, 104, { face: 'title', size: 30, width: WIDTH, lineGap: -4 }) + 6;
  const by = facts.design.designer ? `${facts.design.designer.name}. ` : '';
  const count = `${facts.pieces} ${facts.pieces === 1 ? 'pièce' : 'pièces'}`;
  y = put(pdf, `${by}Tirage ${facts.run}, impression nº\u00a0${facts.number}, ${count}.`, MARGIN, y, {
    size: 10.5,
    color: soft,
  });
  y += 18;
  rule(pdf, MARGIN, y, WIDTH, { weight: 2, color: ink });
  y += 14;
  putPreview(pdf, facts.preview, y);
  const below = putFacts(pdf, facts, MARGIN + PREVIEW.width + 28, y);
  y = Math.max(below, y + PREVIEW.height) + 24;
  y = putMatrix(pdf, facts, y) + 26;
  putHashes(pdf, facts, Math.max(y, 690));
  return finishPdf(pdf);
}

function putPreview(pdf: Pdf, preview: Buffer | null, y: number): void {
  if (preview) {
    pdf.image(preview, MARGIN, y, { fit: [PREVIEW.width, PREVIEW.height], align: 'center', valign: 'center' });
    return;
  }
  pdf.rect(MARGIN, y, PREVIEW.width, PREVIEW.height).fill('#eef0eb');
  put(pdf, 'Aperçu indisponible. Le fichier d’impression fait foi.', MARGIN + 24, y + PREVIEW.height / 2 - 14, {
    width: PREVIEW.width - 48,
    color: soft,
  });
}

function putFacts(pdf: Pdf, facts: SheetFacts, x: number, top: number): number {
  const width = MARGIN + WIDTH - x;
  const { made, design } = facts;
  let y = top;
  const fact = (name: string, value: string) => {
    y = put(pdf, name, x, y, { size: 8.5, color: soft, width });
    y = put(pdf, value, x, y, { face: 'strong', size: 10.5, width }) + 9;
  };
  const hex = isFabricId(design.fabric) ? fabrics[design.fabric].hex : null;
  if (hex)
    pdf
      .rect(x + width - 26, y, 26, 26)
      .lineWidth(0.5)
      .fillAndStroke(hex, hairline);
  fact('Tissu', `${fabricName(design.fabric)}${hex ? `, ${hex}` : ''}`);
  fact('Taille imprimée', `${mm(made.widthMm)} × ${mm(made.heightMm)} mm, à 100\u00a0%`);
  fact(
    'Position',
    `Devant, centré. La zone de ${mm(facts.area.widthMm)} × ${mm(facts.area.heightMm)} mm commence ${BELOW_COLLAR_MM} mm sous la couture du col.`,
  );
  fact('Fichier', `${made.widthPx} × ${made.heightPx} pixels, ${made.dpi} dpi. ${resamplingText(made)}`);
  if (facts.labels > 0) {
    const some = facts.labels === 1 ? '1 pièce' : `${facts.labels} pièces`;
    fact('Étiquettes à coudre', `${some}, voir pieces.csv`);
  }
  if (design.inks.length > 0) {
    y = put(pdf, 'Encres relevées dans le fichier', x, y, { size: 8.5, color: soft, width }) + 3;
    for (const [index, one] of design.inks.entries()) {
      const left = x + (index % 2) * (width / 2);
      const row = y + Math.floor(index / 2) * 20;
      pdf
        .circle(left + 7, row + 6, 6.5)
        .lineWidth(0.5)
        .fillAndStroke(one.hex, hairline);
      put(pdf, `${one.hex}, ${percent(one.coverage)}`, left + 20, row, { size: 9.5, tabular: true });
    }
    y += Math.ceil(design.inks.length / 2) * 20;
  }
  return y;
}

function putMatrix(pdf: Pdf, { matrix, sizes, pieces }: SheetFacts, top: number): number {
  const first = 150;
  const column = (WIDTH - first) / (sizes.length + 1);
  const at = (index: number) => MARGIN + first + index * column;
  const figure = (text: string, index: number, y: number, strong = false) =>
    put(pdf, text, at(index), y, {
      face: strong ? 'strong' : 'text',
      size: 12,
      width: column - 4,
      align: 'right',
      tabular: true,
    });
  rule(pdf, MARGIN, top, WIDTH, { weight: 2, color: ink });
  let y = top + 9;
  for (const [index, name] of [...sizes, 'Total'].entries()) {
    put(pdf, name, at(index), y, { size: 9, color: soft, width: column - 4, align: 'right' });
  }
  y += 20;
  for (const row of matrix) {
    rule(pdf, MARGIN, y, WIDTH);
    y += 8;
    put(pdf, `${fabricName(row.fabric)}, ${cutName(row.cut).toLowerCase()}`, MARGIN, y + 1, { size: 10.5 });
    for (const [index, size] of sizes.entries()) figure(String(row.sizes[size] ?? 0), index, y);
    y = figure(String(row.total), sizes.length, y, true) + 6;
  }
  rule(pdf, MARGIN, y, WIDTH, { weight: 2, color: ink });
  y += 8;
  put(pdf, 'À imprimer', MARGIN, y + 1, { face: 'strong', size: 10.5 });
  for (const [index, size] of sizes.entries()) {
    figure(String(matrix.reduce((sum, row) => sum + (row.sizes[size] ?? 0), 0)), index, y, true);
  }
  return figure(String(pieces), sizes.length, y, true);
}

function putHashes(pdf: Pdf, { artworkSha256, made }: SheetFacts, y: number): void {
  rule(pdf, MARGIN, y, WIDTH);
  const line = (name: string, hash: string, at: number) => {
    put(pdf, name, MARGIN, at, { size: 8, color: soft });
    return put(pdf, hash, MARGIN + 120, at, { size: 8, tabular: true });
  };
  let below = line('Fichier voté, SHA-256', artworkSha256, y + 9);
  below = line('print-file.png, SHA-256', made.sha256, below + 2);
  put(
    pdf,
    'Une pièce qui ne sort pas bonne revient avec les autres, comptée à part. On la réimprime sous le même numéro.',
    MARGIN,
    below + 8,
    { size: 8.5, color: soft, width: WIDTH },
  );
}

function percent(share: number): string {
  return `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(share * 100)}\u00a0%`;
}
