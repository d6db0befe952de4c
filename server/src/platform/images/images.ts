import type { ArtworkMeasures, PrintMeasure } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import type { ColourFacts } from '@fraisier/shared/cycle/artwork/measured-findings.ts';
import type { Fabric } from '@fraisier/shared/cycle/cotton.ts';

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
}

export interface Derivative {
  readonly kind: PictureKind;
  readonly format: 'avif' | 'webp' | 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
  /** Some kilobytes; without any metadata. */
  readonly body: Buffer;
}

export interface PrintSize {
  /** Dots to the inch of the print file. */
  readonly dpi: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** What a print file came out as. */
export interface PrintFile extends PrintSize {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels to the inch that the original has at this size: under `dpi` it was enlarged, and the sheet says so. */
  readonly originalDpi: number;
  /** The original had this very size: its pixels are unaltered. */
  readonly unaltered: boolean;
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
   * Art at 320, 640 and 1280 px and its views on cotton of that fabric, as AVIF and WebP; the whole shirt as JPEG. The
   * print area is what the art stands in on the shirt. Art is never larger than the original.
   */
  derive(path: string, options: OnShirt): Promise<Derivative[]>;
  /**
   * The print file at `out`: a PNG as large as fits into the print area at `dpi`, with its density and colour profile.
   * An original of that very size keeps its pixels as they are; any other is resampled once (Lanczos), up or down.
   */
  printFile(path: string, options: PrintSize & { out: string }): Promise<PrintFile>;
  /** Ends the child processes. Not needed to end this process: idle children do not hold it. */
  close(): void;
}

/** The machine, not the picture, stood in the way: out of time or memory. Worth another try. */
export class ImageWorkerError extends Error {
  override readonly name = 'ImageWorkerError';
}
