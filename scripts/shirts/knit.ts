import { type Field, fieldOf, noise } from './field.ts';

/** Jersey: columns of stitches, each a V. The tile holds whole stitches, so that it goes on on every side. */
const COLUMNS = 26;
const ROWS = 34;
const STITCH = { width: 12, height: 9 } as const;
export const KNIT = { width: COLUMNS * STITCH.width, height: ROWS * STITCH.height } as const;

export interface Knit {
  /** 0 is flat. */
  readonly light: Field;
  /** 0 on a thread, 1 in a gap. */
  readonly depth: Field;
}

/** How far a leg of a stitch leans from upright, and how far the next row's covers it. */
const LEAN = 0.42;
const LENGTH = 0.78;
const THICK = 0.29;

export function drawKnit(): Knit {
  const heights = fieldOf(KNIT.width, KNIT.height, (x, y) => heightAt(x, y).height);
  const { data, width, height } = heights;
  const wrap = (x: number, y: number) => data[((y + height) % height) * width + ((x + width) % width)] ?? 0;
  const light = fieldOf(width, height, (x, y) => {
    const slope = 0.5 * (wrap(x + 1, y) - wrap(x - 1, y)) + 0.7 * (wrap(x, y + 1) - wrap(x, y - 1));
    return 0.55 * slope + 0.05 * heightAt(x, y).twist + 0.03 * seamless(x, y);
  });
  const depth = fieldOf(width, height, (x, y) => Math.max(0, Math.min(1, 1 - wrap(x, y) * 1.25)));
  return { light, depth };
}

/** Noise that goes on over the tile's edge: mixed with itself from the other side. */
function seamless(x: number, y: number): number {
  const share = x / KNIT.width;
  return (1 - share) * noise(x / 4, y / 4, 5) + share * noise((x - KNIT.width) / 4, y / 4, 5);
}

function heightAt(x: number, y: number): { height: number; twist: number } {
  const [column, row] = [Math.floor(x / STITCH.width), Math.floor(y / STITCH.height)];
  let height = 0;
  let twist = 0;
  for (let down = -1; down <= 1; down++) {
    for (let right = -1; right <= 1; right++) {
      for (const leg of [-1, 1]) {
        const [c, r] = [column + right, row + down];
        // No two stitches are alike.
        const own = noise(((c + COLUMNS) % COLUMNS) * 3.7 + 0.5, ((r + ROWS) % ROWS) * 5.3 + leg, 17);
        const centreX = (c + 0.5 + leg * 0.25) * STITCH.width + own * 0.7;
        const centreY = (r + 0.5) * STITCH.height + own * 0.5;
        const [dx, dy] = [x + 0.5 - centreX, y + 0.5 - centreY];
        const angle = leg * LEAN;
        const across = (dx * Math.cos(angle) + dy * Math.sin(angle)) / (THICK * STITCH.width);
        const along = (dy * Math.cos(angle) - dx * Math.sin(angle)) / (LENGTH * STITCH.height);
        const inside = 1 - across * across - along ** 4;
        if (inside <= 0) continue;
        // The upper end of a leg dips under the row above.
        const here = Math.sqrt(inside) * (0.86 + 0.14 * along) + 0.03 * own;
        if (here <= height) continue;
        height = here;
        twist = Math.sin((along * 5 + across * 2.4) * leg + own * 9);
      }
    }
  }
  return { height, twist };
}
