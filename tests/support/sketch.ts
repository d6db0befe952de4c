import { rgbOf } from '@fraisier/shared/cycle/artwork/oklab.ts';

/** A drawing by code in millimetres, with antialiased edges, of which every test knows what is where. */
export interface Sketch {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Lays ink wherever this says so: distances to the edge in mm, negative inside. */
  lay(colour: string, distance: (x: number, y: number) => number, blurMm?: number): Sketch;
  disc(colour: string, x: number, y: number, radius: number): Sketch;
  rect(colour: string, left: number, top: number, width: number, height: number): Sketch;
  /** A straight line, as wide as this at both ends or from one to the other. */
  line(colour: string, from: Point, to: Point, width: number, endWidth?: number): Sketch;
  shadow(colour: string, x: number, y: number, radius: number, blurMm: number): Sketch;
  /** Pixel by pixel, in pixels; null leaves it as it is. */
  each(paint: (x: number, y: number) => readonly [number, number, number, number] | null): Sketch;
}

type Point = readonly [x: number, y: number];

export const AREA = { widthMm: 60, heightMm: 72 };
/** About what 2,400 pixels are on 360 mm. */
export const PX_PER_MM = 20 / 3;

export function sketch({ widthMm = AREA.widthMm, heightMm = AREA.heightMm, pxPerMm = PX_PER_MM } = {}): Sketch {
  const width = Math.round(widthMm * pxPerMm);
  const height = Math.round(heightMm * pxPerMm);
  const data = new Uint8Array(width * height * 4);
  const over = (at: number, rgb: number, cover: number) => {
    const under = (data[at + 3]! / 255) * (1 - cover);
    const alpha = cover + under;
    if (alpha === 0) return;
    const channels = [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
    for (const [channel, value] of channels.entries()) {
      data[at + channel] = Math.round((value * cover + data[at + channel]! * under) / alpha);
    }
    data[at + 3] = Math.round(alpha * 255);
  };
  const drawing: Sketch = {
    data,
    width,
    height,
    lay(colour, distance, blurMm = 1 / pxPerMm) {
      const rgb = rgbOf(colour);
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const cover = 0.5 - distance((x + 0.5) / pxPerMm, (y + 0.5) / pxPerMm) / blurMm;
          if (cover > 0) over((y * width + x) * 4, rgb, Math.min(1, cover));
        }
      }
      return drawing;
    },
    disc: (colour, cx, cy, radius) => drawing.lay(colour, (x, y) => Math.hypot(x - cx, y - cy) - radius),
    rect: (colour, left, top, w, h) =>
      drawing.lay(colour, (x, y) => Math.max(left - x, x - left - w, top - y, y - top - h)),
    line(colour, [x1, y1], [x2, y2], startWidth, endWidth = startWidth) {
      const [dx, dy] = [x2 - x1, y2 - y1];
      const length = Math.hypot(dx, dy);
      return drawing.lay(colour, (x, y) => {
        const along = ((x - x1) * dx + (y - y1) * dy) / length;
        const across = Math.abs((x - x1) * dy - (y - y1) * dx) / length;
        const half = (startWidth + ((endWidth - startWidth) * along) / length) / 2;
        return Math.max(across - half, -along, along - length);
      });
    },
    shadow: (colour, cx, cy, radius, blurMm) =>
      drawing.lay(colour, (x, y) => Math.hypot(x - cx, y - cy) - radius, 2 * blurMm),
    each(paint) {
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const colour = paint(x, y);
          if (colour) data.set(colour, (y * width + x) * 4);
        }
      }
      return drawing;
    },
  };
  return drawing;
}

/** The same numbers in the same order each time, 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
