import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../platform/db/database.ts';
import type { ContactMessages } from '../platform/db/schema.ts';

export type ContactRow = Selectable<ContactMessages>;

export function insertContactMessage(
  trx: Trx,
  message: Pick<ContactRow, 'kind' | 'name' | 'email' | 'message' | 'address' | 'good_faith' | 'locale' | 'member_id'>,
): Promise<ContactRow> {
  return trx.insertInto('contact_messages').values(message).returningAll().executeTakeFirstOrThrow();
}

/** How many came under an address within the last hour. */
export async function countMessagesOfHour(trx: Trx, email: string): Promise<number> {
  const { rows } = await sql<{ messages: number }>`
    select count(*) as messages from contact_messages
    where lower(email) = lower(${email}) and received_at > shop_now() - interval '1 hour'`.execute(trx);
  return rows[0]!.messages;
}

export function listContactMessages(db: Database, filter: { cursor?: string | undefined; limit: number }) {
  let query = db
    .selectFrom('contact_messages')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(filter.limit + 1);
  if (filter.cursor) query = query.where('id', '<', filter.cursor);
  return query.execute();
}

export function lockContactMessage(trx: Trx, id: string): Promise<ContactRow | undefined> {
  return trx.selectFrom('contact_messages').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The answers that a member waits for go to their other address. */
export async function moveOpenMessages(
  trx: Trx,
  memberId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await trx
    .updateTable('contact_messages')
    .set({ email: to })
    .where('member_id', '=', memberId)
    .where('email', '=', from)
    .where('answered_at', 'is', null)
    .execute();
}

export function markContactMessageAnswered(
  trx: Trx,
  id: string,
  { answer, by }: { answer: string; by: string },
): Promise<ContactRow> {
  return trx
    .updateTable('contact_messages')
    .set((eb) => ({ answer, answered_at: eb.fn('shop_now'), answered_by: by }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
