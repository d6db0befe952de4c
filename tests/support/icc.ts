/** Colour profiles made by code: what cameras and drawing programs put into their files. */

type Xyz = readonly [number, number, number];

interface RgbProfile {
  readonly name: string;
  /** The primaries' colours under D50. */
  readonly red: Xyz;
  readonly green: Xyz;
  readonly blue: Xyz;
  readonly gamma: number;
}

export const rgbProfiles = {
  adobe: {
    name: 'Adobe RGB (1998)',
    red: [0.6097, 0.3111, 0.0195],
    green: [0.2053, 0.6257, 0.0609],
    blue: [0.1492, 0.0632, 0.7446],
    gamma: 2.2,
  },
  prophoto: {
    name: 'ProPhoto RGB',
    red: [0.7977, 0.288, 0],
    green: [0.1352, 0.7119, 0],
    blue: [0.0313, 0.0001, 0.8249],
    gamma: 1.8,
  },
} as const satisfies Record<string, RgbProfile>;

/** A version 2 profile of three primaries and one gamma. */
export function iccProfile({ name, red, green, blue, gamma }: RgbProfile): Buffer {
  const curve = Buffer.concat([type('curv'), uint32(1), uint16(Math.round(gamma * 256)), uint16(0)]);
  const text = Buffer.from(`${name}\0`, 'latin1');
  const tags: [string, Buffer][] = [
    ['desc', Buffer.concat([type('desc'), uint32(text.length), text, Buffer.alloc(78)])],
    ['cprt', Buffer.concat([type('text'), Buffer.from('Nobody\0\0')])],
    ['wtpt', xyz([0.9642, 1, 0.8249])],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  let offset = 128 + 4 + tags.length * 12;
  const table: Buffer[] = [uint32(tags.length)];
  const bodies: Buffer[] = [];
  for (const [sign, body] of tags) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    table.push(Buffer.from(sign, 'latin1'), uint32(offset), uint32(body.length));
    bodies.push(padded);
    offset += padded.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.writeUInt32BE(0x02400000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  header.writeUInt16BE(2026, 24);
  header.writeUInt16BE(11, 26);
  header.writeUInt16BE(22, 28);
  header.write('acsp', 36, 'latin1');
  xyz([0.9642, 1, 0.8249]).copy(header, 68, 8);
  return Buffer.concat([header, ...table, ...bodies]);
}

function type(sign: string): Buffer {
  return Buffer.concat([Buffer.from(sign, 'latin1'), Buffer.alloc(4)]);
}

function xyz(values: Xyz): Buffer {
  return Buffer.concat([type('XYZ '), ...values.map((value) => uint32(Math.round(value * 65_536)))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
