/** Structural dissimilarity of two RGB pictures of the same size, 0 where they are the same: (1 - SSIM) / 2. */
export function dissimilarity(a: Buffer, b: Buffer, width: number, height: number): number {
  let sum = 0;
  let windows = 0;
  for (let y = 0; y + SIDE <= height; y += STEP) {
    for (let x = 0; x + SIDE <= width; x += STEP) {
      sum += windowOf(a, b, width, x, y);
      windows += 1;
    }
  }
  return windows === 0 ? 0 : (1 - sum / windows) / 2;
}

const SIDE = 8;
const STEP = 4;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;
/** Brightness is seen sharper than colour. */
const WEIGHTS = [0.7, 0.15, 0.15] as const;

function windowOf(a: Buffer, b: Buffer, width: number, left: number, top: number): number {
  let weighted = 0;
  for (const [plane, weight] of WEIGHTS.entries()) {
    let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
    for (let y = top; y < top + SIDE; y++) {
      for (let x = left; x < left + SIDE; x++) {
        const at = (y * width + x) * 3;
        const va = planeOf(plane, a[at]!, a[at + 1]!, a[at + 2]!);
        const vb = planeOf(plane, b[at]!, b[at + 1]!, b[at + 2]!);
        sumA += va;
        sumB += vb;
        sumAA += va * va;
        sumBB += vb * vb;
        sumAB += va * vb;
      }
    }
    const count = SIDE * SIDE;
    const [meanA, meanB] = [sumA / count, sumB / count];
    const varianceA = sumAA / count - meanA * meanA;
    const varianceB = sumBB / count - meanB * meanB;
    const together = sumAB / count - meanA * meanB;
    weighted +=
      (weight * ((2 * meanA * meanB + C1) * (2 * together + C2))) /
      ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }
  return weighted;
}

/** Brightness, then blue and red less brightness, as JPEG has them. */
function planeOf(plane: number, red: number, green: number, blue: number): number {
  const light = 0.299 * red + 0.587 * green + 0.114 * blue;
  return plane === 0 ? light : plane === 1 ? 128 + 0.564 * (blue - light) : 128 + 0.713 * (red - light);
}
