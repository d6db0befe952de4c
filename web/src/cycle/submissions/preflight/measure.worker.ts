import { type ArtworkMeasures, measureArtwork, SAMPLE_SIDE } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import type { Pixels } from '@fraisier/shared/cycle/artwork/pixels.ts';
import type { PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { Placement } from '@fraisier/shared/cycle/placement.ts';

/** What the worker is asked: one file, once. It is ended when another file takes its place. */
export interface MeasureJob {
  readonly file: Blob;
  readonly area: PrintArea;
  readonly placement: Placement | null;
  readonly leastLineMm: number;
  readonly safeMarginMm: number;
}

export interface Copy {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

export interface Measured {
  readonly opaqueShare: number;
  readonly measures: ArtworkMeasures;
}

export type Told =
  /** Decoded: its size as a person sees it, and a copy to show. */
  | { readonly kind: 'seen'; readonly width: number; readonly height: number; readonly preview: Copy }
  | { readonly kind: 'measured'; readonly measured: Measured }
  /** A larger copy, for the loupe. */
  | { readonly kind: 'close'; readonly copy: Copy }
  | { readonly kind: 'done' }
  /** The file does not decode. */
  | { readonly kind: 'broken' }
  /** It is not the file that failed. */
  | { readonly kind: 'failed'; readonly message: string };

const PREVIEW_SIDE = 1000;
/** Enough for shares and inks, as on the server. */
const DOTS_SIDE = 800;

const tell = (told: Told) => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<MeasureJob>) => {
  void measure(data).catch((error: unknown) => {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});

async function measure({ file, area, placement, leastLineMm, safeMarginMm }: MeasureJob): Promise<void> {
  const decoded = await decode(file);
  if (!decoded) return tell({ kind: 'broken' });
  const { width, height, means: bitmap, dots: nearest } = decoded;
  tell({ kind: 'seen', width, height, preview: await copyOf(drawn(bitmap, PREVIEW_SIDE)) });

  const close = drawn(bitmap, SAMPLE_SIDE);
  const dots = pixelsOf(drawn(nearest, DOTS_SIDE));
  bitmap.close();
  nearest.close();
  const measures = measureArtwork(
    { means: pixelsOf(close), dots },
    { printArea: area, placement, leastLineMm, safeMarginMm },
  );
  tell({ kind: 'measured', measured: { opaqueShare: opaqueShareOf(dots), measures } });
  tell({ kind: 'close', copy: await copyOf(close) });
  tell({ kind: 'done' });
}

interface Decoded {
  readonly width: number;
  readonly height: number;
  /** Each pixel the mean of what it stands for. */
  readonly means: ImageBitmap;
  /** Each pixel one of the picture's own: a mean of two inks would be a third. */
  readonly dots: ImageBitmap;
}

/** Decoded once, and at once as small as it is measured: the whole picture stays in memory no longer than that. */
async function decode(file: Blob): Promise<Decoded | null> {
  let whole: ImageBitmap;
  try {
    whole = await createImageBitmap(file);
  } catch {
    return null;
  }
  const { width, height } = whole;
  const sized = (most: number, resizeQuality: ResizeQuality) => {
    const [resizeWidth, resizeHeight] = fitted(width, height, most);
    return createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality });
  };
  const [means, dots] = await Promise.all([sized(SAMPLE_SIDE, 'high'), sized(DOTS_SIDE, 'pixelated')]);
  whole.close();
  return { width, height, means, dots };
}

function fitted(width: number, height: number, most: number): [width: number, height: number] {
  const scale = Math.min(1, most / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

function drawn(picture: ImageBitmap | OffscreenCanvas, most: number): OffscreenCanvas {
  const [width, height] = fitted(picture.width, picture.height, most);
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas to draw on');
  return context;
}

function pixelsOf(canvas: OffscreenCanvas): ImageData {
  return contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
}

async function copyOf(canvas: OffscreenCanvas): Promise<Copy> {
  return { blob: await canvas.convertToBlob({ type: 'image/png' }), width: canvas.width, height: canvas.height };
}

/** Pixels that carry anything at all. */
function opaqueShareOf({ data }: Pixels): number {
  let some = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) some += 1;
  return some / (data.length / 4);
}
