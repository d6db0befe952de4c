/** Red, green, blue and opacity, eight bits each, sRGB, row by row. A Node Buffer and a canvas's array both fit. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}
