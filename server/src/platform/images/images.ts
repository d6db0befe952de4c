import type { ArtworkMeasures, PrintMeasure } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import type { ColourFacts } from '@fraisier/shared/cycle/artwork/measured-findings.ts';
import type { Fabric } from '@fraisier/shared/cycle/cotton.ts';
import type { Placement } from '@fraisier/shared/cycle/placement.ts';

/** What the header of an uploaded file says. */
export interface ImageFacts {
  readonly format: 'png' | 'jpeg' | 'webp';
  /** As a person sees the picture: an orientation in the metadata is followed. */
  readonly width: number;
  readonly height: number;
  /** A channel for transparency is there; it may be full. */
  readonly hasAlpha: boolean;
}

export interface MeasuredImage extends ImageFacts {
  /** Share of the pixels that are not fully transparent, 0 to 1. */
  readonly opaqueShare: number;
  readonly measures: ArtworkMeasures;
  readonly colour: ColourFacts;
  /** thumbhash, base64 */
  readonly placeholder: string;
  readonly outline: Outline;
}

/** What a likeness is sought by. */
export interface Outline {
  /** Where the motif stands without its margins, in thousandths of the picture. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** Of the motif as it is, then of it turned clockwise by a few degrees either way. */
  readonly contours: readonly Contours[];
}

/** A square of contour strengths, one byte each, row by row in base64. */
export interface Contours {
  readonly angle: number;
  readonly grey: string;
}

/**
 * `first`: what its designer sees at once. `art`: the design alone. On cotton: `front`, the print alone as it lies in
 * the folds, `detail`, a part of it from close by, `worn`, the shirt on a body, and `shirt`, the whole one for mails.
 */
export const pictureKinds = ['first', 'art', 'front', 'detail', 'worn', 'shirt'] as const;

export type PictureKind = (typeof pictureKinds)[number];

/** What a design is laid on. */
export interface OnShirt {
  readonly fabric: Fabric;
  readonly printArea: { readonly widthMm: number; readonly heightMm: number };
  /** As large as fits, in the middle and at the top, where nobody chose. */
  readonly placement?: Placement | null | undefined;
}

export interface Derivative {
  readonly kind: PictureKind;
  readonly format: 'avif' | 'webp' | 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
  /** Some kilobytes; without any metadata. */
  readonly body: Buffer;
}

/** What the art fills on the shirt: to the fraction, as the rule of placements gives it. */
export interface PrintSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** What a print file came out as. */
export interface PrintFile extends PrintSize {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels to the inch at this size, to the nearest whole. */
  readonly dpi: number;
  /** `kept`: the file's own values and profile. `grey`, `cmyk`: values that an RGB file cannot hold, taken to sRGB. */
  readonly colours: 'kept' | 'grey' | 'cmyk';
  /** SHA-256 of the pixels, row by row: of the print file and, found equal, of the original. */
  readonly pixelsSha256: string;
  /** The art made small, sRGB on clear ground: a PNG in base64. */
  readonly preview: string;
}

export interface PlatesAsked extends PrintSize {
  /** sRGB hex, at most eight. */
  readonly inks: readonly string[];
  /** Which of the inks lie on an underbase; null for none at all. */
  readonly based: readonly boolean[] | null;
  /** What the plates are labelled with. */
  readonly run: string;
  readonly number: number;
}

export interface Plate {
  /** null: the underbase. */
  readonly hex: string | null;
  /** Place in the order of printing, from 1; the underbase is 0. */
  readonly place: number;
  readonly of: number;
  /** The part of the art's rectangle that it covers, 0 to 1. */
  readonly coverage: number;
  /** It has tints, which want a halftone. */
  readonly tonal: boolean;
  /** `plates/1-d91e3a.png`, under the folder that was given. */
  readonly file: string;
  /** A small PNG in base64: the ink where the plate has it, clear elsewhere. */
  readonly thumb: string;
}

export interface Plates {
  /** In the order of printing. */
  readonly plates: readonly Plate[];
  /** The part of the inked pixels, 0 to 1, that look otherwise than the picture. */
  readonly offShare: number;
  readonly dpi: number;
  /** Of every plate, with its margins. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Left of the art and above it. */
  readonly marginMm: number;
  readonly trapMm: number;
  readonly chokeMm: number | null;
}

/** No plates: flat inks do not give this picture back. */
export type Separation = Plates | { readonly plates: null; readonly offShare: number };

/** What a card to share says: one line over the title, one below it, one at the foot of which the first part stands out. */
export interface CardWords {
  readonly shop: string;
  readonly over: string;
  readonly title: string;
  readonly by: string | null;
  readonly foot: readonly [string, string];
}

export interface CardAsked {
  readonly words: CardWords;
  /** `#rrggbb` */
  readonly ground: string;
  /** A picture of the art, and what it is printed on. */
  readonly art: (OnShirt & { readonly path: string }) | null;
}

/** The only door to the picture library. Files are decoded in a child process that can be killed. */
export interface Images {
  /**
   * Reads the header only, in this process, from the content and never from a name. Throws Problem not_an_image,
   * image_too_large (a side or the pixels; reasons say which) or image_broken.
   */
  inspect(path: string): Promise<ImageFacts>;
  /** Decodes the whole file, measured as it would print. Throws Problem image_broken when it cannot be read to its end. */
  measure(path: string, print: PrintMeasure): Promise<MeasuredImage>;
  /** Only what a likeness is sought by: a fraction of the work. Throws as `measure` does. */
  trace(path: string): Promise<Outline>;
  /** A small picture to look at, before anything else is known of the file: little more than its decoding. */
  deriveFirst(path: string): Promise<Derivative>;
  /**
   * Art at 320, 640 and 1280 px and its views on cotton of that fabric as AVIF, what stands in for them as WebP, the
   * whole shirt as JPEG. The print area is what the art stands in on the shirt. Art is never larger than the original.
   */
  derive(path: string, options: OnShirt): Promise<Derivative[]>;
  /**
   * The print file at `out`: a PNG with the very pixels and the colour profile of the original, whose density makes it as
   * large as fits into that size. Nothing is resampled; that its pixels are the original's is checked.
   */
  printFile(path: string, options: PrintSize & { out: string }): Promise<PrintFile>;
  /** Writes a plate for each ink under `folder`/plates; none where flat inks do not give the picture back. */
  separate(path: string, options: PlatesAsked & { folder: string }): Promise<Separation>;
  /** A picture of 1,200 × 630 px to share: the words, and the art on its shirt, on a ground. A JPEG. */
  drawCard(card: CardAsked): Promise<Buffer>;
  /** Ends the child processes. Not needed to end this process: idle children do not hold it. */
  close(): void;
}

/** The machine, not the picture, stood in the way: out of time or memory. Worth another try. */
export class ImageWorkerError extends Error {
  override readonly name = 'ImageWorkerError';
}
