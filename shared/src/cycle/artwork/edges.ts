import type { PrintArea } from '../artwork-rules.ts';
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

/**
 * How near the motif comes to the edges of the print area, in which the picture stands as large as fits, in the middle
 * and at the top: a picture that is narrower than the area may be full to its own sides.
 */
export function measureEdges(
  inked: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  box: Box,
  { area, pxPerMm, marginMm }: { readonly area: PrintArea; readonly pxPerMm: number; readonly marginMm: number },
): Edges {
  const beside = Math.max(0, (area.widthMm - width / pxPerMm) / 2);
  const below = Math.max(0, area.heightMm - height / pxPerMm);
  const distances = [
    box.left / pxPerMm + beside,
    (width - 1 - box.right) / pxPerMm + beside,
    box.top / pxPerMm,
    (height - 1 - box.bottom) / pxPerMm + below,
  ];
  const nearestMm = Math.min(...distances);
  if (nearestMm >= marginMm) return { nearestMm, places: [] };
  const marks = createMarks({ width, height });
  const safe = {
    left: Math.ceil((marginMm - beside) * pxPerMm),
    right: width - Math.ceil((marginMm - beside) * pxPerMm),
    top: Math.ceil(marginMm * pxPerMm),
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
