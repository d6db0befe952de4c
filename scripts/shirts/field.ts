/** Numbers on a grid, and the little arithmetic that drawing cloth needs. */
export interface Field {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

export function fieldOf(width: number, height: number, value: (x: number, y: number) => number): Field {
  const data = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at++) data[at] = value(x, y);
  return { data, width, height };
}

export function mapField(field: Field, change: (value: number, at: number) => number): Field {
  return { ...field, data: field.data.map(change) };
}

/** Three box means: near enough to a Gaussian of that radius. Edges repeat outwards. */
export function blurred(field: Field, radius: number): Field {
  let data = field.data;
  for (let pass = 0; pass < 3; pass++) {
    data = boxRows(data, field.width, field.height, radius);
    data = boxColumns(data, field.width, field.height, radius);
  }
  return { ...field, data };
}

function boxRows(from: Float32Array, width: number, height: number, radius: number): Float32Array {
  const to = new Float32Array(from.length);
  const size = 2 * radius + 1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const pick = (x: number) => from[row + Math.min(width - 1, Math.max(0, x))] ?? 0;
    let sum = 0;
    for (let x = -radius; x <= radius; x++) sum += pick(x);
    for (let x = 0; x < width; x++) {
      to[row + x] = sum / size;
      sum += pick(x + radius + 1) - pick(x - radius);
    }
  }
  return to;
}

function boxColumns(from: Float32Array, width: number, height: number, radius: number): Float32Array {
  const to = new Float32Array(from.length);
  const size = 2 * radius + 1;
  for (let x = 0; x < width; x++) {
    const pick = (y: number) => from[Math.min(height - 1, Math.max(0, y)) * width + x] ?? 0;
    let sum = 0;
    for (let y = -radius; y <= radius; y++) sum += pick(y);
    for (let y = 0; y < height; y++) {
      to[y * width + x] = sum / size;
      sum += pick(y + radius + 1) - pick(y - radius);
    }
  }
  return to;
}

/** A number between -1 and 1 for a lattice point; the same for the same seed, on every machine. */
function lattice(x: number, y: number, seed: number): number {
  let hash = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(seed, 2_246_822_519);
  hash = Math.imul(hash ^ (hash >>> 13), 1_274_126_177);
  hash = Math.imul(hash ^ (hash >>> 16), 2_654_435_769);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2_147_483_648 - 1;
}

/** Smooth noise between -1 and 1, one hill to a unit. */
export function noise(x: number, y: number, seed: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [ease(x - left), ease(y - top)];
  const upper = mix(lattice(left, top, seed), lattice(left + 1, top, seed), u);
  const lower = mix(lattice(left, top + 1, seed), lattice(left + 1, top + 1, seed), u);
  return mix(upper, lower, v);
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function ease(share: number): number {
  return share * share * share * (share * (share * 6 - 15) + 10);
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function step(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}
