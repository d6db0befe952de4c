import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { placementIn } from '@fraisier/shared/cycle/placement.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isCheckedAnew } from '../../../web/src/cycle/submissions/checked-anew.ts';
import { type Month, moveTo, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { handIn } from '../../support/submissions.ts';

const chosen = { fromCentreMm: -80, topMm: 190, widthMm: 130 };
const months = [
  ['2026-12', '2027-01'],
  ['2027-03', '2027-04'],
  ['2027-06', '2027-07'],
  ['2027-09', '2027-10'],
] as const;

describe('a design that goes to another round', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  let nth = 0;
  let from: Month;
  let to: Month;
  let maud: SignedIn;
  beforeEach(async () => {
    const [slug, next] = months[nth++]!;
    from = await planAndOpen(shop, { slug, phase: 'collecting', designs: 2 });
    to = await planAndOpen(shop, { slug: next, phase: 'planned' });
    maud = await shop.member();
  });
  const read = async (id: string): Promise<Design> => (await maud.get(`/api/designs/${id}`).expect(200)).body;
  const promise = (change: string, slug: string = to.slug) =>
    shop.pool.query(`update rounds set ${change} where slug = $1`, [slug]);
  const admit = (id: string) => from.operator.post(`/api/designs/${id}/admission`, {}).expect(200);
  const cancelled = () =>
    from.operator
      .post(`/api/rounds/${from.slug}/cancellation`, { reason: 'The printer closed its doors.' })
      .expect(200);
  const cancellationMail = async () =>
    (
      await shop.deps.db
        .selectFrom('mails')
        .select('body_text')
        .where('cause', '=', `round-cancelled:${from.roundId}:${maud.id}`)
        .executeTakeFirstOrThrow()
    ).body_text.replaceAll('\u00a0', ' ');
  const margin = ({ own }: Design) => own!.findings.find(({ code }) => code === 'edge')?.values.leastMm;

  it('with a smaller print is checked, fitted and drawn anew there, and waits for a decision, admitted or not', async () => {
    const [placed, waiting] = [await handIn(maud, from.slug), await handIn(maud, from.slug)];
    await maud.put(`/api/designs/${placed.id}/placement`, chosen).expect(202);
    await shop.runJobs();
    await admit(placed.id);
    const before = { placed: await read(placed.id), waiting: await read(waiting.id) };
    expect(before).toMatchObject({ placed: { state: 'admitted' }, waiting: { state: 'checked' } });

    await promise('print_width_mm = 200, print_height_mm = 200');
    await cancelled();
    const { number } = (await shop.visitor.get(`/api/rounds/${to.slug}`).expect(200)).body;
    expect(await cancellationMail()).toMatch(
      new RegExp(
        `La récolte nº ${number} s’imprime autrement : « .* » et « .* » sont contrôlés pour elle .* leurs pages portent « Contrôle en cours », puis « Reçu »`,
      ),
    );
    // By this its designer's page knows that it was in, and that it is looked at for another print.
    expect(isCheckedAnew(before.placed)).toBe(false);
    expect(isCheckedAnew(await read(placed.id))).toBe(true);
    expect(isCheckedAnew(await read(waiting.id))).toBe(false);
    for (const id of [placed.id, waiting.id]) {
      expect(await read(id)).toMatchObject({
        round: to.slug,
        state: 'checking',
        front: [],
        own: { findings: [], artwork: { checkedAt: null } },
      });
    }

    await shop.runJobs();
    const after = { placed: await read(placed.id), waiting: await read(waiting.id) };
    const { artwork } = after.placed.own!;
    expect(artwork.placement).toEqual(placementIn({ widthMm: 200, heightMm: 200 }, artwork, chosen));
    expect(artwork.placement).not.toEqual(chosen);
    for (const which of ['placed', 'waiting'] as const) {
      expect(after[which].state).toBe('checked');
      expect(isCheckedAnew(after[which])).toBe(which === 'placed');
      expect(after[which].own!.findings).not.toEqual([]);
      const urls = ({ front }: Design) => front.map(({ url }) => url);
      expect(urls(after[which])).toHaveLength(urls(before[which]).length);
      expect(urls(after[which])).not.toEqual(urls(before[which]));
      // The design alone is the same picture anywhere.
      expect(after[which].pictures).toEqual(before[which].pictures);
    }
  }, 60_000);

  it('that promises other limits is measured by them, and keeps its pictures', async () => {
    const { id } = await handIn(maud, from.slug);
    await shop.runJobs();
    const before = await read(id);
    await promise('safe_margin_mm = 9');
    await moveTo(shop, from, 'voting');
    expect(await read(id)).toMatchObject({ state: 'checking', round: to.slug });
    await shop.runJobs();
    const after = await read(id);
    expect(after).toMatchObject({ state: 'checked', front: before.front, shirt: before.shirt });
    expect([margin(before), margin(after)]).toEqual([5, 9]);
  });

  it('that prints alike keeps its report, its pictures and its decision', async () => {
    const { id } = await handIn(maud, from.slug);
    await shop.runJobsUndrawn();
    await admit(id);
    const before = await read(id);
    await cancelled();
    const after = await read(id);
    expect(after).toMatchObject({ state: 'admitted', round: to.slug });
    expect(await cancellationMail()).toMatch(/passe à la récolte/);
    expect(await cancellationMail()).not.toMatch(/autrement|contrôlé/);
    expect(after.own!.findings).toEqual(before.own!.findings);
  });

  it('is checked anew too where it had to wait for that round', async () => {
    const { id } = await handIn(maud, from.slug);
    await shop.runJobsUndrawn();
    // There is no next round when the vote opens: it waits where it is.
    await promise(`phase = 'cancelled', cancelled_at = shop_now()`);
    await moveTo(shop, from, 'voting');
    expect(await read(id)).toMatchObject({ state: 'checked', round: from.slug });
    const late = await planAndOpen(shop, { slug: '2027-11', phase: 'planned' });
    await promise('safe_margin_mm = 9', late.slug);
    await moveTo(shop, late, 'collecting');
    expect(await read(id)).toMatchObject({ state: 'checking', round: late.slug });
    await shop.runJobsUndrawn();
    expect(margin(await read(id))).toBe(9);
  });
});
