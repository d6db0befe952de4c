import { createRequire } from 'node:module';
import type { Field } from './field.ts';

/** sharp belongs to the server package. This is the little of it that is used here. */
export interface Picture {
  resize(width: number, height: number, options?: { kernel: 'lanczos3' }): Picture;
  greyscale(): Picture;
  raw(): Picture;
  png(options: { compressionLevel: number; palette?: boolean }): Picture;
  webp(options: {
    quality?: number;
    lossless?: boolean;
    effort: number;
    alphaQuality?: number;
    exact?: boolean;
  }): Picture;
  avif(options: { quality: number; effort: number; chromaSubsampling: '4:4:4' }): Picture;
  toBuffer(): Promise<Buffer>;
  toFile(path: string): Promise<{ size: number }>;
}
type Sharp = (
  input: Buffer | Uint8Array,
  options?: { raw?: { width: number; height: number; channels: 1 | 3 | 4 }; density?: number },
) => Picture;

export const sharp = createRequire(new URL('../../server/package.json', import.meta.url))('sharp') as Sharp;

const SAMPLES = 2;

/** White shapes on black, as numbers from 0 to 1. */
export async function rasterized(width: number, height: number, shapes: string): Promise<Field> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * SAMPLES}" height="${height * SAMPLES}"><rect width="${width}" height="${height}"/><g fill="#fff" stroke="none">${shapes}</g></svg>`;
  const data = await sharp(Buffer.from(svg)).resize(width, height).greyscale().raw().toBuffer();
  return { data: Float32Array.from(data.subarray(0, width * height), (value) => value / 255), width, height };
}

export const filled = (path: string) => `<path d="${path}"/>`;
export const stroked = (path: string, width: number, dashes = '') =>
  `<path d="${path}" fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round"${dashes ? ` stroke-dasharray="${dashes}"` : ''}/>`;
/** A path of an even drawing, mirrored at `middle`. */
export const mirroredShapes = (shapes: string, middle: number) =>
  `${shapes}<g transform="translate(${2 * middle} 0) scale(-1 1)">${shapes}</g>`;
