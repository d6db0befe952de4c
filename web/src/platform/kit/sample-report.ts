import type { ReportFinding } from '../../cycle/submissions/preflight/report-lines.ts';

/** A file with faults, and what the reader of files finds in it. */
export const area = { widthMm: 300, heightMm: 360 };
export const print = { method: 'screen', safeMarginMm: 5, goodDpi: 200, leastDpi: 150 } as const;
export const file = { format: 'png', width: 1950, height: 2340, bytes: 1_240_000 };
const at = (left: number, top: number, width = 30, height = 30) => ({ left, top, width, height });

export const found: readonly ReportFinding[] = [
  { code: 'too_small', level: 'block', values: { width: 1950, height: 2340, least: 2000 }, places: [] },
  {
    code: 'resolution',
    level: 'warn',
    values: { dpi: 165, goodDpi: 200, goodWidthMm: 247, goodHeightMm: 297 },
    places: [],
  },
  {
    code: 'thin_lines',
    level: 'warn',
    values: { leastMm: 0.4, thinnestMm: 0.36, percent: 2.1 },
    places: [at(290, 320, 80, 40), at(560, 300), at(420, 560, 60, 60), at(200, 610), at(690, 590)],
  },
  {
    code: 'strays',
    level: 'warn',
    values: { count: 3, largestMm: 0.6 },
    places: [at(60, 80), at(900, 140), at(870, 905)],
  },
  { code: 'transparency', level: 'ok', values: { opaquePercent: 41.2 }, places: [] },
  { code: 'edge', level: 'ok', values: { nearestMm: 24, leastMm: 5 }, places: [] },
  { code: 'inks', level: 'ok', values: { count: 3, most: 6, photographic: 0 }, places: [] },
  { code: 'colour', level: 'ok', values: { space: 'display-p3', depth: 8 }, places: [] },
];
export const inks = [
  { hex: '#181011', coverage: 0.62 },
  { hex: '#e5263e', coverage: 0.3 },
  { hex: '#f5f4ef', coverage: 0.08 },
];
