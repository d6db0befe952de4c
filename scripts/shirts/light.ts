import { blurred, type Field, mapField } from './field.ts';

/** From the upper left, and mostly from the front: a cloudy window. */
const LIGHT = [-0.4, -0.5, 0.77] as const;
/** How far the light reaches around a bend: cotton scatters. */
const WRAP = 0.4;

/** How bright each point of a height field is, 1 where it faces the viewer; hollows are a little darker. */
export function lit(heights: Field, { relief = 1, hollow = 0.02 }: { relief?: number; hollow?: number } = {}): Field {
  const { data, width, height } = heights;
  const near = blurred(heights, 9);
  const far = blurred(heights, 28);
  const flat = (LIGHT[2] + WRAP) / (1 + WRAP);
  return mapField(heights, (here, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const pick = (px: number, py: number) =>
      data[Math.min(height - 1, Math.max(0, py)) * width + Math.min(width - 1, Math.max(0, px))] ?? 0;
    const slopeX = (relief * (pick(x + 1, y) - pick(x - 1, y))) / 2;
    const slopeY = (relief * (pick(x, y + 1) - pick(x, y - 1))) / 2;
    const facing = (-slopeX * LIGHT[0] - slopeY * LIGHT[1] + LIGHT[2]) / Math.hypot(slopeX, slopeY, 1);
    const direct = (Math.max(-WRAP, facing) + WRAP) / (1 + WRAP) / flat;
    const below = hollow * ((near.data[at] ?? 0) - here) + 0.5 * hollow * ((far.data[at] ?? 0) - here);
    return direct - Math.max(-0.06, below);
  });
}
