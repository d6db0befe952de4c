import type { PrintArea, SizeMm } from './artwork-rules.ts';
import { MM_PER_INCH } from './inch.ts';
import type { Reason } from './reasons.ts';

/**
 * Where a design stands in the print area and how wide it prints, in whole millimetres. Without one it is as large as
 * fits, in the middle and at the top. Its height follows from the picture, and so does what is less than a millimetre:
 * no print is wider than fits, and one in the middle is exactly in the middle.
 */
export interface Placement {
  /** From the shirt's centre line to the middle of the picture; to the right, as one looks at it, above 0. */
  readonly fromCentreMm: number;
  /** From the upper edge of the print area to that of the picture. */
  readonly topMm: number;
  readonly widthMm: number;
}

/** What of a picture decides how it fits: its sides, in whatever unit. */
export interface Sides {
  readonly width: number;
  readonly height: number;
}

/** Where the picture lies in the print area, to the fraction. */
export interface PlacedBox extends SizeMm {
  readonly leftMm: number;
  readonly topMm: number;
}

export interface PlacementLimits {
  readonly leastWidthMm: number;
  readonly mostWidthMm: number;
  /** To either side. */
  readonly mostFromCentreMm: number;
  readonly mostTopMm: number;
}

/** The print area begins so far below the seam of the collar. */
export const BELOW_COLLAR_MM = 15;
/** The longer side of the smallest print: a badge. A press does not lay a shirt for less. */
export const LEAST_SIDE_MM = 50;
/** What is let go so near to the centre line was meant to be on it. */
export const SNAP_MM = 4;

/** Rounding of quotients must not keep a picture from the edge that it meets. */
const SLACK = 1e-6;

/** The width, to the fraction, at which the picture meets an edge of the area. */
function fittedWidth(area: PrintArea, { width, height }: Sides): number {
  return Math.min(area.widthMm, (area.heightMm * width) / height);
}

/** As it prints when nobody chose: as large as fits, in the middle, at the top. */
export function fittedPlacement(area: PrintArea, picture: Sides): Placement {
  return { fromCentreMm: 0, topMm: 0, widthMm: Math.max(1, Math.round(fittedWidth(area, picture))) };
}

/** The size at which it prints, to the fraction of a millimetre. */
export function printedSize(area: PrintArea, picture: Sides, placement: Placement | null): SizeMm {
  const fitted = fittedWidth(area, picture);
  const widthMm = Math.min(fitted, placement?.widthMm ?? fitted);
  return { widthMm, heightMm: (widthMm * picture.height) / picture.width };
}

/** Pixels to the inch at that size, to the nearest whole. */
export function dpiAt(area: PrintArea, picture: Sides, placement: Placement | null): number {
  return Math.round(pxPerMm(area, picture, placement) * MM_PER_INCH + SLACK);
}

/** Pixels of the picture to a millimetre of the print. */
export function pxPerMm(area: PrintArea, { width, height }: Sides, placement: Placement | null): number {
  // The largest of them is the print's: it meets an edge, or is as wide as was asked.
  return Math.max(width / area.widthMm, height / area.heightMm, placement ? width / placement.widthMm : 0);
}

export function placedBox(area: PrintArea, picture: Sides, placement: Placement | null): PlacedBox {
  const size = printedSize(area, picture, placement);
  return {
    ...size,
    leftMm: (area.widthMm - size.widthMm) / 2 + (placement?.fromCentreMm ?? 0),
    topMm: placement?.topMm ?? 0,
  };
}

/** How far a picture of that width may go, and how wide it may be. */
export function placementLimits(area: PrintArea, picture: Sides, widthMm: number): PlacementLimits {
  const mostWidthMm = fittedPlacement(area, picture).widthMm;
  const least = Math.ceil((LEAST_SIDE_MM * picture.width) / Math.max(picture.width, picture.height) - SLACK);
  const size = printedSize(area, picture, { fromCentreMm: 0, topMm: 0, widthMm: Math.max(1, widthMm) });
  return {
    leastWidthMm: Math.min(mostWidthMm, Math.max(1, least)),
    mostWidthMm,
    mostFromCentreMm: room((area.widthMm - size.widthMm) / 2),
    mostTopMm: room(area.heightMm - size.heightMm),
  };
}

function room(mm: number): number {
  return Math.max(0, Math.floor(mm + SLACK));
}

/** Every reason why it does not stand so within the print area. */
export function reasonsNotToPlaceAt(
  area: PrintArea,
  picture: Sides,
  placement: Placement,
): Reason<'placement_outside'>[] {
  const limits = placementLimits(area, picture, placement.widthMm);
  const { mostFromCentreMm } = limits;
  return [
    ...outside('widthMm', placement.widthMm, limits.leastWidthMm, limits.mostWidthMm),
    ...outside('fromCentreMm', placement.fromCentreMm, 0 - mostFromCentreMm, mostFromCentreMm),
    ...outside('topMm', placement.topMm, 0, limits.mostTopMm),
  ];
}

function outside(field: keyof Placement, value: number, least: number, most: number): Reason<'placement_outside'>[] {
  const isInside = Number.isInteger(value) && value >= least && value <= most;
  return isInside ? [] : [{ code: 'placement_outside', field, detail: `${value}/${least}/${most}` }];
}

/** The nearest that stands within the print area. */
export function clampPlacement(area: PrintArea, picture: Sides, placement: Placement): Placement {
  const { leastWidthMm, mostWidthMm } = placementLimits(area, picture, placement.widthMm);
  const widthMm = clamp(placement.widthMm, leastWidthMm, mostWidthMm);
  const { mostFromCentreMm, mostTopMm } = placementLimits(area, picture, widthMm);
  return {
    fromCentreMm: clamp(placement.fromCentreMm, 0 - mostFromCentreMm, mostFromCentreMm),
    topMm: clamp(placement.topMm, 0, mostTopMm),
    widthMm,
  };
}

function clamp(value: number, least: number, most: number): number {
  // `+ 0`: minus nothing is nothing.
  return Math.round(Math.min(most, Math.max(least, value))) + 0;
}

/** What was let go near the centre line is on it. */
export function snapToCentre(placement: Placement): Placement {
  return Math.abs(placement.fromCentreMm) <= SNAP_MM ? { ...placement, fromCentreMm: 0 } : placement;
}

/** The one that was chosen, as far as this picture in this area takes it; else as it prints when nobody chose. */
export function placementIn(area: PrintArea, picture: Sides, chosen: Placement | null): Placement {
  return chosen ? clampPlacement(area, picture, chosen) : fittedPlacement(area, picture);
}

/** What is kept of a choice: nothing where it is what would be anyway, so that another file or area is filled again. */
export function keptPlacement(area: PrintArea, picture: Sides, placement: Placement | null): Placement | null {
  if (placement === null) return null;
  const stands = clampPlacement(area, picture, placement);
  return isSamePlacement(stands, fittedPlacement(area, picture)) ? null : stands;
}

export function isSamePlacement(one: Placement | null, other: Placement | null): boolean {
  return one?.fromCentreMm === other?.fromCentreMm && one?.topMm === other?.topMm && one?.widthMm === other?.widthMm;
}

/** In a form there is only text: its three numbers with spaces between them. */
export const PLACEMENT_TEXT = '^(0|-?[1-9]\\d{0,2}) (0|[1-9]\\d{0,3}) [1-9]\\d{0,3}$';

export function placementText({ fromCentreMm, topMm, widthMm }: Placement): string {
  return `${fromCentreMm} ${topMm} ${widthMm}`;
}

/** Of a text that was found to be one. */
export function placementOfText(text: string): Placement {
  const [fromCentreMm = 0, topMm = 0, widthMm = 0] = text.split(' ').map(Number);
  return { fromCentreMm, topMm, widthMm };
}
