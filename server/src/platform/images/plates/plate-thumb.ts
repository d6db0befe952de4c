import { fromPixels } from '../open-picture.ts';

const LONGEST = 640;

export interface Thumb {
  take(rows: Uint8Array, from: number): void;
  /** The plate in its ink, clear where there is none: such plates laid on each other are the picture. */
  png(): Promise<string>;
}

/** A plate made small while it is written: the mean of each cell. */
export function createThumb(size: { width: number; height: number }, hex: string): Thumb {
  const scale = Math.min(1, LONGEST / Math.max(size.width, size.height));
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const sums = new Float64Array(width * height);
  const counts = new Uint32Array(width * height);
  const columns = Uint16Array.from({ length: size.width }, (_, x) => Math.floor((x * width) / size.width));
  return {
    take(rows, from) {
      for (let row = 0; row < rows.length / size.width; row++) {
        const line = Math.floor(((from + row) * height) / size.height) * width;
        for (let x = 0; x < size.width; x++) {
          const cell = line + columns[x]!;
          sums[cell]! += rows[row * size.width + x]!;
          counts[cell]! += 1;
        }
      }
    },
    async png() {
      const ink = Number.parseInt(hex.slice(1), 16);
      const data = Buffer.alloc(width * height * 4);
      for (let cell = 0; cell < sums.length; cell++) {
        data.writeUInt32BE(ink * 256 + Math.round(sums[cell]! / Math.max(1, counts[cell]!)), cell * 4);
      }
      const body = await fromPixels({ data, width, height }).png({ compressionLevel: 9, palette: false }).toBuffer();
      return body.toString('base64');
    },
  };
}
