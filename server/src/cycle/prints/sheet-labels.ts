import { hairline, ink, type Pdf, put, rule, soft } from '../../platform/pdf/pdf.ts';
import { MARGIN, type SheetFacts, WIDTH } from './print-sheet.ts';

const COLUMNS = 2;
const ROW = 26;
const TOP = 118;
const ROWS = 24;
const GUTTER = 28;

/** The labels as they are sewn, in the font they are sewn in, each with its piece. */
export function addLabelPages(pdf: Pdf, { labelled, run, number }: SheetFacts): void {
  const perPage = COLUMNS * ROWS;
  const width = (WIDTH - GUTTER) / COLUMNS;
  for (const [index, piece] of labelled.entries()) {
    const place = index % perPage;
    if (place === 0) {
      pdf.addPage();
      put(pdf, `Tirage ${run}, impression nº\u00a0${number}`, MARGIN, 46, { size: 9.5, color: soft });
      put(pdf, labelled.length === 1 ? 'Une étiquette' : `${labelled.length} étiquettes`, MARGIN, 60, {
        face: 'title',
        size: 26,
      });
      rule(pdf, MARGIN, 98, WIDTH, { weight: 2, color: ink });
    }
    const x = MARGIN + Math.floor(place / ROWS) * (width + GUTTER);
    const y = TOP + (place % ROWS) * ROW;
    put(pdf, `nº\u00a0${piece.number}`, x, y + 3, { size: 9, color: soft, tabular: true });
    put(pdf, piece.size ?? '', x + 46, y + 3, { size: 9, color: soft });
    put(pdf, piece.label, x + 76, y, { face: 'title', size: 13 });
    rule(pdf, x, y + ROW - 7, width, { color: hairline });
  }
}
