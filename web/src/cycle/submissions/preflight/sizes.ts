import { BEST_DPI, fitInto, largestAt, type PrintArea, type SizeMm } from '@fraisier/shared/cycle/artwork-rules.ts';
import { MM_PER_INCH } from '@fraisier/shared/cycle/inch.ts';
import type { ReportFinding } from './report-lines.ts';
import { SIZES } from './use-chosen.ts';

export interface SizeAt extends SizeMm {
  readonly dpi: number;
  readonly grade: 'best' | 'good' | 'least';
  /** As large as the area lets it be: where it meets its edges. Null where it stays smaller. */
  readonly fills: 'both' | 'width' | 'height' | null;
}

/** How large a file prints at 300 dots per inch and at the round's two limits, never above the print area. */
export function sizesOf(
  file: { readonly width: number; readonly height: number },
  area: PrintArea,
  { goodDpi, leastDpi }: { readonly goodDpi: number; readonly leastDpi: number },
): SizeAt[] {
  if (file.width < 1 || file.height < 1) return [];
  const whole = fitInto(area, file.width, file.height);
  const grades = [
    ['best', BEST_DPI],
    ['good', goodDpi],
    ['least', leastDpi],
  ] as const;
  return grades.map(([grade, dpi]) => {
    const size = largestAt(dpi, area, file.width, file.height);
    const isWhole = size.widthMm >= whole.widthMm && size.heightMm >= whole.heightMm;
    return { ...size, dpi, grade, fills: isWhole ? edgesMet(size, area) : null };
  });
}

function edgesMet({ widthMm, heightMm }: SizeMm, area: PrintArea): 'both' | 'width' | 'height' {
  if (widthMm < area.widthMm) return 'height';
  return heightMm < area.heightMm ? 'width' : 'both';
}

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** As many pixels as there is something in: an enlarged file has more, and prints no larger for them. */
export function truePixels({ width, height }: Sides, findings: readonly ReportFinding[]): Sides {
  const { dpi, sharpDpi } = findings.find(({ code }) => code === SIZES)?.values ?? {};
  const share = dpi && sharpDpi ? Number(sharpDpi) / Number(dpi) : 1;
  return { width: width * share, height: height * share };
}

/** What the whole area takes at 300 dots per inch, across and down. */
export function pixelsAtBest({ widthMm, heightMm }: PrintArea): [width: number, height: number] {
  return [Math.round((widthMm * BEST_DPI) / MM_PER_INCH), Math.round((heightMm * BEST_DPI) / MM_PER_INCH)];
}
