import type { Picture } from '@fraisier/shared/contracts/common.ts';
import { checkArtwork, type PrintArea } from '@fraisier/shared/cycle/artwork-rules.ts';
import type { ReportFinding } from './parts/report.tsx';
import { sniffPicture } from './sniff-picture.ts';

/** A file that was chosen, as the browser sees it. */
export interface ReadPicture {
  readonly file: File;
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly findings: readonly ReportFinding[];
  /** A smaller copy to look at, under an address of this page; null for a file that is not even decoded. */
  readonly preview: Picture | null;
  /** A few thousand of its pixels, RGBA. */
  readonly sample: Uint8ClampedArray | null;
}

const PREVIEW_PX = 1000;
const SAMPLE_PX = 160;

/**
 * Reads a file without sending it: what it is, how it prints, and a copy to show. The rules are the server's own; it
 * looks again at every pixel.
 */
export async function readPicture(file: File, printArea: PrintArea): Promise<ReadPicture> {
  const sniffed = sniffPicture(new Uint8Array(await file.arrayBuffer()));
  const { format, width, height } = sniffed ?? { format: '', width: 0, height: 0 };
  const known = { file, format, width, height, preview: null, sample: null };
  const check = (opaqueShare: number, size = { width, height }): ReportFinding[] =>
    checkArtwork({
      format,
      ...size,
      hasAlpha: opaqueShare < 1,
      opaqueShare,
      bytes: file.size,
      printArea,
    }).map((finding) => ({ ...finding, values: { ...finding.values }, places: [...finding.places] }));
  const early = check(1).filter(({ code, level }) => level === 'block' && code !== 'too_small');
  if (early.length > 0) return { ...known, findings: sniffed ? early : early.filter(({ code }) => code === 'format') };

  const image = await decoded(file);
  if (!image) return { ...known, findings: [{ code: 'broken', level: 'block', values: {}, places: [] }] };
  // As a person sees it: a photo may be stored lying on its side.
  const seen = { width: image.naturalWidth, height: image.naturalHeight };
  const sample =
    drawn(image, SAMPLE_PX)
      .getContext('2d')
      ?.getImageData(0, 0, ...sized(image, SAMPLE_PX)).data ?? null;
  return {
    ...known,
    ...seen,
    findings: check(sample ? opaqueShareOf(sample) : 1, seen),
    preview: await previewOf(image),
    sample,
  };
}

/** Pixels that carry anything at all. */
function opaqueShareOf(sample: Uint8ClampedArray): number {
  let some = 0;
  let full = true;
  for (let at = 3; at < sample.length; at += 4) {
    if ((sample[at] ?? 0) > 0) some += 1;
    if ((sample[at] ?? 0) < 255) full = false;
  }
  const share = some / (sample.length / 4);
  // Half-transparent everywhere is not a full rectangle.
  return share === 1 && !full ? 1 - 1 / sample.length : share;
}

async function decoded(file: File): Promise<HTMLImageElement | null> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function sized(image: HTMLImageElement, most: number): [width: number, height: number] {
  const scale = Math.min(1, most / Math.max(image.naturalWidth, image.naturalHeight));
  return [Math.max(1, Math.round(image.naturalWidth * scale)), Math.max(1, Math.round(image.naturalHeight * scale))];
}

function drawn(image: HTMLImageElement, most: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = sized(image, most);
  const context = canvas.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

async function previewOf(image: HTMLImageElement): Promise<Picture | null> {
  const canvas = drawn(image, PREVIEW_PX);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) return null;
  return { format: 'png', width: canvas.width, height: canvas.height, url: URL.createObjectURL(blob) };
}
