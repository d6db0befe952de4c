/** Red, green, blue and opacity, eight bits each, sRGB, row by row. A Node Buffer and a canvas's array both fit. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Every n-th pixel of it, so that no side is longer than `most`; itself where it is small enough. */
export function thinned(pixels: Pixels, most: number): Pixels {
  const scale = Math.max(pixels.width, pixels.height) / most;
  if (scale <= 1) return pixels;
  const width = Math.max(1, Math.round(pixels.width / scale));
  const height = Math.max(1, Math.round(pixels.height / scale));
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * pixels.height) / height) * pixels.width;
    for (let x = 0; x < width; x++) {
      const from = (row + Math.floor(((x + 0.5) * pixels.width) / width)) * 4;
      const to = (y * width + x) * 4;
      for (let channel = 0; channel < 4; channel++) data[to + channel] = pixels.data[from + channel] ?? 0;
    }
  }
  return { data, width, height };
}
