import { createRequire } from 'node:module';

/** sharp belongs to the server package. This is the little of it that is used here. */
export interface Sharp {
  (input: Buffer | Uint8Array | string, options?: object): Picture;
  cache(on: boolean): void;
  concurrency(threads: number): void;
  unblock(what: { operation: string[] }): void;
}

export interface Picture {
  resize(options: object): Picture;
  flatten(options: { background: string }): Picture;
  toColourspace(name: 'srgb'): Picture;
  ensureAlpha(): Picture;
  raw(): Picture;
  png(options: object): Picture;
  webp(options: object): Picture;
  avif(options: object): Picture;
  toBuffer(): Promise<Buffer>;
  toBuffer(options: { resolveWithObject: true }): Promise<{ data: Buffer; info: { width: number; height: number } }>;
  toFile(path: string): Promise<unknown>;
}

export const sharp = createRequire(new URL('../../../server/package.json', import.meta.url))('sharp') as Sharp;

export const pictureKinds = ['flat', 'texture', 'photo'] as const;
export type PictureKind = (typeof pictureKinds)[number];

/**
 * A transparent drawing from a seed, RGBA. `flat`: a few inks with smooth edges. `texture`: hatching on grained paper,
 * scanned, the most that an illustrator brings. `photo`: soft gradients with noise.
 */
export function pixelsOf(kind: PictureKind, width: number, height: number, seed = 7): Buffer {
  const data = Buffer.alloc(width * height * 4);
  const scale = 4500 / width;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const [px, py] = [x * scale, y * scale];
      const [u, v] = [px / 4500, py / 5400];
      const radius = Math.hypot(u - 0.5, (v - 0.5) * 1.2);
      const lobes = 0.52 + 0.06 * Math.sin(Math.atan2(v - 0.5, u - 0.5) * 9 + seed);
      // Half a pixel of smooth edge, as a drawing program exports it.
      const inside = Math.min(1, Math.max(0, ((lobes - radius) * 4500) / scale + 0.5));
      if (inside === 0) continue;
      const bands = Math.sin(px / 90 + 3 * Math.sin(py / 340)) + Math.sin(py / 130 - 2 * Math.sin(px / 260));
      const ink = Math.floor((bands + 2) * 1.24);
      const inks = INKS[ink % INKS.length]!;
      let light = 0;
      if (kind === 'texture') {
        const hatch = Math.sin((px + py * (ink % 2 ? 1 : -1)) / 5.5) > 0.2 ? 26 : -18;
        light = hatch;
      } else if (kind === 'photo') {
        light = 60 * (0.5 - radius) + 30 * Math.sin(px / 700 + py / 900);
      }
      const soft = kind === 'photo' ? 0.5 + 0.5 * Math.sin(px / 1100 - py / 800) : 1;
      for (let channel = 0; channel < 3; channel++) {
        const base = kind === 'photo' ? 150 * soft + 90 * Math.sin(u * 4 + channel * 2) * (1 - soft) : inks[channel]!;
        // Paper and pigment, as a scanner sees them: each colour has a grain of its own.
        const own = kind === 'flat' ? 0 : (kind === 'texture' ? 22 : 9) * grain(x, y, seed + 1000 * channel);
        data[at + channel] = Math.max(0, Math.min(255, base + light + own));
      }
      data[at + 3] = Math.round(255 * inside);
    }
  }
  return data;
}

export const INKS = [
  [217, 30, 58],
  [27, 107, 69],
  [245, 207, 103],
  [24, 16, 17],
  [169, 207, 230],
] as const;

function grain(x: number, y: number, seed: number): number {
  let hash = Math.imul(x + seed, 374_761_393) ^ Math.imul(y + 1, 668_265_263);
  hash = Math.imul(hash ^ (hash >>> 13), 1_274_126_177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2_147_483_648 - 1;
}

/** As a drawing program saves it: row filters chosen, level 6. */
export async function writePng(kind: PictureKind, width: number, height: number, path: string): Promise<void> {
  const raw = { width, height, channels: 4 };
  await sharp(pixelsOf(kind, width, height), { raw })
    .png({ compressionLevel: 6, adaptiveFiltering: true })
    .toFile(path);
}
