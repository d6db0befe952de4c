import { ink, type Pdf, put, rule, soft } from '../../platform/pdf/pdf.ts';
import { MARGIN, type SheetFacts, WIDTH } from './print-sheet.ts';
import { cutName, fabricName } from './print-words.ts';

const FIRST_COLUMN = 150;

/** Pieces by fabric, cut and size, with their sums. */
export function putMatrix(pdf: Pdf, { matrix, sizes, count }: SheetFacts, top: number): number {
  const column = (WIDTH - FIRST_COLUMN) / (sizes.length + 1);
  const at = (index: number) => MARGIN + FIRST_COLUMN + index * column;
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
  return figure(String(count), sizes.length, y, true);
}
