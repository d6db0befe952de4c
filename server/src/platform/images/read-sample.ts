import { join } from 'node:path';
import { type ArtworkSample, SAMPLE_SIDE } from '@fraisier/shared/cycle/artwork/measure-artwork.ts';
import { decodeToRows } from './decoded-rows.ts';
import { openUpright, type Pixels } from './open-picture.ts';

/** Enough pixels for shares, inks and outlines. */
export const DOTS_SIDE = 800;
const STRIP_BYTES = 4 * 1024 * 1024;

export interface ReadSample extends ArtworkSample {
  readonly means: Pixels;
  readonly dots: Pixels;
  /** Of the whole picture, as a person sees it. */
  readonly width: number;
  readonly height: number;
  /** The part of all pixels that is not fully transparent, 0 to 1. */
  readonly opaqueShare: number;
}

/**
 * Decodes a picture once and looks at every pixel of it in strips: a second decoding would cost half a second. `folder`
 * holds the pixels meanwhile.
 */
export async function readSample(path: string, folder: string): Promise<ReadSample> {
  const picture = await decodeToRows(await openUpright(path), join(folder, 'decoded.v'));
  const { width, height } = picture;
  const means = createMeans(width, height, SAMPLE_SIDE);
  const dots = createDots(width, height, DOTS_SIDE);
  const rowBytes = width * 4;
  const rows = Math.max(1, Math.floor(STRIP_BYTES / rowBytes));
  const strip = Buffer.alloc(Math.min(rows, height) * rowBytes);
  let opaque = 0;
  try {
    for (let top = 0; top < height; top += rows) {
      const pixels = picture.read(top, Math.min(top + rows, height), strip);
      for (let y = top, from = 0; from < pixels.length; y++, from += rowBytes) {
        const row = pixels.subarray(from, from + rowBytes);
        for (let at = 3; at < rowBytes; at += 4) if (row[at] !== 0) opaque += 1;
        means.add(row, y);
        dots.add(row, y);
      }
    }
  } finally {
    picture.close();
  }
  return { width, height, opaqueShare: opaque / (width * height), means: means.done(), dots: dots.done() };
}

function sized(width: number, height: number, most: number): { width: number; height: number } {
  const scale = Math.max(1, Math.max(width, height) / most);
  return { width: Math.max(1, Math.round(width / scale)), height: Math.max(1, Math.round(height / scale)) };
}

/** Each pixel the mean of the area that it stands for, colours weighed by their opacity. */
function createMeans(fromWidth: number, fromHeight: number, most: number) {
  const { width, height } = sized(fromWidth, fromHeight, most);
  const data = Buffer.alloc(width * height * 4);
  const isSame = width === fromWidth && height === fromHeight;
  const [scaleX, scaleY] = [width / fromWidth, height / fromHeight];
  // Where each column goes: to one column of the sample, or to two where it lies across their border.
  const first = Uint32Array.from({ length: fromWidth }, (_, x) => Math.floor(x * scaleX + 1e-9) * 4);
  const part = Float32Array.from({ length: fromWidth }, (_, x) =>
    Math.min(1, (Math.floor(x * scaleX + 1e-9) + 1 - x * scaleX) / scaleX),
  );
  const row = new Float32Array((width + 1) * 4);
  const sums = new Float32Array(width * 4);
  let filling = 0;
  const put = () => {
    const area = scaleX * scaleY;
    for (let x = 0, to = filling * width * 4; x < width * 4; x += 4, to += 4) {
      const alpha = sums[x + 3] ?? 0;
      if (alpha > 0) {
        data[to] = Math.round((sums[x] ?? 0) / alpha);
        data[to + 1] = Math.round((sums[x + 1] ?? 0) / alpha);
        data[to + 2] = Math.round((sums[x + 2] ?? 0) / alpha);
        data[to + 3] = Math.min(255, Math.round(alpha * area));
      }
    }
    sums.fill(0);
    filling += 1;
  };
  const addTo = (weight: number) => {
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0) * weight;
  };
  return {
    add(pixels: Buffer, y: number) {
      if (isSame) {
        pixels.copy(data, y * width * 4);
        return;
      }
      row.fill(0);
      for (let x = 0, from = 0; x < fromWidth; x++, from += 4) {
        const alpha = pixels[from + 3] ?? 0;
        if (alpha === 0) continue;
        const to = first[x] ?? 0;
        const weight = (part[x] ?? 0) * alpha;
        row[to] = (row[to] ?? 0) + (pixels[from] ?? 0) * weight;
        row[to + 1] = (row[to + 1] ?? 0) + (pixels[from + 1] ?? 0) * weight;
        row[to + 2] = (row[to + 2] ?? 0) + (pixels[from + 2] ?? 0) * weight;
        row[to + 3] = (row[to + 3] ?? 0) + weight;
        const rest = alpha - weight;
        if (rest <= 0) continue;
        row[to + 4] = (row[to + 4] ?? 0) + (pixels[from] ?? 0) * rest;
        row[to + 5] = (row[to + 5] ?? 0) + (pixels[from + 1] ?? 0) * rest;
        row[to + 6] = (row[to + 6] ?? 0) + (pixels[from + 2] ?? 0) * rest;
        row[to + 7] = (row[to + 7] ?? 0) + rest;
      }
      const weight = Math.min(1, (filling + 1 - y * scaleY) / scaleY);
      addTo(weight);
      if ((y + 1) * scaleY >= filling + 1 - 1e-6 && filling < height) {
        put();
        if (weight < 1) addTo(1 - weight);
      }
    },
    done() {
      if (!isSame && filling < height) put();
      return { data, width, height };
    },
  };
}

/** Each pixel one of the picture's own. */
function createDots(fromWidth: number, fromHeight: number, most: number) {
  const { width, height } = sized(fromWidth, fromHeight, most);
  const data = Buffer.alloc(width * height * 4);
  const columns = Uint32Array.from({ length: width }, (_, x) => Math.floor(((x + 0.5) * fromWidth) / width) * 4);
  const rowOf = (y: number) => Math.floor(((y + 0.5) * fromHeight) / height);
  let next = 0;
  return {
    add(pixels: Buffer, y: number) {
      if (next >= height || rowOf(next) !== y) return;
      for (let x = 0, to = next * width * 4; x < width; x++, to += 4) {
        pixels.copy(data, to, columns[x] ?? 0, (columns[x] ?? 0) + 4);
      }
      next += 1;
    },
    done: () => ({ data, width, height }),
  };
}
