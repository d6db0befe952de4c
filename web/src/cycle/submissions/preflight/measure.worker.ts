import { type ArtworkLimits, checkArtwork, type PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { ReportFinding } from './report-lines.ts';

/** What the worker is asked: one file, once. It is ended when another file takes its place. */
export interface MeasureJob {
  readonly file: Blob;
  readonly format: string;
  readonly area: PrintArea;
  readonly limits: ArtworkLimits;
}

export interface Copy {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

export type Told =
  /** Decoded: its size as a person sees it, and a copy to show. */
  | { readonly kind: 'seen'; readonly width: number; readonly height: number; readonly preview: Copy }
  | { readonly kind: 'measured'; readonly findings: ReportFinding[]; readonly sample: Uint8ClampedArray }
  /** A larger copy, for the loupe. */
  | { readonly kind: 'close'; readonly copy: Copy }
  | { readonly kind: 'done' }
  /** The file does not decode. */
  | { readonly kind: 'broken' }
  /** It is not the file that failed. */
  | { readonly kind: 'failed'; readonly message: string };

/** Eight pixels for a millimetre of 30 × 36 cm: a line of 0.4 mm is three of them. Half of what 300 dpi has. */
const MEASURED_PX = 2400;
const PREVIEW_PX = 1000;
const SAMPLE_PX = 160;

const tell = (told: Told) => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<MeasureJob>) => {
  void measure(data).catch((error: unknown) => {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});

async function measure({ file, format, area, limits }: MeasureJob): Promise<void> {
  const decoded = await decode(file);
  if (!decoded) return tell({ kind: 'broken' });
  const { width, height, bitmap } = decoded;
  const preview = drawn(bitmap, PREVIEW_PX);
  tell({ kind: 'seen', width, height, preview: await copyOf(preview) });

  const close = drawn(bitmap, MEASURED_PX);
  bitmap.close();
  const { data } = pixelsOf(close);
  const opaqueShare = opaqueShareOf(data);
  const findings = checkArtwork(
    { format, width, height, hasAlpha: opaqueShare < 1, opaqueShare, bytes: file.size, printArea: area },
    limits,
  );
  tell({
    kind: 'measured',
    findings: findings.map((finding) => ({ ...finding, values: { ...finding.values }, places: [...finding.places] })),
    sample: pixelsOf(drawn(preview, SAMPLE_PX)).data,
  });
  if (findings.some(({ places }) => places.length > 0)) tell({ kind: 'close', copy: await copyOf(close) });
  tell({ kind: 'done' });
}

/** Decoded once, and at once as small as it is measured: the whole picture stays in memory no longer than that. */
async function decode(file: Blob): Promise<{ width: number; height: number; bitmap: ImageBitmap } | null> {
  let whole: ImageBitmap;
  try {
    whole = await createImageBitmap(file);
  } catch {
    return null;
  }
  const { width, height } = whole;
  const [resizeWidth, resizeHeight] = fitted(width, height, MEASURED_PX);
  if (resizeWidth === width && resizeHeight === height) return { width, height, bitmap: whole };
  const bitmap = await createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality: 'high' });
  whole.close();
  return { width, height, bitmap };
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
function opaqueShareOf(data: Uint8ClampedArray): number {
  let some = 0;
  let full = true;
  for (let at = 3; at < data.length; at += 4) {
    if ((data[at] ?? 0) > 0) some += 1;
    if ((data[at] ?? 0) < 255) full = false;
  }
  const share = some / (data.length / 4);
  // Half-transparent everywhere is not a full rectangle.
  return share === 1 && !full ? 1 - 1 / data.length : share;
}
