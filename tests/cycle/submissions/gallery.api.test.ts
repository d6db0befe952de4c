import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawTiles } from '../../support/drawn-pictures.ts';
import {
  enterDesign,
  liveToCounted,
  liveToDecided,
  type Month,
  moveTo,
  planAndOpen,
  vote,
} from '../../support/month.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

describe('the gallery of a round', () => {
  let shop: TestShop;
  let month: Month;
  beforeAll(async () => {
    shop = await openShop();
    month = await planAndOpen(shop, { phase: 'collecting', designs: 12 });
    for (const [nth, state] of (['checking', 'checked', 'refused', 'withdrawn'] as const).entries()) {
      await enterDesign(shop, month, { designer: await shop.member(), nth: 20 + nth, state });
    }
  });
  afterAll(() => shop.close());

  const page = async (query = ''): Promise<{ items: DesignCard[]; nextCursor: string | null; order: number }> =>
    (await shop.visitor.get(`/api/rounds/${month.slug}/designs${query}`).expect(200)).body;
  const idsOf = (cards: readonly DesignCard[]) => cards.map((card) => card.id);

  it('shows the admitted designs, and no other', async () => {
    const { items, nextCursor } = await page();
    expect(idsOf(items).sort()).toEqual(month.designs.map((design) => design.id).sort());
    expect(nextCursor).toBeNull();
    expect(items[0]).toMatchObject({ round: month.slug, altText: expect.stringContaining('aplat'), designer: null });
  });

  it('names no picture that a page of many does not show, where the design’s own page names all', async () => {
    const { id } = month.designs[0]!;
    await drawTiles(shop, [month.designs[0]!], ['a-l-ouest']);
    const named = ({ pictures }: DesignCard) => pictures.map(({ format, width }) => `${format} ${width}`);
    const tile = (await page()).items.find((card) => card.id === id)!;
    expect(named(tile)).toEqual(['avif 320', 'avif 640', 'avif 1280', 'webp 640']);
    const { body: design } = await shop.visitor.get(`/api/designs/${id}`).expect(200);
    expect(named(design)).toEqual([...named(tile), 'webp 1280']);
  });

  it('has 64 orders, the same for everyone who takes the same', async () => {
    const orders = new Set<string>();
    for (let order = 0; order < 64; order++) orders.add(idsOf((await page(`?order=${order}`)).items).join());
    expect(orders.size).toBe(64);
    expect(idsOf((await page('?order=7')).items)).toEqual(idsOf((await page('?order=7')).items));
    // Every design is somewhere near the front for somebody: in 64 orders of 12, each is first about 5 times.
    const firsts = new Set([...orders].map((order) => order.split(',')[0]));
    expect(firsts.size).toBeGreaterThan(8);
  });

  it('goes page by page through an order, each design once', async () => {
    const whole = idsOf((await page('?order=3')).items);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const next = await page(`?order=3&limit=5${cursor ? `&cursor=${cursor}` : ''}`);
      expect(next.items.length).toBeLessThanOrEqual(5);
      seen.push(...idsOf(next.items));
      cursor = next.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole);
  });

  it('draws an order by lot for who asks for none, says which, and goes on in it', async () => {
    const drawn = new Set<number>();
    for (let visitor = 0; visitor < 20; visitor++) {
      const { items, order } = await page();
      expect(idsOf(items)).toEqual(idsOf((await page(`?order=${order}`)).items));
      drawn.add(order);
    }
    // Twenty of 64 by chance: the same one each time would be a fault, not an accident.
    expect(drawn.size).toBeGreaterThan(3);
    const first = await page('?limit=5');
    const second = await page(`?limit=5&cursor=${first.nextCursor}`);
    const third = await page(`?limit=5&cursor=${second.nextCursor}`);
    expect([second.order, third.order]).toEqual([first.order, first.order]);
    expect(idsOf([...first.items, ...second.items, ...third.items])).toEqual(
      idsOf((await page(`?order=${first.order}`)).items),
    );
    const other = (first.order + 1) % 64;
    const { body } = await shop.visitor
      .get(`/api/rounds/${month.slug}/designs?order=${other}&cursor=${first.nextCursor}`)
      .expect(400);
    expect(body.reasons).toMatchObject([{ code: 'other_order', field: '/cursor' }]);
  });

  it('refuses orders, limits and cursors that are none', async () => {
    const beyond = `cursor=64.${month.designs[0]!.id}`;
    for (const query of [
      'order=64',
      'order=-1',
      'order=best',
      'limit=0',
      'limit=49',
      'cursor=x',
      'sort=rank',
      'finalist=16',
      beyond,
    ]) {
      const answer = await shop.visitor.get(`/api/rounds/${month.slug}/designs?${query}`).expect(400);
      expect(answer.body.code).toBe('bad_input');
    }
    await shop.visitor.get('/api/rounds/2033-01/designs').expect(404);
  });

  it('names nobody before the count, not even to operators', async () => {
    const voting = await planAndOpen(shop, { slug: '2027-01', phase: 'voting', designs: 3 });
    for (const someone of [shop.visitor, voting.designers[0]!, voting.operator]) {
      const { text, body } = await someone.get(`/api/rounds/${voting.slug}/designs`).expect(200);
      expect(body.items).toHaveLength(3);
      for (const designer of voting.designers) {
        expect(text).not.toContain(designer.id);
        expect(text).not.toContain(designer.name);
      }
    }
    await shop.visitor.get(`/api/designers/${voting.designers[0]!.id}`).expect(404);
  });
});

describe('the finalists of a round', () => {
  let shop: TestShop;
  let month: Month;
  beforeAll(async () => {
    shop = await openShop();
    month = await planAndOpen(shop, { phase: 'voting', designs: 18 });
    // Two are liked by nobody; the others so differently that no ballot is flat.
    const stars = (design: number, voter: number) => (design < 2 ? 1 : ((design + voter) % 3) + 3) as 1 | 3 | 4 | 5;
    await vote(shop, month, {
      voters: 3,
      taste: (design, voter) => ({ stars: stars(design, voter), wouldWear: false }),
    });
  });
  afterAll(() => shop.close());

  const page = async (query = '') =>
    (await shop.visitor.get(`/api/rounds/${month.slug}/designs?order=5${query}`).expect(200)).body
      .items as DesignCard[];

  it('are nobody’s to know before the cut', async () => {
    expect((await page()).filter((card) => card.finalist)).toEqual([]);
    expect(await page('&finalist=true')).toEqual([]);
    expect(await page('&finalist=false')).toHaveLength(18);
    const { body } = await month.operator.get(`/api/designs/${month.designs[4]!.id}`).expect(200);
    expect(body.finalist).toBe(false);
  });

  it('are marked from the cut on, and can be had alone, in the same order', async () => {
    await moveTo(shop, month, 'final');
    const all = await page();
    const out = month.designs.slice(0, 2).map((design) => design.id);
    expect(
      all
        .filter((card) => !card.finalist)
        .map((card) => card.id)
        .sort(),
    ).toEqual(out.sort());
    expect(await page('&finalist=true')).toEqual(all.filter((card) => card.finalist));
    expect(await page('&finalist=false')).toEqual(all.filter((card) => !card.finalist));
    const { body: hand } = await month.voters[0]!.post(`/api/rounds/${month.slug}/hands`, {}).expect(200);
    expect(new Set(hand.designs.map((card: DesignCard) => card.finalist))).toEqual(new Set([true]));
    expect((await shop.visitor.get(`/api/designs/${out[0]}`).expect(200)).body.finalist).toBe(false);
  });
});

describe('once a round is counted', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  it('its designs have authors, and its authors a page, whose winner is known at the close', async () => {
    const month = await liveToCounted(shop, { designs: 3 });
    const [first] = month.designs;
    const { body } = await shop.visitor.get(`/api/rounds/${month.slug}/designs`).expect(200);
    expect(new Set(body.items.map((card: DesignCard) => card.designer?.name))).toEqual(
      new Set(month.designers.map((designer) => designer.name)),
    );
    const path = `/api/designers/${first!.designer.id}`;
    const counted = await shop.visitor.get(path).expect(200);
    expect(counted.body).toMatchObject({ name: 'Designer 0', designs: [{ id: first!.id, rank: 1, winner: false }] });
    expect(counted.text).not.toContain('@');

    const later = await liveToDecided(shop, { slug: '2027-01', designs: 3 });
    const winner = later.closing.winners[0]!.design;
    const decided = await shop.visitor.get(`/api/designers/${later.designs[0]!.designer.id}`).expect(200);
    expect(decided.body.designs).toEqual([expect.objectContaining({ id: winner, rank: 1, winner: true })]);
    const page = await shop.visitor.get(`/api/designs/${winner}`).expect(200);
    expect(page.body).toMatchObject({ runs: ['2027-01'], designer: { name: 'Designer 0' }, own: null });
  });

  it('says of a designer without such a design that there is nobody', async () => {
    const { id } = await shop.member();
    await shop.visitor.get(`/api/designers/${id}`).expect(404);
    await shop.visitor.get('/api/designers/maud').expect(400);
  });
});
