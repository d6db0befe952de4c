import { checkArtwork } from '@fraisier/server/cycle/submissions/check-artwork.job.ts';
import { traceLikenesses } from '@fraisier/server/cycle/submissions/trace-likenesses.job.ts';
import { fromPixels, type Pixels, toPixels } from '@fraisier/server/platform/images/open-picture.ts';
import { LIKENESS } from '@fraisier/shared/cycle/likeness.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { replace, submit } from '../../support/submissions.ts';

const SIDE = 1000;

/** Bars and discs thrown by a seed: each seed another drawing. */
function motif(seed: number): Pixels {
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
  const data = Buffer.alloc(SIDE * SIDE * 4);
  for (let nth = 0; nth < 9; nth++) {
    const [x, y, size, colour] = [next(), next(), next(), next()];
    const [left, top] = [Math.floor(80 + x * 600), Math.floor(80 + y * 600)];
    const [w, h] = [Math.floor(60 + size * 240), Math.floor(60 + next() * 240)];
    const isDisc = nth % 2 === 0;
    const rgba = ((Math.floor(colour * 0xffffff) << 8) | 0xff) >>> 0;
    for (let row = top; row < Math.min(SIDE - 40, top + h); row++) {
      for (let column = left; column < Math.min(SIDE - 40, left + w); column++) {
        const inside = Math.hypot((column - left) / w - 0.5, (row - top) / h - 0.5) < 0.5;
        if (!isDisc || inside) data.writeUInt32BE(rgba, (row * SIDE + column) * 4);
      }
    }
  }
  return { data, width: SIDE, height: SIDE };
}

const clear = { r: 0, g: 0, b: 0, alpha: 0 };
const png = (picture: ReturnType<typeof fromPixels>) => picture.png({ compressionLevel: 1 }).toBuffer();

/** Each channel into another one, and that one inverted: no ink is left as it was. */
function recoloured(pixels: Pixels): Pixels {
  const data = Buffer.from(pixels.data);
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    data.set([255 - g, b, 255 - r], at);
  }
  return { ...pixels, data };
}

describe('likeness', () => {
  let shop: TestShop;
  let lea: SignedIn;
  const slug = '2026-12';
  beforeAll(async () => {
    shop = await openShop();
    await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
    lea = await shop.operator({ name: 'Léa' });
  });
  afterAll(() => shop.close());

  const hand = async (member: SignedIn, file: Buffer): Promise<string> =>
    (await submit(member, slug, { file }).expect(202)).body.id;
  /** Looks at the current artwork of a design, as its job does; nothing is drawn, which takes longer than all else. */
  const check = async (...designs: string[]) => {
    const { rows } = await shop.pool.query('select artwork_id from designs where id = any($1) order by id desc', [
      designs,
    ]);
    await Promise.all(rows.map(({ artwork_id: artworkId }) => checkArtwork(shop.deps, { artworkId })));
  };
  const found = async (design: string) => {
    const { rows } = await shop.pool.query(
      `select likenesses.*, older.design_id as older_design, older.version as older_version from likenesses
       join artworks later on later.id = artwork_id join artworks older on older.id = older_id
       where later.design_id = $1 order by percent desc`,
      [design],
    );
    return rows;
  };

  it.each([
    ['mirrored', 1, (p: Pixels) => png(fromPixels(p).flop()), { mirrored: true, quarters: 0, angle: 0 }],
    [
      'turned by a quarter',
      2,
      (p: Pixels) => png(fromPixels(p).rotate(90)),
      { mirrored: false, quarters: 1, angle: 0 },
    ],
    ['upside down', 3, (p: Pixels) => png(fromPixels(p).rotate(180)), { mirrored: false, quarters: 2, angle: 0 }],
    [
      'mirrored, then turned',
      4,
      async (p: Pixels) => png(fromPixels({ ...p, data: await fromPixels(p).flop().raw().toBuffer() }).rotate(90)),
      { mirrored: true, quarters: 1, angle: 0 },
    ],
    [
      'askew by 12 degrees',
      5,
      (p: Pixels) => png(fromPixels(p).rotate(12, { background: clear })),
      { mirrored: false, quarters: 0, angle: 12 },
    ],
    [
      'recoloured and inverted',
      6,
      (p: Pixels) => png(fromPixels(recoloured(p))),
      { mirrored: false, quarters: 0, angle: 0 },
    ],
    [
      'with a wide margin, on a colour',
      7,
      async (p: Pixels) => {
        const wide = await toPixels(
          fromPixels(p).extend({ top: 300, left: 40, right: 500, bottom: 20, background: clear }),
        );
        return png(fromPixels(wide).flatten({ background: '#808890' }));
      },
      { mirrored: false, quarters: 0, angle: 0 },
    ],
    [
      'as a small JPEG',
      8,
      (p: Pixels) => fromPixels(p).flatten({ background: '#777777' }).jpeg({ quality: 60 }).toBuffer(),
      { mirrored: false, quarters: 0, angle: 0 },
    ],
  ])('finds a drawing of somebody else that is %s, and how it was laid', async (_, seed, alter, way) => {
    const [maud, theo] = [await shop.member(), await shop.member()];
    const original = await hand(maud, await png(fromPixels(motif(seed))));
    await check(original);
    const copy = await hand(theo, await alter(motif(seed)));
    await check(copy);
    expect(await found(copy)).toEqual([
      expect.objectContaining({ older_design: original, percent: expect.any(Number), ...way }),
    ]);
    expect((await found(copy))[0].percent).toBeGreaterThanOrEqual(LIKENESS.alike);
    expect(await found(original)).toEqual([]);
  });

  it('leaves other drawings alone, and one’s own older versions and designs', async () => {
    const maud = await shop.member();
    const own = await hand(maud, await png(fromPixels(motif(20))));
    await check(own);
    const again = await hand(maud, await png(fromPixels(motif(20)).flop()));
    await check(again);
    await replace(maud, again, await png(fromPixels(motif(20)).rotate(180))).expect(202);
    const other = await hand(await shop.member(), await png(fromPixels(motif(21))));
    await check(again, other);
    for (const id of [own, again, other]) expect(await found(id)).toEqual([]);
  });

  it('remembers what was refused, withdrawn, replaced, and drawn by someone erased', async () => {
    const [maud, theo, ines] = [await shop.member(), await shop.member(), await shop.member()];
    const refused = await hand(maud, await png(fromPixels(motif(30))));
    const withdrawn = await hand(theo, await png(fromPixels(motif(31))));
    const replaced = await hand(ines, await png(fromPixels(motif(32))));
    await check(refused, withdrawn, replaced);
    await lea.post(`/api/designs/${refused}/refusal`, { reasons: ['rights'] }).expect(200);
    await theo.delete(`/api/designs/${withdrawn}`).expect(200);
    await replace(ines, replaced, await png(fromPixels(motif(33)))).expect(202);
    await check(replaced);
    await theo.delete('/api/me').send({ email: theo.email }).expect(204);
    const lucas = await shop.member();
    for (const [seed, older, version] of [
      [30, refused, 1],
      [31, withdrawn, 1],
      [32, replaced, 1],
    ] as const) {
      const copy = await hand(lucas, await png(fromPixels(motif(seed)).flop()));
      await check(copy);
      expect(await found(copy)).toEqual([expect.objectContaining({ older_design: older, older_version: version })]);
    }
  });

  it('finds one of two copies checked at once, whichever came first to the check', async () => {
    const [maud, theo] = [await shop.member(), await shop.member()];
    const first = await hand(maud, await png(fromPixels(motif(40))));
    const second = await hand(theo, await png(fromPixels(motif(40)).rotate(90)));
    await check(first, second);
    expect(await found(second)).toEqual([
      expect.objectContaining({ older_design: first, mirrored: false, quarters: 1, angle: 0 }),
    ]);
    expect(await found(first)).toEqual([]);
  });

  it('writes a pair down the same way round when the older one is traced last', async () => {
    const [maud, theo] = [await shop.member(), await shop.member()];
    const first = await hand(maud, await png(fromPixels(motif(50))));
    await check(first);
    const copy = fromPixels({ ...motif(50), data: await fromPixels(motif(50)).flop().raw().toBuffer() });
    const second = await hand(theo, await png(copy.rotate(12, { background: clear })));
    await check(second);
    const before = await found(second);
    const ids = `(select id from artworks where design_id = '${first}')`;
    await shop.pool.query(`delete from likenesses where older_id in ${ids}`);
    await shop.pool.query(`delete from shape_keys where artwork_id in ${ids}`);
    await shop.pool.query(`delete from artwork_shapes where artwork_id in ${ids}`);
    await traceLikenesses(shop.deps);
    const [after] = await found(second);
    expect(before[0]).toMatchObject({ older_design: first, mirrored: true });
    expect(after).toMatchObject({ older_design: first, mirrored: true, quarters: before[0].quarters });
    expect(Math.abs(after.angle - before[0].angle)).toBeLessThanOrEqual(6);
    expect(await found(first)).toEqual([]);
  });

  it('fills the shapes of artworks from before, in batches, and again changes nothing', async () => {
    const wipe = 'truncate likenesses, shape_keys, artwork_shapes';
    const count = async (table: string) => (await shop.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
    const [shapes, pairs] = [await count('artwork_shapes'), await count('likenesses')];
    await shop.pool.query(wipe);
    await traceLikenesses(shop.deps);
    for (let batch = 0; batch < 3; batch++) await traceLikenesses(shop.deps);
    expect([await count('artwork_shapes'), await count('likenesses')]).toEqual([shapes, pairs]);
    await traceLikenesses(shop.deps);
    expect([await count('artwork_shapes'), await count('likenesses')]).toEqual([shapes, pairs]);
    expect(pairs).toBeGreaterThan(8);
  });
});
