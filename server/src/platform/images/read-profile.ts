/** The few things of a colour profile (ICC) that tell what its colours are. */
export interface Profile {
  /** As it calls itself, at most 60 characters of it. */
  readonly name: string;
  readonly space: 'RGB' | 'CMYK' | 'GRAY' | 'other';
  /** What takes RGB to the linear light of sRGB; null for profiles that are tables. */
  readonly toLinearSrgb: ((red: number, green: number, blue: number) => readonly [number, number, number]) | null;
  /** XYZ of red, green and blue under D50, where it has them. */
  readonly primaries: readonly (readonly [number, number, number])[] | null;
}

const HEADER_BYTES = 128;
const MOST_TAGS = 100;
const MOST_NAME = 60;

/** XYZ under D50 to linear sRGB. */
const fromXyz = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
] as const;

/** Null for what is no profile. A stranger wrote it: whatever lies outside of it is not looked for. */
export function readProfile(icc: Buffer): Profile | null {
  try {
    if (icc.toString('latin1', 36, 40) !== 'acsp') return null;
    const tags = new Map<string, Buffer>();
    const count = Math.min(MOST_TAGS, icc.readUInt32BE(HEADER_BYTES));
    for (let nth = 0; nth < count; nth++) {
      const entry = HEADER_BYTES + 4 + nth * 12;
      const offset = icc.readUInt32BE(entry + 4);
      tags.set(icc.toString('latin1', entry, entry + 4), icc.subarray(offset, offset + icc.readUInt32BE(entry + 8)));
    }
    const space = icc.toString('latin1', 16, 20).trim();
    const primaries = space === 'RGB' ? primariesOf(tags) : null;
    return {
      name: nameOf(tags.get('desc')),
      space: space === 'RGB' || space === 'CMYK' || space === 'GRAY' ? space : 'other',
      primaries,
      toLinearSrgb: primaries && converter(primaries, tags),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function nameOf(tag: Buffer | undefined): string {
  if (!tag) return '';
  let name = '';
  if (tag.toString('latin1', 0, 4) === 'desc') name = tag.toString('latin1', 12, 12 + tag.readUInt32BE(8));
  else if (tag.toString('latin1', 0, 4) === 'mluc') {
    const [length, offset] = [tag.readUInt32BE(20), tag.readUInt32BE(24)];
    const text = Buffer.from(tag.subarray(offset, offset + (length & ~1)));
    name = text.swap16().toString('utf16le');
  }
  return name.replace(/\p{C}/gu, '').trim().slice(0, MOST_NAME);
}

function primariesOf(tags: ReadonlyMap<string, Buffer>): [number, number, number][] | null {
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].flatMap((name) => {
    const tag = tags.get(name);
    return tag ? [[fixed(tag, 8), fixed(tag, 12), fixed(tag, 16)] as [number, number, number]] : [];
  });
  return primaries.length === 3 ? primaries : null;
}

function converter(
  primaries: readonly (readonly [number, number, number])[],
  tags: ReadonlyMap<string, Buffer>,
): Profile['toLinearSrgb'] {
  const curves = ['rTRC', 'gTRC', 'bTRC'].map((name) => curveOf(tags.get(name)));
  const [red, green, blue] = curves;
  if (!red || !green || !blue) return null;
  const matrix = fromXyz.map((row) =>
    primaries.map((colour) => row.reduce((sum, value, axis) => sum + value * (colour[axis] ?? 0), 0)),
  );
  return (r, g, b) => {
    const light = [red[r] ?? 0, green[g] ?? 0, blue[b] ?? 0];
    return matrix.map((row) => row.reduce((sum, value, at) => sum + value * (light[at] ?? 0), 0)) as [
      number,
      number,
      number,
    ];
  };
}

/** The light of each of 256 values; null for a curve that is not known. */
function curveOf(tag: Buffer | undefined): Float64Array | null {
  if (!tag) return null;
  const kind = tag.toString('latin1', 0, 4);
  const curve = kind === 'para' ? parametric(tag) : kind === 'curv' ? tabled(tag) : null;
  return curve && Float64Array.from({ length: 256 }, (_, value) => curve(value / 255));
}

function tabled(tag: Buffer): (value: number) => number {
  const count = tag.readUInt32BE(8);
  if (count === 0) return (value) => value;
  if (count === 1) return (value) => value ** (tag.readUInt16BE(12) / 256);
  return (value) => {
    const at = value * (count - 1);
    const below = Math.floor(at);
    const [from, to] = [below, Math.min(count - 1, below + 1)].map(
      (entry) => tag.readUInt16BE(12 + 2 * entry) / 65_535,
    );
    return (from ?? 0) + ((to ?? 0) - (from ?? 0)) * (at - below);
  };
}

/** The five kinds of ICC.1, 10.18: a power, with a straight part near black in most. */
function parametric(tag: Buffer): ((value: number) => number) | null {
  const kind = tag.readUInt16BE(8);
  const count = [1, 3, 4, 5, 7][kind];
  if (count === undefined) return null;
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from({ length: count }, (_, nth) =>
    fixed(tag, 12 + 4 * nth),
  );
  const power = (value: number) => Math.max(0, a * value + b) ** g;
  if (kind === 0) return (value) => value ** g;
  if (kind === 1) return (value) => (value >= -b / a ? power(value) : 0);
  if (kind === 2) return (value) => (value >= -b / a ? power(value) + c : c);
  return (value) => (value >= d ? power(value) + e : c * value + f);
}

/** A signed number of 16 bits before and 16 behind the point. */
function fixed(tag: Buffer, at: number): number {
  return tag.readInt32BE(at) / 65_536;
}
