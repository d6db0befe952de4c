import { sql } from 'kysely';
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

/** One and the same mail, for each address under a cause of its own. */
export interface NewMails extends Omit<NewMail, 'cause' | 'recipient'> {
  readonly copies: readonly { readonly cause: string; readonly recipient: string }[];
}

/** Gives the ids of the mails; a cause that has had its mail already gets no other. In one statement, however many. */
export async function insertMails(trx: Trx | Database, { copies, ...mail }: NewMails): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into mails (cause, recipient, locale, template, subject, body_text, body_html)
    select cause, recipient, ${mail.locale}, ${mail.template}, ${mail.subject}, ${mail.body_text}, ${mail.body_html}
    from unnest(${copies.map((copy) => copy.cause)}::text[], ${copies.map((copy) => copy.recipient)}::text[])
      as copy (cause, recipient)
    on conflict (cause) do nothing
    returning id`.execute(trx);
  return rows.map((row) => row.id);
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

/** Nothing that was written to this address stays, and what has not left does not leave. */
export async function deleteMailsTo(trx: Trx, recipient: string): Promise<void> {
  await trx.deleteFrom('mails').where('recipient', '=', recipient.toLowerCase()).execute();
}
