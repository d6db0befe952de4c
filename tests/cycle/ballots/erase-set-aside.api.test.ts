import { countSetAsideFaults } from '@fraisier/server/cycle/ballots/desk/set-aside.sql.ts';
import { countsAgree } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import type { Check } from '@fraisier/shared/verifier/checks.ts';
import type { Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsInLog } from '../../support/blocs.ts';
import { downloadBundle, failures, unpack, verify } from '../../support/bundles.ts';
import { close, type FixtureRating, type Month, moveTo, planAndOpen, vote } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { honestTaste } from '../../support/voters.ts';

const DESIGNS = 12;
const flat: FixtureRating = { stars: 1, wouldWear: false };

describe('a ballot that was set aside with others, then erased', () => {
  let shop: TestShop;
  let month: Month;
  let leaving: SignedIn;
  let alsoLeaving: SignedIn;
  const receipts: Receipt[] = [];
  const erase = (voter: SignedIn) => voter.delete('/api/me').send({ email: voter.email }).expect(204);
  const inAgreement = async () => [
    await countsAgree(shop.deps.db, month.roundId),
    await countSetAsideFaults(shop.deps.db, month.roundId),
  ];
  const resultOf = async (): Promise<RoundResult> =>
    (await shop.visitor.get(`/api/rounds/${month.slug}/result`).expect(200)).body;
  const receiptsOf = async (voter: SignedIn): Promise<Receipt[]> =>
    (await voter.get(`/api/rounds/${month.slug}/ballot`).expect(200)).body.ratings.map(
      (rating: { receipt: Receipt }) => rating.receipt,
    );

  beforeAll(async () => {
    shop = await openShop();
    month = await planAndOpen(shop, { phase: 'voting', designs: DESIGNS });
    await vote(shop, month, { voters: 4, taste: honestTaste });
    await vote(shop, month, { voters: 3, taste: () => flat });
    [leaving, alsoLeaving] = [month.voters[4]!, month.voters[5]!];
    // A line that was replaced before is erased too, and was never set aside.
    const changed = `/api/rounds/${month.slug}/ballot/${month.designs[0]!.id}`;
    receipts.push(...(await receiptsOf(leaving)).filter(({ payload }) => payload.includes(month.designs[0]!.id)));
    await leaving.put(changed, { stars: 2, wouldWear: false }).expect(200);
    await enqueue(shop.deps.db, 'find-clusters', {});
    await shop.runJobs();
    for (const voter of month.voters) receipts.push(...(await receiptsOf(voter)));
  });
  afterAll(() => shop.close());

  it('leaves the others set aside in the same line, and rows and log agree', async () => {
    const quarantines = (await actsInLog(shop, month)).filter((line) => line.kind === 'quarantine');
    expect(quarantines.map((line) => (line.leaves as string[]).length)).toEqual([3 * DESIGNS]);
    expect(await inAgreement()).toEqual([true, 0]);
    await erase(leaving);
    expect(await inAgreement()).toEqual([true, 0]);
    const { rows } = await shop.pool.query('select count(*)::int as aside from set_aside where released_at is null');
    expect(rows).toEqual([{ aside: 2 * DESIGNS }]);
  });

  it('is in neither count, and after a second one leaves between count and close both are made anew', async () => {
    await moveTo(shop, month, 'final');
    await moveTo(shop, month, 'frozen');
    await shop.runJobs();
    await moveTo(shop, month, 'counted');
    const first = await resultOf();
    expect(first.totals).toMatchObject({ voters: 4, ratings: 4 * DESIGNS });
    expect(first.setAside).toEqual({ voters: 2, ratings: 2 * DESIGNS });

    await erase(alsoLeaving);
    expect(await inAgreement()).toEqual([true, 0]);
    await month.operator.post(`/api/rounds/${month.slug}/advance`, { to: 'counted' }).expect(200);
    const second = await resultOf();
    expect(second.totals).toEqual(first.totals);
    expect(second.setAside).toEqual({ voters: 1, ratings: DESIGNS });
    expect(second.crowd!.eligible).toBe(first.crowd!.eligible - 1);
    for (const row of second.ranking) expect(row.all.ratings).toBe(row.ratings + 1);
  });

  describe('and once the round is closed', () => {
    let checks: Check[];
    let files: Map<string, string>;
    const figuresOf = (id: Check['id']) => checks.find((check) => check.id === id)!.figures;
    beforeAll(async () => {
      await close(month);
      await shop.runJobs();
      const bundle = await downloadBundle(shop, month.slug);
      files = unpack(bundle);
      checks = await verify(bundle, { key: shop.deps.keys.publicKey, receipts });
    });

    it('the bundle verifies, the cut included: what was set aside never chose a finalist', () => {
      expect(failures(checks)).toEqual([]);
      expect(figuresOf('set_aside')).toEqual({ ratings: DESIGNS, voters: 1 });
      expect(figuresOf('unopened')).toEqual({ erased: 2 * DESIGNS + 1, missing: 0 });
      expect(figuresOf('totals')).toMatchObject({ voters: 4, ratings: 4 * DESIGNS });
    });

    it('the close line says the same figure, and nothing opens what was erased', () => {
      const lines = files.get('log.jsonl')!.trimEnd().split('\n');
      const { kind, setAside } = JSON.parse(lines.at(-1)!);
      expect({ kind, setAside }).toEqual({ kind: 'close', setAside: DESIGNS });
      const openings = files.get('openings.jsonl')!.trimEnd().split('\n');
      expect(openings).toHaveLength(5 * DESIGNS);
    });

    it('each receipt says what became of its line', () => {
      const standings = checks.filter((check) => check.id === 'receipt').map((check) => check.figures.standing);
      const count = (standing: string) => standings.filter((one) => one === standing).length;
      expect(standings).toHaveLength(7 * DESIGNS + 1);
      expect(count('counted')).toBe(4 * DESIGNS);
      expect(count('erased')).toBe(2 * DESIGNS + 1);
      expect(count('set_aside')).toBe(DESIGNS);
    });
  });
});
