import { checkArtwork } from '@fraisier/server/cycle/submissions/check-artwork.job.ts';
import { fromPixels } from '@fraisier/server/platform/images/open-picture.ts';
import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { findingCodes } from '@fraisier/shared/cycle/artwork-rules.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Month, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { type Sketch, sketch } from '../../support/sketch.ts';
import { goodFields, handIn, replace, submit } from '../../support/submissions.ts';

type Own = NonNullable<Design['own']>;

/** As drawn on the whole print area, 1,000 × 1,200 px. */
const PX_PER_MM = 10 / 3;
const drawing = () => sketch({ widthMm: 300, heightMm: 360, pxPerMm: PX_PER_MM });
const encoded = ({ data, width, height }: Sketch) =>
  fromPixels({ data: Buffer.from(data), width, height })
    .png({ compressionLevel: 1 })
    .toBuffer();

describe('the pre-flight report', () => {
  let shop: TestShop;
  let month: Month;
  const slug = '2026-12';
  beforeAll(async () => {
    shop = await openShop();
    month = await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
  });
  afterAll(() => shop.close());

  const artworkOf = async (design: string): Promise<string> =>
    (await shop.pool.query('select artwork_id from designs where id = $1', [design])).rows[0].artwork_id;
  const reportOf = async (who: SignedIn, id: string): Promise<Own['findings']> => {
    // The check alone: what is drawn after it takes longer, and is tried elsewhere.
    await checkArtwork(shop.deps, { artworkId: await artworkOf(id) });
    return ((await who.get(`/api/designs/${id}`).expect(200)).body as Design).own!.findings;
  };
  const advice = (findings: Own['findings']) => findings.flatMap(({ code, level }) => (level === 'ok' ? [] : [code]));

  it('says all that is wrong with a file and where, and nothing once it is mended', async () => {
    const maud = await shop.member();
    const faulty = drawing()
      .disc('#1d1817', 150, 150, 90)
      .line('#e5263e', [40, 300], [260, 300], 0.3)
      .disc('#e5263e', 285, 345, 0.4)
      .rect('#f5f4ef', 2.1, 320, 200, 30);
    const fields = { ...goodFields, fabric: 'blanc' };
    const { body } = await submit(maud, slug, { file: await encoded(faulty), fields }).expect(202);
    const findings = await reportOf(maud, body.id);
    expect(findings.map(({ code }) => code)).toEqual(findingCodes);
    expect(advice(findings)).toEqual(['resolution', 'strays', 'edge', 'thin_lines', 'contrast']);
    const find = (code: string) => findings.find((finding) => finding.code === code)!;
    expect(find('resolution').values).toMatchObject({ bestDpi: 300, bestWidthMm: 84 });
    expect(find('strays')).toMatchObject({ values: { count: 1 } });
    expect(find('edge').values).toMatchObject({ nearestMm: 2.1, leastMm: 5 });
    expect(find('thin_lines').values).toMatchObject({ leastMm: 0.4 });
    expect(find('contrast').values).toMatchObject({ fabric: 'blanc' });
    for (const code of ['strays', 'edge', 'thin_lines', 'contrast']) {
      expect(find(code).places.length, code).toBeGreaterThan(0);
    }
    // The line lies at 300 of 360 mm, the speck near the lower right corner.
    expect(find('thin_lines').places.every(({ top, height }) => top <= 834 && top + height >= 832)).toBe(true);
    expect(find('strays').places[0]!.left).toBeGreaterThan(940);

    const mended = drawing().disc('#1d1817', 150, 150, 90).rect('#e5263e', 40, 300, 220, 30);
    await replace(maud, body.id, await encoded(mended)).expect(202);
    expect(advice(await reportOf(maud, body.id))).toEqual(['resolution']);
  });

  it('goes by what the round promised of its prints', async () => {
    const maud = await shop.member();
    const { body } = await submit(maud, slug, {
      file: await encoded(drawing().disc('#1d1817', 150, 150, 90).line('#e5263e', [40, 300], [260, 300], 0.6)),
    }).expect(202);
    expect(advice(await reportOf(maud, body.id))).not.toContain('thin_lines');
    await shop.pool.query(
      `update rounds set least_line_hundredths = 90, good_dpi = 80, least_dpi = 72, max_inks = 1 where slug = $1`,
      [slug],
    );
    const { promise } = (await maud.get(`/api/rounds/${slug}`).expect(200)).body;
    expect(promise.print).toEqual({ method: 'screen', leastLineMm: 0.9, safeMarginMm: 5, goodDpi: 80, leastDpi: 72 });
    await replace(
      maud,
      body.id,
      await encoded(drawing().disc('#1d1817', 150, 150, 90).line('#e5263e', [40, 300], [260, 310], 0.6)),
    ).expect(202);
    const findings = await reportOf(maud, body.id);
    expect(advice(findings)).toEqual(['thin_lines', 'inks']);
    await shop.pool.query(`update rounds set print_method = 'digital' where slug = $1`, [slug]);
    await replace(
      maud,
      body.id,
      await encoded(drawing().disc('#1d1817', 150, 150, 90).line('#e5263e', [40, 300], [260, 320], 0.6)),
    ).expect(202);
    expect(advice(await reportOf(maud, body.id))).toEqual(['thin_lines']);
  });

  it('written before findings had places still reads, with none', async () => {
    const maud = await shop.member();
    const { id } = await handIn(maud, slug);
    await reportOf(maud, id);
    const old = [{ code: 'resolution', level: 'warn', values: { dpi: 85 } }];
    await shop.pool.query(`update artworks set findings = $1 where design_id = $2`, [JSON.stringify(old), id]);
    expect(await reportOf(maud, id)).toEqual([{ ...old[0], places: [] }]);
    const { body } = await month.operator.get('/api/reviews?state=checked').expect(200);
    expect(body.items.find((item: Design) => item.id === id).own.findings).toEqual([{ ...old[0], places: [] }]);
  });

  it('is measured again for the round that a design has gone to meanwhile', async () => {
    const maud = await shop.member();
    const { id } = await handIn(maud, slug);
    const { images } = shop.deps;
    const seen: number[] = [];
    const { promise } = (await maud.get(`/api/rounds/${slug}`).expect(200)).body;
    const change = (mm: number) => shop.pool.query('update rounds set safe_margin_mm = $1 where slug = $2', [mm, slug]);
    const slow = {
      ...shop.deps,
      images: {
        ...images,
        measure: async (...asked: Parameters<typeof images.measure>) => {
          const measured = await images.measure(...asked);
          seen.push(asked[1].safeMarginMm);
          if (seen.length === 1) await change(promise.print.safeMarginMm + 4);
          return measured;
        },
      },
    };
    await checkArtwork(slow, { artworkId: await artworkOf(id) });
    await change(promise.print.safeMarginMm);
    expect(seen).toEqual([promise.print.safeMarginMm, promise.print.safeMarginMm + 4]);
    const findings = await reportOf(maud, id);
    expect(findings.find(({ code }) => code === 'edge')?.values.leastMm).toBe(promise.print.safeMarginMm + 4);
  });
});
