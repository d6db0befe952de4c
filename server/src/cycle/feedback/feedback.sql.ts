import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Letters } from '../../platform/db/schema.ts';

export type LetterRow = Selectable<Letters>;

export interface NewLetter {
  readonly designId: string;
  readonly designerId: string;
  readonly content: unknown;
}

/** A letter is written once, and never changed. All of a round in one statement. */
export async function insertLetters(trx: Trx, roundId: string, letters: readonly NewLetter[]): Promise<void> {
  await sql`
    insert into letters (round_id, design_id, designer_id, content)
    select ${roundId}, design_id, designer_id, content
    from unnest(
      ${letters.map((letter) => letter.designId)}::uuid[],
      ${letters.map((letter) => letter.designerId)}::uuid[],
      ${letters.map((letter) => JSON.stringify(letter.content))}::jsonb[]
    ) as letter (design_id, designer_id, content)
    on conflict (design_id) do nothing`.execute(trx);
}

export function findLetter(db: Database, designId: string): Promise<LetterRow | undefined> {
  return db.selectFrom('letters').selectAll().where('design_id', '=', designId).executeTakeFirst();
}

export function findDesignerOf(db: Database, designId: string) {
  return db
    .selectFrom('designs')
    .innerJoin('rounds', 'rounds.id', 'designs.round_id')
    .select(['designs.designer_id as designerId', 'designs.state', 'rounds.phase'])
    .where('designs.id', '=', designId)
    .executeTakeFirst();
}

export interface Entrant {
  readonly designId: string;
  readonly designerId: string;
  readonly name: string;
  readonly passedOverReason: string | null;
  readonly bountyId: string | null;
}

/** Everyone whose design stood in the round and who has no letter yet. An erased account gets none. */
export async function listEntrants(trx: Trx, roundId: string): Promise<Entrant[]> {
  const { rows } = await sql<Entrant>`
    select designs.id as "designId", members.id as "designerId", members.name,
      passed_over.reason as "passedOverReason", bounties.id as "bountyId"
    from designs
    join members on members.id = designs.designer_id
    left join passed_over on passed_over.round_id = designs.round_id and passed_over.design_id = designs.id
    left join bounties on bounties.design_id = designs.id
    where designs.round_id = ${roundId} and designs.state = 'admitted' and members.erased_at is null
      and not exists (select from letters where letters.design_id = designs.id)
    order by designs.id`.execute(trx);
  return rows;
}

export interface RefusalRow {
  readonly design_id: string;
  readonly reasons: string[];
  readonly message: string;
  readonly decided_at: Date;
}

/** The refusals that designs of the round had before they were admitted. */
export function listRefusals(trx: Trx, roundId: string): Promise<RefusalRow[]> {
  return trx
    .selectFrom('design_decisions')
    .innerJoin('designs', 'designs.id', 'design_decisions.design_id')
    .select(['design_id', 'reasons', 'message', 'decided_at'])
    .where('designs.round_id', '=', roundId)
    .where('designs.state', '=', 'admitted')
    .where('kind', '=', 'refusal')
    .orderBy('design_decisions.id')
    .execute();
}

/** Why ratings of each design do not count. Whose they were is neither asked nor told. */
export async function listSetAsideReasons(trx: Trx, roundId: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ design_id: string; reasons: string[] }>`
    select design_id, array_agg(distinct set_aside.reason order by set_aside.reason) as reasons
    from set_aside
    join ratings on ratings.round_id = set_aside.round_id and ratings.leaf = set_aside.leaf
    where set_aside.round_id = ${roundId} and released_at is null
    group by design_id`.execute(trx);
  return new Map(rows.map((row) => [row.design_id, row.reasons]));
}

export interface UnmailedLetter {
  readonly designId: string;
  readonly title: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
  readonly content: unknown;
  readonly writtenAt: Date;
}

/** Letters of a round that no mail of the outbox carries yet. */
export async function listUnmailedLetters(trx: Trx, roundId: string, limit: number): Promise<UnmailedLetter[]> {
  const { rows } = await sql<UnmailedLetter>`
    select letters.design_id as "designId", designs.title, members.email, members.locale, letters.content,
      letters.written_at as "writtenAt"
    from letters
    join designs on designs.id = letters.design_id
    join members on members.id = letters.designer_id
    where letters.round_id = ${roundId} and members.erased_at is null
      and not exists (select from mails where mails.cause = 'letter:' || letters.design_id)
    order by letters.design_id
    limit ${limit}`.execute(trx);
  return rows;
}

/** Rounds that are decided and in which someone has no letter, or no mail of it. */
export async function listRoundsWithGaps(db: Database): Promise<{ roundId: string; slug: string; missing: number }[]> {
  const { rows } = await sql<{ roundId: string; slug: string; missing: number }>`
    select rounds.id as "roundId", rounds.slug, count(*) as missing
    from rounds
    join designs on designs.round_id = rounds.id and designs.state = 'admitted'
    join members on members.id = designs.designer_id and members.erased_at is null
    where rounds.phase = 'decided' and not exists (
      select from letters join mails on mails.cause = 'letter:' || letters.design_id
      where letters.design_id = designs.id
    )
    group by rounds.id order by rounds.slug`.execute(db);
  return rows;
}

export interface LetterRoundRow {
  readonly round: string;
  readonly decidedAt: Date;
  readonly entrants: number;
  readonly written: number;
  readonly mailed: number;
  readonly sent: number;
  readonly failed: number;
  readonly missing: number;
}

/** How the letters of the latest decided rounds stand. */
export async function listLetterRounds(db: Database, limit: number): Promise<LetterRoundRow[]> {
  const { rows } = await sql<LetterRoundRow>`
    select rounds.slug as round, rounds.decided_at as "decidedAt",
      count(*) filter (where members.erased_at is null) as entrants,
      count(letters.design_id) as written, count(mails.id) as mailed, count(mails.sent_at) as sent,
      count(mails.failed_at) as failed,
      count(*) filter (where members.erased_at is null and (letters.design_id is null or mails.id is null)) as missing
    from (select * from rounds where phase = 'decided' order by slug desc limit ${limit}) as rounds
    join designs on designs.round_id = rounds.id and designs.state = 'admitted'
    join members on members.id = designs.designer_id
    left join letters on letters.design_id = designs.id
    left join mails on mails.cause = 'letter:' || designs.id
    group by rounds.slug, rounds.decided_at
    order by rounds.slug desc`.execute(db);
  return rows;
}

/** The round that takes designs now or next, if one is planned. */
export async function findNextCollecting(db: Database | Trx): Promise<{ slug: string; closesAt: Date } | undefined> {
  return db
    .selectFrom('rounds')
    .select(['slug', 'voting_due_at as closesAt'])
    .where('phase', 'in', ['collecting', 'planned'])
    .where('voting_due_at', '>', sql<Date>`shop_now()`)
    .orderBy('voting_due_at')
    .executeTakeFirst();
}

export function lockOrderForRecommendation(trx: Trx, orderId: string) {
  return trx
    .selectFrom('orders')
    .select(['id', 'member_id as memberId', 'state', 'kind'])
    .where('id', '=', orderId)
    .forShare()
    .executeTakeFirst();
}

export async function putRecommendation(trx: Trx, orderId: string, score: number, why: string): Promise<void> {
  await trx
    .insertInto('recommendations')
    .values({ order_id: orderId, score, why })
    .onConflict((conflict) => conflict.column('order_id').doUpdateSet({ score, why }))
    .execute();
}

export async function countRecommendations(db: Database): Promise<number[]> {
  const rows = await db
    .selectFrom('recommendations')
    .select((eb) => ['score', eb.fn.countAll<number>().as('count')])
    .groupBy('score')
    .execute();
  const counts = Array.from({ length: 11 }, () => 0);
  for (const row of rows) counts[row.score] = row.count;
  return counts;
}

export function listLatestRecommendations(db: Database, limit: number) {
  return db
    .selectFrom('recommendations')
    .select(['score', 'why', 'given_at as givenAt'])
    .orderBy('given_at', 'desc')
    .limit(limit)
    .execute();
}

export interface Buyer {
  readonly orderId: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
  readonly title: string;
  readonly number: number;
  readonly size: number;
}

/** Buyers whose shirt left a week ago and whom nobody has asked yet. */
export async function listBuyersToAsk(db: Database, days: number): Promise<Buyer[]> {
  const { rows } = await sql<Buyer>`
    select orders.id as "orderId", members.email, members.locale, designs.title, runs.size,
      (select min(number) from pieces where pieces.order_id = orders.id) as number
    from orders
    join members on members.id = orders.member_id
    join runs on runs.id = orders.run_id
    join designs on designs.id = runs.design_id
    where orders.state = 'sent' and orders.kind = 'sale'
      and orders.sent_at <= shop_now() - make_interval(days => ${days})
      and not exists (select from mails where mails.cause = 'recommendation:' || orders.id)
    limit 500`.execute(db);
  return rows;
}
