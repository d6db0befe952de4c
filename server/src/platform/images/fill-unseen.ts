import type { Pixels } from './open-picture.ts';

/** Three hundredths: as thin a pixel shows no colour of its own, and what is noted of its colour is mostly rounding. */
const UNSEEN = 8;

/** Colour times alpha of red, green and blue, and alpha, of cells twice as wide as those of the level below. */
interface Level {
  readonly sums: Float32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Gives pixels that nobody sees the colour of what is next to them, whatever the ground they will be on. Resizing leaves
 * them black, and an encoder then spends a third of its bytes on edges between ink and black which show as dark rims.
 */
export function fillUnseen({ data, width, height }: Pixels): Pixels {
  const levels = [firstLevel({ data, width, height })];
  for (let level = levels[0]!; level.width > 1 || level.height > 1; levels.push(level)) level = nextLevel(level);
  const [whole] = levels.at(-1)!.sums.slice(3);
  if (!whole) return { data, width, height };
  for (let nth = levels.length - 2; nth >= 0; nth--) fillFrom(levels[nth + 1]!, levels[nth]!);

  const filled = Buffer.from(data);
  const { sums, width: across } = levels[0]!;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if (data[at + 3]! > UNSEEN) continue;
      const from = ((y >> 1) * across + (x >> 1)) * 4;
      const weight = sums[from + 3]!;
      for (let band = 0; band < 3; band++) filled[at + band] = Math.round(sums[from + band]! / weight);
    }
  }
  return { data: filled, width, height };
}

function emptyLevel(width: number, height: number): Level {
  return { sums: new Float32Array(width * height * 4), width, height };
}

function firstLevel({ data, width, height }: Pixels): Level {
  const level = emptyLevel((width + 1) >> 1, (height + 1) >> 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const alpha = data[at + 3]!;
      if (alpha <= UNSEEN) continue;
      const to = ((y >> 1) * level.width + (x >> 1)) * 4;
      for (let band = 0; band < 3; band++) level.sums[to + band]! += data[at + band]! * alpha;
      level.sums[to + 3]! += alpha;
    }
  }
  return level;
}

function nextLevel({ sums, width, height }: Level): Level {
  const level = emptyLevel((width + 1) >> 1, (height + 1) >> 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const to = ((y >> 1) * level.width + (x >> 1)) * 4;
      for (let band = 0; band < 4; band++) level.sums[to + band]! += sums[at + band]!;
    }
  }
  return level;
}

/** Cells in which nothing is seen take what is around them in the wider ones. */
function fillFrom(wider: Level, { sums, width, height }: Level): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if (sums[at + 3]! > 0) continue;
      const from = ((y >> 1) * wider.width + (x >> 1)) * 4;
      for (let band = 0; band < 4; band++) sums[at + band] = wider.sums[from + band]!;
    }
  }
}
