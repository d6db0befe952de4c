import { type Field, noise, step } from './field.ts';

export type Point = readonly [x: number, y: number];

/** A crease: a curve with a soft side and a steep side, that begins strong and runs out. */
export interface Fold {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
  /** Of the soft side, in units of the drawing. */
  readonly width: number;
  readonly height: number;
  /** The share of the width that the other side has. */
  readonly steep?: number;
  /** Where along the curve it is highest, 0 to 1. */
  readonly peak?: number;
}

const POINTS = 40;

/** Adds creases to a height field. They are bent a little, as no crease runs along a formula. */
export function addFolds(field: Field, folds: readonly Fold[], seed: number): void {
  for (const [nth, fold] of folds.entries()) addFold(field, fold, seed + nth);
}

function addFold({ data, width, height }: Field, fold: Fold, seed: number): void {
  const { from, bend, to, steep = 0.45, peak = 0.2 } = fold;
  const curve = Array.from({ length: POINTS + 1 }, (_, nth) => {
    const t = nth / POINTS;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    return [a * from[0] + b * bend[0] + c * to[0], a * from[1] + b * bend[1] + c * to[1]] as const;
  });
  const reach = fold.width * 5 * Math.max(1, steep);
  const least = (nth: 0 | 1) => Math.floor(Math.min(...curve.map((point) => point[nth])) - reach);
  const most = (nth: 0 | 1) => Math.ceil(Math.max(...curve.map((point) => point[nth])) + reach);
  for (let y = Math.max(0, least(1)); y <= Math.min(height - 1, most(1)); y++) {
    for (let x = Math.max(0, least(0)); x <= Math.min(width - 1, most(0)); x++) {
      const px = x + 7 * noise(x / 60, y / 60, seed) + 1.4 * noise(x / 21, y / 21, seed + 50);
      const py = y + 7 * noise(x / 60, y / 60, seed + 100) + 1.4 * noise(x / 21, y / 21, seed + 150);
      const { along, across } = nearest(curve, px, py);
      // Narrow where it is pulled from, wide where it runs out.
      const wide = fold.width * (0.55 + 0.8 * along) * (across > 0 ? 1 : steep);
      const profile = Math.exp(-((Math.abs(across) / wide) ** 1.6));
      const strength = along < peak ? step(0, peak, along) : 1 - step(peak, 1, along);
      const at = y * width + x;
      data[at] = (data[at] ?? 0) + fold.height * strength * profile;
    }
  }
}

function nearest(curve: readonly Point[], x: number, y: number): { along: number; across: number } {
  let [best, along, across] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let nth = 0; nth < curve.length - 1; nth++) {
    const [[ax, ay], [bx, by]] = [curve[nth]!, curve[nth + 1]!];
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    const [ox, oy] = [x - ax - t * dx, y - ay - t * dy];
    const distance = ox * ox + oy * oy;
    if (distance >= best) continue;
    best = distance;
    along = (nth + t) / (curve.length - 1);
    across = Math.sign(dx * oy - dy * ox) * Math.sqrt(distance);
  }
  return { along, across };
}

/** The same creases on the other side of a shirt whose middle is at `middle`, not quite the same. */
export function mirrored(folds: readonly Fold[], middle: number, lean: number): Fold[] {
  const flip = ([x, y]: Point, nth: number): Point => [
    2 * middle - x + lean * ((nth % 3) - 1),
    y + lean * ((nth % 2) - 0.5),
  ];
  return folds.map((fold, nth) => ({
    ...fold,
    from: flip(fold.from, 0),
    bend: flip(fold.bend, nth + 1),
    to: flip(fold.to, nth + 2),
    height: fold.height * (0.8 + 0.13 * (nth % 4)),
    // Its soft side is the lower one here too.
    steep: 1 / (fold.steep ?? 0.45),
    width: fold.width * (fold.steep ?? 0.45),
  }));
}
