/** `screen`: spot colours, one plate an ink. `digital`: any colours in one pass. */
export const printMethods = ['screen', 'digital'] as const;
export type PrintMethod = (typeof printMethods)[number];

/** What a round says of its prints: the same on the wire. */
export interface PrintPromise {
  readonly method: PrintMethod;
  /** The thinnest line, and the thinnest gap, that the method prints. */
  readonly leastLineMm: number;
  /** What comes nearer to the edge of the print area may be cut when the shirt is laid. */
  readonly safeMarginMm: number;
  readonly goodDpi: number;
  readonly leastDpi: number;
}
