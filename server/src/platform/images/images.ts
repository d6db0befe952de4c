/** What the header and the pixels of an uploaded file say. */
export interface ImageFacts {
  readonly format: 'png' | 'jpeg' | 'webp';
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

export interface MeasuredImage extends ImageFacts {
  /** Share of pixels that are fully opaque, 0 to 1. */
  readonly opaqueShare: number;
  /** The most used colours, at most eight: sRGB hex and share of the opaque pixels. */
  readonly inks: readonly { hex: string; coverage: number }[];
  /** thumbhash, base64 */
  readonly placeholder: string;
}

export interface Derivative {
  readonly kind: 'art' | 'shirt';
  readonly format: 'avif' | 'webp' | 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** On the local disk, in the folder given. */
  readonly path: string;
}

/** The only door to the picture library. Files are decoded in a child process that can be killed. */
export interface Images {
  /** Reads the header only. Throws Problem not_an_image, image_too_large or image_broken. */
  inspect(path: string): Promise<ImageFacts>;
  /** Decodes the whole file. Throws Problem image_broken when it ends early. */
  measure(path: string): Promise<MeasuredImage>;
  /** Art at 320, 640 and 1280 px as AVIF and WebP, the shirt as WebP and JPEG, into `folder`. */
  derive(path: string, options: { fabricHex: string; folder: string }): Promise<Derivative[]>;
  /** The print file: the very pixels at print size as PNG at `dpi`, with its colour profile. */
  printFile(path: string, options: { dpi: number; widthMm: number; heightMm: number; out: string }): Promise<void>;
}
