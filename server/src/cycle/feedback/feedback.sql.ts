import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Letters } from '../../platform/db/schema.ts';

export type LetterRow = Selectable<Letters>;

/** Gives whether the letter is new: a letter is written once, and never changed. */
export async function insertLetter(
  trx: Trx,
  letter: { design_id: string; round_id: string; designer_id: string; content: string },
): Promise<boolean> {
  const row = await trx
    .insertInto('letters')
    .values(letter)
    .onConflict((conflict) => conflict.column('design_id').doNothing())
    .returning('design_id')
    .executeTakeFirst();
  return row !== undefined;
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
  readonly title: string;
  readonly designerId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
  readonly passedOverReason: string | null;
  readonly bountyId: string | null;
}

/** Everyone whose design stood in the round, with what decisions touched it. */
export async function listEntrants(db: Database, roundId: string): Promise<Entrant[]> {
  const { rows } = await sql<Entrant>`
    select designs.id as "designId", designs.title, members.id as "designerId", members.name, members.email,
      members.locale, passed_over.reason as "passedOverReason", bounties.id as "bountyId"
    from designs
    join members on members.id = designs.designer_id
    left join passed_over on passed_over.round_id = designs.round_id and passed_over.design_id = designs.id
    left join bounties on bounties.design_id = designs.id
    where designs.round_id = ${roundId} and designs.state = 'admitted'
    order by designs.id`.execute(db);
  return rows;
}

/** The round that takes designs now or next, if one is planned. */
export async function findNextCollecting(db: Database): Promise<{ slug: string; closesAt: Date } | undefined> {
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
