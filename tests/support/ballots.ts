import { createHash, createPublicKey, verify } from 'node:crypto';
import { startDealing } from '@fraisier/server/cycle/ballots/start-dealing.ts';
import { ensureMember } from '@fraisier/server/people/members.sql.ts';
import type { Receipt } from '@fraisier/shared/contracts/ballots.ts';
import { commitmentPreimage, leafPreimage, parseLogLine, receiptText } from '@fraisier/shared/cycle/ballot-log.ts';
import type { TestShop } from './shop.ts';

export interface VotedRound {
  readonly id: string;
  readonly slug: string;
  /** Admitted designs, by id. */
  readonly designs: string[];
  readonly designerId: string;
}

export interface VotedRoundOptions {
  readonly designs?: number;
  readonly phase?: string;
  readonly handCap?: number | null;
  /** Who drew the first design; the others are of someone who never votes. */
  readonly firstBy?: string;
}

const rounds = new WeakMap<TestShop, number>();

/** A round with admitted designs, straight into the tables: what is tested here begins with the vote. */
export async function openVotedRound(
  shop: TestShop,
  { designs = 12, phase = 'voting', handCap = null, firstBy }: VotedRoundOptions = {},
): Promise<VotedRound> {
  const number = (rounds.get(shop) ?? 0) + 1;
  rounds.set(shop, number);
  const slug = `${2030 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  const designerId = await ensureMember(shop.deps.db, { email: 'designer@fraisier.test', name: 'Designer' });
  const { rows } = await shop.pool.query<{ id: string }>(
    `insert into rounds (slug, number, phase, collecting_due_at, voting_due_at, final_due_at, freeze_due_at,
       collecting_at, voting_at, final_at, rules_version, bounty_cents, bounty_is_net, run_size, piece_price_cents,
       max_inks, print_width_mm, print_height_mm, expected_ratings, hand_cap, appeal_hours)
     select $1, $2, $3, now - interval '30 days', now - interval '10 days', now + interval '5 days',
       now + interval '9 days', now - interval '30 days', now - interval '10 days', null,
       '2026-12', 100000, true, 300, 2400, 6, 300, 360, 6000, $4, 48 from shop_now() as now
     returning id`,
    [slug, number, 'voting', handCap],
  );
  const id = rows[0]!.id;
  const made = await shop.pool.query<{ id: string }>(
    `insert into designs (round_id, designer_id, title, story, alt_text, fabric, sources, rights_declared_at, state,
       admitted_at)
     select $1, case when nth = 1 then $2::uuid else $3::uuid end, 'Design ' || nth, 'Why', 'What', 'blanc', 'None',
       shop_now(), 'admitted', shop_now()
     from generate_series(1, $4::int) as nth returning id`,
    [id, firstBy ?? designerId, designerId, designs],
  );
  const round = { id, slug, designerId, designs: made.rows.map((row) => row.id).sort() };
  await shop.deps.db.transaction().execute((trx) => startDealing(trx, round, 'voting', round.designs));
  if (phase !== 'voting') await movePhase(shop, round, phase);
  return round;
}

/** Moves the round as `lockRound(…, 'update')` and an advance would: alone, and votes in flight come first. */
export async function movePhase(shop: TestShop, round: VotedRound, phase: string, finalists = round.designs) {
  await shop.deps.db.transaction().execute(async (trx) => {
    await trx.selectFrom('rounds').select('id').where('id', '=', round.id).forUpdate().execute();
    const moment = phase === 'final' ? { final_at: await shop.now() } : {};
    await trx
      .updateTable('rounds')
      .set({ phase, ...moment })
      .where('id', '=', round.id)
      .execute();
    if (phase === 'final') await startDealing(trx, round, 'final', finalists);
  });
}

export interface BallotTables {
  readonly deals: { design_id: string; pseudonym_id: string; stage: string; state: string; hand: number }[];
  readonly ratings: { design_id: string; pseudonym_id: string; stars: number; would_wear: boolean; leaf: string }[];
  readonly lines: { line: string; leaf: string; tree_index: number | null }[];
  readonly openings: number;
}

/** What the database holds of a round's vote. */
export async function readTables(shop: TestShop, round: VotedRound): Promise<BallotTables> {
  const read = async (text: string) => (await shop.pool.query(text, [round.id])).rows;
  return {
    deals: await read('select design_id, pseudonym_id, stage, state, hand from deals where round_id = $1'),
    ratings: await read(
      `select design_id, pseudonym_id, stars, would_wear, encode(leaf, 'hex') as leaf from ratings where round_id = $1`,
    ),
    lines: await read(
      `select line, encode(leaf, 'hex') as leaf, tree_index from ballot_log where round_id = $1
       order by tree_index, leaf`,
    ),
    openings: (await read('select count(*) from ballot_openings where round_id = $1'))[0].count,
  };
}

/** Designs whose counter is not the number of their deals; always none. */
export async function wrongExposures(shop: TestShop): Promise<object[]> {
  const { rows } = await shop.pool.query(
    `select exposures.*, (
       select count(*) from deals where (deals.round_id, deals.stage, deals.design_id)
         = (exposures.round_id, exposures.stage, exposures.design_id) and state <> 'expired'
     ) as deals from exposures`,
  );
  return rows.filter((row) => row.deals !== row.dealt);
}

/** Checks a receipt as its owner would, with nothing but the shop's public key. Gives what its payload says. */
export function openReceipt(shop: TestShop, receipt: Receipt): Record<string, unknown> {
  const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
  const key = createPublicKey({ key: Buffer.from(shop.deps.keys.publicKey, 'base64'), format: 'der', type: 'spki' });
  const line = parseLogLine(receipt.line);
  if (line.kind !== 'ballot') throw new Error('not a ballot line');
  if (line.round !== receipt.round) throw new Error('a line of another round');
  if (sha256(leafPreimage(receipt.line)) !== receipt.leaf) throw new Error('the leaf is not the line');
  if (sha256(commitmentPreimage(receipt.salt, receipt.payload)) !== line.commitment) throw new Error('does not open');
  const signature = Buffer.from(receipt.signature, 'base64');
  if (!verify(null, Buffer.from(receiptText(receipt)), key, signature)) throw new Error('not signed by the shop');
  return JSON.parse(receipt.payload);
}
