import { MM_PER_INCH } from './inch.ts';
/** What a file may be and how well it prints, from measured facts. Thin rules; no decoding and no measuring here. */

import type { ArtworkMeasures } from './artwork/measure-artwork.ts';
import { type ColourFacts, measuredFindings } from './artwork/measured-findings.ts';
import type { Place } from './artwork/place.ts';
import type { FabricId } from './garments.ts';
import { dpiAt, type Placement, printedSize } from './placement.ts';
import type { PrintMethod, PrintPromise } from './print-promise.ts';

export interface PrintArea {
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface ArtworkLimits {
  readonly maxBytes: number;
  readonly maxSidePx: number;
  readonly maxPixels: number;
  readonly minSidePx: number;
  /** Prints well from here. */
  readonly goodDpi: number;
  /** Visibly soft below. */
  readonly leastDpi: number;
  /** The part of the print area, in percent, below which a long shape leaves much of it empty. */
  readonly leastAreaPercent: number;
  readonly method: PrintMethod;
  readonly mostInks: number;
  readonly leastLineMm: number;
  readonly safeMarginMm: number;
}

/**
 * - 60 MB: about what 30 × 36 cm at 300 dpi weighs with no compression at all (3,543 × 4,252 px of 4 bytes).
 * - 12,000 px a side: a 3.4 KB PNG of 524,320 × 32 px cost 1 GB of memory, so pixels alone are no limit.
 * - 64 million pixels: 30 × 36 cm at 600 dpi passes; decoding stays near the 550 MB measured at 7,700 × 7,700.
 * - 1,000 px a side: 127 mm at 200 dpi. Anything smaller is a badge, not the front of a shirt.
 *
 * The rest is what a shop begins with; each round has its own (`limitsOf`).
 */
export const ARTWORK_LIMITS: ArtworkLimits = {
  maxBytes: 60_000_000,
  maxSidePx: 12_000,
  maxPixels: 64_000_000,
  minSidePx: 1_000,
  goodDpi: 200,
  leastDpi: 150,
  leastAreaPercent: 50,
  method: 'screen',
  mostInks: 6,
  leastLineMm: 0.4,
  safeMarginMm: 5,
};

/** The limits of a round. */
export function limitsOf({
  maxInks,
  print,
}: {
  readonly maxInks: number;
  readonly print: PrintPromise;
}): ArtworkLimits {
  return { ...ARTWORK_LIMITS, mostInks: maxInks, ...print };
}

/** As fine as any print shop asks for. */
export const BEST_DPI = 300;

export const artworkFormats = ['png', 'jpeg', 'webp'] as const;

export interface ArtworkFacts {
  /** As told by the content, never by name or declared type. */
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  /** The part of the pixels that is not fully transparent, 0 to 1. */
  readonly opaqueShare: number;
  readonly bytes: number;
  /** The longest side the shop takes, where it is stricter than the limits. */
  readonly sidesLimit?: number;
  readonly printArea: PrintArea;
  /** Where its designer put it; as large as fits where nobody did. */
  readonly placement?: Placement | null | undefined;
  /** What its pixels told; without them only the file itself is judged. */
  readonly measures?: ArtworkMeasures | undefined;
  /** What it is to be printed on, where it was chosen already. */
  readonly fabric?: FabricId | undefined;
  /** Unknown where only a browser has seen the file. */
  readonly colour?: ColourFacts | undefined;
}

/** In the order of the report. */
export const findingCodes = [
  'format',
  'file_size',
  'side_too_long',
  'too_many_pixels',
  'too_small',
  'resolution',
  'transparency',
  'blank',
  'shape',
  'background',
  'halo',
  'strays',
  'edge',
  'empty_margin',
  'thin_lines',
  'inks',
  'contrast',
  'colour',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One line of the pre-flight report. `block` refuses the file, `warn` is advice, `ok` is said too. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: 'block' | 'warn' | 'ok';
  readonly values: Readonly<Record<string, number | string>>;
  /** Where on the picture, the worst first; none for what has no place. */
  readonly places: readonly Place[];
}

export interface SizeMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** The largest size of a picture of w × h pixels that fits into the area, to the nearest millimetre, never above it. */
export function fitInto(printArea: PrintArea, w: number, h: number): SizeMm {
  // Compared by cross-multiplication: which side meets the edge must not hang on a rounded quotient.
  return w * printArea.heightMm >= h * printArea.widthMm
    ? { widthMm: printArea.widthMm, heightMm: wholeMm(h * printArea.widthMm, w) }
    : { widthMm: wholeMm(w * printArea.heightMm, h), heightMm: printArea.heightMm };
}

function wholeMm(product: number, side: number): number {
  return Math.max(1, Math.round(product / side));
}

/** The part of a picture, about a square millimetre of a full print, below which nothing is on it. */
const LEAST_SEEN = 0.000_01;

/** Pixels to the inch when the picture fills the area, to the nearest whole. */
export function dpiInto(printArea: PrintArea, w: number, h: number): number {
  return Math.round(
    w * printArea.heightMm >= h * printArea.widthMm
      ? (w * 254) / (printArea.widthMm * 10)
      : (h * 254) / (printArea.heightMm * 10),
  );
}

/** The largest size at which the picture keeps `dpi`, not above the area. */
export function largestAt(dpi: number, printArea: PrintArea, w: number, h: number): SizeMm {
  const fitted = fitInto(printArea, w, h);
  if (dpiInto(printArea, w, h) >= dpi) return fitted;
  return { widthMm: Math.floor((w * 254) / (dpi * 10)), heightMm: Math.floor((h * 254) / (dpi * 10)) };
}

/**
 * The whole report, one finding a check, in a fixed order. A file with no `block` can be taken. Of an empty picture
 * nothing is said of what is drawn.
 */
export function checkArtwork(facts: ArtworkFacts, limits: ArtworkLimits = ARTWORK_LIMITS): Finding[] {
  const { format, width, height, bytes } = facts;
  const longest = Math.min(limits.maxSidePx, facts.sidesLimit ?? limits.maxSidePx);
  const findings: Finding[] = [
    block('format', (artworkFormats as readonly string[]).includes(format), { format }),
    block('file_size', bytes <= limits.maxBytes, { bytes, most: limits.maxBytes }),
    block('side_too_long', Math.max(width, height) <= longest, { width, height, most: longest }),
    block('too_many_pixels', width * height <= limits.maxPixels, { pixels: width * height, most: limits.maxPixels }),
    block('too_small', Math.min(width, height) >= limits.minSidePx, { width, height, least: limits.minSidePx }),
  ];
  if (width < 1 || height < 1) return findings;
  return [
    ...findings,
    resolution(facts, limits),
    transparency(facts),
    blank(facts),
    shape(facts, limits),
    ...(facts.measures ? measuredFindings({ ...facts, measures: facts.measures }, limits) : []),
  ];
}

/** No `block`: the file can be printed, be it with advice. */
export function canBeTaken(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.level !== 'block');
}

function block(code: FindingCode, passes: boolean, values: Finding['values']): Finding {
  return { code, level: passes ? 'ok' : 'block', values, places: [] };
}

/** In mm: softer edges are seen on a shirt from where one reads it. */
const LEAST_SOFT_MM = 0.35;

/**
 * Never blocks: a picture with few pixels prints well when it prints smaller, and the finding says how large. One that
 * was enlarged is judged by what is in it (`sharpDpi`), not by its pixels.
 */
function resolution(facts: ArtworkFacts, limits: ArtworkLimits): Finding {
  const { printArea, measures } = facts;
  const dpi = dpiAt(printArea, facts, facts.placement ?? null);
  const printed = wholeSize(facts);
  const softMm = measures?.softMm ?? 0;
  const sharpDpi = softMm >= LEAST_SOFT_MM ? Math.max(1, Math.min(dpi, Math.round(MM_PER_INCH / softMm))) : dpi;
  const isEnlarged = sharpDpi < Math.min(dpi, limits.goodDpi);
  const [width, height] = [facts.width, facts.height].map((side) => (isEnlarged ? (side * sharpDpi) / dpi : side)) as [
    number,
    number,
  ];
  const good = largestAt(limits.goodDpi, printArea, width, height);
  const least = largestAt(limits.leastDpi, printArea, width, height);
  const best = largestAt(BEST_DPI, printArea, width, height);
  return {
    code: 'resolution',
    level: dpi >= limits.goodDpi && !isEnlarged ? 'ok' : 'warn',
    values: {
      dpi,
      ...(isEnlarged ? { sharpDpi } : {}),
      goodDpi: limits.goodDpi,
      leastDpi: limits.leastDpi,
      widthMm: printed.widthMm,
      heightMm: printed.heightMm,
      goodWidthMm: good.widthMm,
      goodHeightMm: good.heightMm,
      leastWidthMm: least.widthMm,
      leastHeightMm: least.heightMm,
      bestDpi: BEST_DPI,
      bestWidthMm: best.widthMm,
      bestHeightMm: best.heightMm,
    },
    places: [],
  };
}

/**
 * Without transparency the design prints as a full rectangle, which may be meant. A brush or an eraser may have left a
 * veil that nobody sees over all of it, which is no ground.
 */
function transparency({ format, hasAlpha, opaqueShare, measures }: ArtworkFacts): Finding {
  const covered = hasAlpha ? Math.min(opaqueShare, measures?.seenShare ?? 1) : 1;
  return {
    code: 'transparency',
    level: covered < 1 ? 'ok' : 'warn',
    values: { format, alpha: hasAlpha ? 1 : 0, opaquePercent: percent(covered) },
    places: [],
  };
}

/** A drawing of one fine line covers less than a thousandth of its file, and is one. */
function blank({ hasAlpha, opaqueShare, measures }: ArtworkFacts): Finding {
  const inked = !hasAlpha || (measures?.seenShare ?? opaqueShare) >= LEAST_SEEN;
  return {
    code: 'blank',
    level: inked ? 'ok' : 'block',
    values: { opaquePercent: hasAlpha ? percent(opaqueShare) : 100 },
    places: [],
  };
}

/** Judged as if it filled the area: who makes it smaller means to. */
function shape(facts: ArtworkFacts, limits: ArtworkLimits): Finding {
  const { printArea, width, height } = facts;
  const percentOf = (size: SizeMm) =>
    Math.round((100 * size.widthMm * size.heightMm) / (printArea.widthMm * printArea.heightMm));
  const printed = wholeSize(facts);
  return {
    code: 'shape',
    level: percentOf(fitInto(printArea, width, height)) >= limits.leastAreaPercent ? 'ok' : 'warn',
    values: { ...printed, areaPercent: percentOf(printed) },
    places: [],
  };
}

/** The size at which it prints, to the nearest millimetre. */
function wholeSize(facts: ArtworkFacts): SizeMm {
  const { widthMm, heightMm } = printedSize(facts.printArea, facts, facts.placement ?? null);
  return { widthMm: wholeMm(widthMm, 1), heightMm: wholeMm(heightMm, 1) };
}

/** Tenths of a percent are enough for a report. */
function percent(share: number): number {
  return Math.round(share * 1_000) / 10;
}
