import type { Database, Trx } from '../db/database.ts';

export interface NewMail {
  readonly cause: string;
  readonly recipient: string;
  readonly locale: 'fr' | 'en';
  readonly template: string;
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string;
}

/** Gives the id of the mail, or null when this cause has had its mail already. */
export async function insertMail(trx: Trx | Database, mail: NewMail): Promise<string | null> {
  const row = await trx
    .insertInto('mails')
    .values(mail)
    .onConflict((conflict) => conflict.column('cause').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export function findUnsentMail(db: Database, id: string) {
  return db.selectFrom('mails').selectAll().where('id', '=', id).where('sent_at', 'is', null).executeTakeFirst();
}

export async function markMailSent(db: Database, id: string): Promise<void> {
  await db
    .updateTable('mails')
    .set((eb) => ({ sent_at: eb.fn('shop_now'), attempts: eb('attempts', '+', 1), last_error: null }))
    .where('id', '=', id)
    .execute();
}

export async function markMailFailed(db: Database, id: string, error: string): Promise<void> {
  await db
    .updateTable('mails')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), last_error: error.slice(0, 500) }))
    .where('id', '=', id)
    .execute();
}

export function listMails(db: Database, filter: { to?: string | undefined; limit: number }) {
  let query = db.selectFrom('mails').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.to) query = query.where('recipient', '=', filter.to.toLowerCase());
  return query.execute();
}

export async function countUnsentMails(db: Database): Promise<number> {
  const row = await db
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('sent_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Nothing that was written to this address stays, and what has not left does not leave. */
export async function deleteMailsTo(trx: Trx, recipient: string): Promise<void> {
  await trx.deleteFrom('mails').where('recipient', '=', recipient.toLowerCase()).execute();
}
