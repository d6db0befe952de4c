import type { PrintArea } from '../artwork-rules.ts';
import type { PlacedBox } from '../placement.ts';
import type { Place } from './place.ts';
import { createMarks } from './places.ts';

/** The motif without its margins and strays, in pixels, ends included. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Edges {
  /** From the motif to the nearest edge of the print area, in mm. */
  readonly nearestMm: number;
  /** What lies inside the safe margin. */
  readonly places: readonly Place[];
}

export interface Laid {
  readonly area: PrintArea;
  /** Where the picture lies in it. */
  readonly lies: PlacedBox;
  readonly pxPerMm: number;
  readonly marginMm: number;
}

/**
 * How near the motif comes to the edges of the print area: a picture that is narrower than the area may be full to its
 * own sides.
 */
export function measureEdges(
  inked: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  box: Box,
  { area, lies, pxPerMm, marginMm }: Laid,
): Edges {
  const before = Math.max(0, lies.leftMm);
  const behind = Math.max(0, area.widthMm - lies.leftMm - width / pxPerMm);
  const above = lies.topMm;
  const below = Math.max(0, area.heightMm - lies.topMm - height / pxPerMm);
  const distances = [
    box.left / pxPerMm + before,
    (width - 1 - box.right) / pxPerMm + behind,
    box.top / pxPerMm + above,
    (height - 1 - box.bottom) / pxPerMm + below,
  ];
  const nearestMm = Math.min(...distances);
  if (nearestMm >= marginMm) return { nearestMm, places: [] };
  const marks = createMarks({ width, height });
  const safe = {
    left: Math.ceil((marginMm - before) * pxPerMm),
    right: width - Math.ceil((marginMm - behind) * pxPerMm),
    top: Math.ceil((marginMm - above) * pxPerMm),
    bottom: height - Math.ceil((marginMm - below) * pxPerMm),
  };
  for (let y = box.top; y <= box.bottom; y++) {
    const isOutside = y < safe.top || y >= safe.bottom;
    for (let x = box.left; x <= box.right; x++) {
      // From the last safe column the row goes on behind the safe part.
      if (!isOutside && x >= safe.left && x < safe.right) x = safe.right;
      if (x <= box.right && inked[y * width + x] !== 0) marks.add(x, y, x, y, 1);
    }
  }
  return { nearestMm, places: marks.places() };
}
