import type { PrintArea } from '../artwork-rules.ts';
import { type FabricId, fabricIds, fabrics } from '../garments.ts';
import { type Placement, pxPerMm as pixelsToMm, placedBox } from '../placement.ts';
import { findBackground } from './background.ts';
import { type Component, findComponents } from './components.ts';
import { type Contrast, contrastOn } from './contrast.ts';
import { type Box, type Edges, measureEdges } from './edges.ts';
import { findHalos, type Halos } from './halos.ts';
import { type Inks, measureInks } from './inks.ts';
import type { Pixels } from './pixels.ts';
import type { Place } from './place.ts';
import { sharpestEdges } from './sharpness.ts';
import { findStrays } from './strays.ts';
import { findThinLines, type ThinLines } from './thin-lines.ts';

/** The longest side of a sample: 6.7 pixels to the millimetre on 360 mm, so that 0.40 mm are 2.7 of them. */
export const SAMPLE_SIDE = 2400;

export interface ArtworkSample {
  /** The whole picture, at most `SAMPLE_SIDE` a side: each pixel the mean of what it stands for. */
  readonly means: Pixels;
  /** The whole picture once more, as large or smaller: each pixel one of its own (the nearest). */
  readonly dots: Pixels;
}

/** What a measure depends on besides the picture. */
export interface PrintMeasure {
  readonly printArea: PrintArea;
  /** Where its designer put it; as large as fits where nobody did. */
  readonly placement?: Placement | null | undefined;
  readonly leastLineMm: number;
  readonly safeMarginMm: number;
}

export interface Motif {
  /** As it prints, in mm. */
  readonly widthMm: number;
  readonly heightMm: number;
  /** How much larger it would print if the picture filled the area: 1 where it does. */
  readonly growth: number;
  /** The part of the picture outside of it, 0 to 1. */
  readonly emptyShare: number;
}

/** What the rules make findings of. Shares are 0 to 1, lengths millimetres at the size in print. */
export interface ArtworkMeasures {
  /** The part of the picture on which there is more than next to nothing, 0 to 1. */
  readonly seenShare: number;
  /** The flat opaque colour that runs around the motif, and how much of the picture it is. */
  readonly background: { readonly hex: string; readonly share: number } | null;
  readonly halos: Halos;
  readonly strays: { readonly count: number; readonly largestMm: number; readonly places: readonly Place[] };
  /** Null where nothing is set off from a transparent ground. */
  readonly motif: Motif | null;
  readonly edges: Edges | null;
  readonly thinLines: ThinLines;
  readonly inks: Inks;
  /** How wide the sharpest edges are, in mm, where the picture looks enlarged; null where it does not. */
  readonly softMm: number | null;
  readonly contrast: Readonly<Record<FabricId, Contrast>>;
}

const INKED = 16;
/** Of 255: what is fainter, nobody sees on a shirt. */
const SEEN = 10;
/** In mm: what is smaller does not make a motif. */
const SPECK_MM = 1;

/** Everything that is measured on the pixels of a picture, by the server and by the browser alike. */
export function measureArtwork({ means, dots }: ArtworkSample, print: PrintMeasure): ArtworkMeasures {
  const { width, height } = means;
  const { printArea, placement = null } = print;
  const pxPerMm = pixelsToMm(printArea, means, placement);
  const background = findBackground(means);
  const inked = inkedOf(means);
  const parts = inked.includes(0) ? findComponents(inked, width, height) : [];
  const strays = findStrays(parts, inked, means, pxPerMm);
  const box = boxOf(parts, strays.parts, SPECK_MM * pxPerMm);
  const inks = measureInks(dots);
  const soft = sharpestEdges(means);
  return {
    seenShare: seenShareOf(means),
    background,
    halos: findHalos(means, dots, pxPerMm),
    strays: { count: strays.count, largestMm: strays.largestMm, places: strays.places },
    motif: box && {
      widthMm: (box.right - box.left + 1) / pxPerMm,
      heightMm: (box.bottom - box.top + 1) / pxPerMm,
      growth: pxPerMm / pixelsToMm(printArea, means, null),
      emptyShare: 1 - ((box.right - box.left + 1) * (box.bottom - box.top + 1)) / (width * height),
    },
    edges:
      box &&
      measureEdges(inked, means, box, {
        area: printArea,
        lies: placedBox(printArea, means, placement),
        pxPerMm,
        marginMm: print.safeMarginMm,
      }),
    thinLines: findThinLines(means, pxPerMm, { leastMm: print.leastLineMm, lightness: !inks.isPhotographic }),
    inks,
    softMm: soft === null ? null : soft / pxPerMm,
    contrast: Object.fromEntries(fabricIds.map((id) => [id, contrastOn(dots, fabrics[id].hex, background)])) as Record<
      FabricId,
      Contrast
    >,
  };
}

function seenShareOf({ data, width, height }: Pixels): number {
  let seen = 0;
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) >= SEEN) seen += 1;
  return seen / (width * height);
}

function inkedOf({ data, width, height }: Pixels): Uint8Array {
  const inked = new Uint8Array(width * height);
  for (let at = 0; at < inked.length; at++) {
    inked[at] = (data[at * 4 + 3] ?? 0) >= INKED ? 1 : 0;
  }
  return inked;
}

/** Around all that was drawn; null where nothing was. */
function boxOf(parts: readonly Component[], strays: ReadonlySet<Component>, speck: number): Box | null {
  const drawn = parts.filter((part) => !strays.has(part));
  const large = drawn.filter((part) => Math.max(part.right - part.left, part.bottom - part.top) + 1 > speck);
  // Dots alone may be the whole drawing.
  const motif = large.length > 0 ? large : drawn;
  if (motif.length === 0) return null;
  return {
    left: motif.reduce((least, part) => Math.min(least, part.left), Number.POSITIVE_INFINITY),
    top: motif.reduce((least, part) => Math.min(least, part.top), Number.POSITIVE_INFINITY),
    right: motif.reduce((most, part) => Math.max(most, part.right), 0),
    bottom: motif.reduce((most, part) => Math.max(most, part.bottom), 0),
  };
}
