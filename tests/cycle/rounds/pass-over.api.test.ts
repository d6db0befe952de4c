import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, liveToCounted, type Month, planAndOpen } from '../../support/month.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let month: Month;
beforeAll(async () => {
  shop = await openShop();
  month = await liveToCounted(shop, { slug: '2026-12', designs: 3, voters: 2 });
});
afterAll(() => shop.close());

const reason = 'The drawing is a traced photograph of somebody else.';
const passOver = (who: Pick<SignedIn, 'post'>, design: string, why: string = reason, slug = '2026-12') =>
  who.post(`/api/rounds/${slug}/passing-over`, { design, reason: why });

describe('passing over a winner', () => {
  it('is for operators, with a reason that says something', async () => {
    const winner = month.designs[0]!.id;
    await passOver(shop.visitor, winner).expect(401);
    await passOver(await shop.member(), winner).expect(403);
    await passOver(month.operator, winner, 'No.').expect(400);
    await passOver(month.operator, winner, 'x'.repeat(601)).expect(400);
    const blank = await passOver(month.operator, winner, ' '.repeat(40)).expect(400);
    expect(blank.body).toMatchObject({ code: 'bad_input', reasons: [{ code: 'reason_missing', field: '/reason' }] });
    await passOver(month.operator, 'the-first').expect(400);
    await passOver(month.operator, winner, reason, '2099-12').expect(404);
  });

  it('is only for who stands first', async () => {
    const second = await passOver(month.operator, month.designs[1]!.id).expect(409);
    expect(second.body).toMatchObject({ code: 'cannot_pass_over', reasons: [{ code: 'not_winner' }] });
    expect((await passOver(month.operator, month.roundId).expect(409)).body.code).toBe('cannot_pass_over');
  });

  it('moves the win to the next one, with the reason published', async () => {
    const { body } = await passOver(month.operator, month.designs[0]!.id, `  ${reason} `).expect(200);
    expect(body).toEqual({ passedOver: [{ design: month.designs[0]!.id, reason }] });
    const { body: result } = await shop.visitor.get('/api/rounds/2026-12/result').expect(200);
    expect(result.passedOver).toEqual([{ design: month.designs[0]!.id, title: 'Design 0', reason }]);
    expect(result.winners).toMatchObject([{ design: month.designs[1]!.id, place: 1 }]);
    // Who is passed over keeps rank and figures.
    expect(result.ranking[0]).toMatchObject({ design: month.designs[0]!.id, rank: 1 });
    const { body: dryRun } = await month.operator.get('/api/rounds/2026-12/count').expect(200);
    expect(dryRun.winners).toMatchObject([{ design: month.designs[1]!.id }]);
    expect(dryRun.warnings).toContainEqual({ code: 'passed_over', field: month.designs[0]!.id, detail: reason });
  });

  it('is done once: the same call answers the same, another reason is refused', async () => {
    const again = await passOver(month.operator, month.designs[0]!.id).expect(200);
    expect(again.body.passedOver).toHaveLength(1);
    const other = await passOver(month.operator, month.designs[0]!.id, 'Another reason altogether.').expect(409);
    expect(other.body.reasons).toMatchObject([{ code: 'already_passed_over' }]);
    const { body: log } = await month.operator.get('/api/audit?act=pass-over&subject=2026-12').expect(200);
    expect(log.items).toHaveLength(1);
    expect(log.items[0].details).toEqual({ design: month.designs[0]!.id, reason });
  });

  it('cannot be taken back', async () => {
    for (const change of [
      'update passed_over set reason = reason',
      'delete from passed_over',
      'truncate passed_over',
    ]) {
      await expect(shop.pool.query(change)).rejects.toThrow('append-only');
    }
  });

  it('gives the next one the bounty and the run, and ends with the close', async () => {
    const answer = await close(month);
    expect(answer.winners).toMatchObject([{ design: month.designs[1]!.id }]);
    expect(answer.bounties).toMatchObject([{ design: month.designs[1]!.id }]);
    expect(answer.runs).toMatchObject([{ slug: '2026-12', design: month.designs[1]!.id }]);
    const line = await shop.pool.query(`select line from ballot_log where kind = 'close'`);
    expect(JSON.parse(line.rows[0].line).passedOver).toEqual([{ design: month.designs[0]!.id, reason: 'passed_over' }]);
    const late = await passOver(month.operator, month.designs[1]!.id).expect(409);
    expect(late.body).toMatchObject({
      code: 'cannot_pass_over',
      reasons: [{ code: 'not_counted', detail: 'decided' }],
    });
  });

  it('has to wait for the count', async () => {
    const other = await planAndOpen(shop, { phase: 'frozen', slug: '2027-12', designs: 2, voters: 1 });
    const early = await passOver(other.operator, other.designs[0]!.id, reason, '2027-12').expect(409);
    expect(early.body.code).toBe('not_counted');
  });

  it('may leave a round without a winner, which then closes with none', async () => {
    const other = await liveToCounted(shop, { slug: '2028-12', designs: 2, voters: 1 });
    for (const design of other.designs) await passOver(other.operator, design.id, reason, '2028-12').expect(200);
    const { body } = await other.operator.get('/api/rounds/2028-12/count').expect(200);
    expect(body).toMatchObject({ winners: [], blockers: [] });
    expect(await close(other)).toEqual({ winners: [], bounties: [], runs: [] });
  });
});
