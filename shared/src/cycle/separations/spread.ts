/** Grey rows: coverage, one byte a pixel. */
export interface GreyRows {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The greatest value within `radius` pixels of each: ink spread by so much. */
export function spread({ data, width, height }: GreyRows, radius: number): Uint8Array {
  const result = data.slice();
  if (radius < 1) return result;
  const reach = spansOf(radius);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const value = data[at]!;
      if (value === 0) continue;
      // Within an area something nearer to its edge says the same: only edges need be stamped.
      const isEdge =
        (x > 0 && data[at - 1]! < value) ||
        (x < width - 1 && data[at + 1]! < value) ||
        (y > 0 && data[at - width]! < value) ||
        (y < height - 1 && data[at + width]! < value);
      if (!isEdge) continue;
      for (let dy = Math.max(-radius, -y); dy <= Math.min(radius, height - 1 - y); dy++) {
        const half = reach[Math.abs(dy)]!;
        const row = (y + dy) * width;
        const right = Math.min(width - 1, x + half);
        for (let to = row + Math.max(0, x - half); to <= row + right; to++) {
          if (result[to]! < value) result[to] = value;
        }
      }
    }
  }
  return result;
}

/** The least value within `radius` pixels of each: ink drawn in by so much. Beyond the rows it goes on as at their edge. */
export function choke({ data, width, height }: GreyRows, radius: number): Uint8Array {
  const gaps = data.slice();
  invert(gaps);
  const wide = spread({ data: gaps, width, height }, radius);
  invert(wide);
  return wide;
}

function invert(rows: Uint8Array): void {
  for (let at = 0; at < rows.length; at++) rows[at] = 255 - rows[at]!;
}

/** How far a disc of that radius reaches to either side, for each row away from its centre. */
function spansOf(radius: number): number[] {
  return Array.from({ length: radius + 1 }, (_, row) => Math.floor(Math.sqrt((radius + 0.5) ** 2 - row * row)));
}
