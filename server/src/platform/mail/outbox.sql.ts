import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../db/database.ts';
import type { Mails } from '../db/schema.ts';

export type MailRow = Selectable<Mails>;

export interface NewMail {
  readonly cause: string;
  readonly recipient: string;
  readonly locale: 'fr' | 'en';
  readonly template: string;
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string;
  readonly priority: number;
}

/** One and the same mail, for each address under a cause of its own. */
export interface NewMails extends Omit<NewMail, 'cause' | 'recipient'> {
  readonly copies: readonly { readonly cause: string; readonly recipient: string }[];
  readonly topic: string | null;
}

/**
 * Gives how many wait to leave; a cause that has had its mail gets no other. To who does not want the topic it is noted
 * that there was one, without its text. In one statement, however many.
 */
export async function insertMails(trx: Trx | Database, { copies, topic, ...mail }: NewMails): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    with added as (
      insert into mails (cause, recipient, locale, template, subject, priority, body_text, body_html, unwanted_at)
      select cause, copy.recipient, ${mail.locale}, ${mail.template}, ${mail.subject}, ${mail.priority}::smallint,
        case when since is null then ${mail.body_text} else '' end,
        case when since is null then ${mail.body_html} else '' end,
        case when since is not null then shop_now() end
      from unnest(${copies.map((copy) => copy.cause)}::text[], ${copies.map((copy) => copy.recipient)}::text[])
        as copy (cause, recipient)
      left join unwanted_topics as unwanted on unwanted.recipient = copy.recipient and unwanted.topic = ${topic}
      on conflict (cause) do nothing
      returning unwanted_at
    )
    select count(*) filter (where unwanted_at is null) as waiting from added`.execute(trx);
  return rows[0]!.waiting;
}

const OPEN = sql<boolean>`sent_at is null and failed_at is null and unwanted_at is null`;

/**
 * Takes the most urgent mail that is due and counts the attempt before it is made. Until the lease is over nobody else
 * takes it; if this process dies meanwhile, it is due again then.
 */
export async function takeDueMail(db: Database, leaseSeconds: number): Promise<MailRow | undefined> {
  const { rows } = await sql<MailRow>`
    update mails set attempts = attempts + 1, last_error = null, trouble = null,
      next_attempt_at = clock_timestamp() + make_interval(secs => ${leaseSeconds}::int)
    where id = (
      select id from mails where ${OPEN} and next_attempt_at <= clock_timestamp()
      order by priority desc, id limit 1 for update skip locked
    )
    returning *`.execute(db);
  return rows[0];
}

export async function isUnwanted(db: Database, recipient: string, topic: string): Promise<boolean> {
  const row = await db
    .selectFrom('unwanted_topics')
    .select('since')
    .where('recipient', '=', recipient)
    .where('topic', '=', topic)
    .executeTakeFirst();
  return row !== undefined;
}

export async function markMailSent(db: Database, id: string): Promise<void> {
  await db
    .updateTable('mails')
    .set((eb) => ({ sent_at: eb.fn<Date>('shop_now'), last_error: null }))
    .where('id', '=', id)
    .where(OPEN)
    .execute();
}

export async function markMailUnwanted(db: Database, id: string): Promise<void> {
  await db
    .updateTable('mails')
    .set((eb) => ({ unwanted_at: eb.fn<Date>('shop_now'), body_text: '', body_html: '' }))
    .where('id', '=', id)
    .where(OPEN)
    .execute();
}

/** Put off for so many minutes, or given up. */
export async function markMailFailed(
  db: Database,
  id: string,
  { message, trouble, minutes }: { message: string; trouble: string; minutes: number | null },
): Promise<void> {
  const again = sql<Date>`clock_timestamp() + make_interval(mins => ${minutes}::int)`;
  await db
    .updateTable('mails')
    .set((eb) => ({
      last_error: message.slice(0, 500),
      trouble,
      ...(minutes === null ? { failed_at: eb.fn<Date>('shop_now') } : { next_attempt_at: again }),
    }))
    .where('id', '=', id)
    .where(OPEN)
    .execute();
}

export async function hasDueMail(db: Database): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select from mails where ${OPEN} and next_attempt_at <= clock_timestamp()) as due`.execute(db);
  return rows[0]!.due;
}

export function findMail(db: Database | Trx, id: string): Promise<MailRow | undefined> {
  return db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listMails(db: Database, filter: { to?: string | undefined; limit: number }): Promise<MailRow[]> {
  let query = db.selectFrom('mails').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.to) query = query.where('recipient', '=', filter.to.toLowerCase());
  return query.execute();
}

/** What mails said, so many days after they left; the row keeps its cause from a second mail. */
export async function forgetBodies(db: Database, { days, limit }: { days: number; limit: number }): Promise<number> {
  const { rows } = await sql`
    update mails set body_text = '', body_html = '' where id in (
      select id from mails where body_html <> '' and sent_at < shop_now() - make_interval(days => ${days}::int)
      order by id limit ${limit}::int for update skip locked
    )
    returning id`.execute(db);
  return rows.length;
}

/** Mails that have not left go to someone's other address, but for those that stay. */
export async function moveOpenMails(
  trx: Trx,
  { from, to, but }: { from: string; to: string; but: readonly string[] },
): Promise<void> {
  await trx
    .updateTable('mails')
    .set({ recipient: to })
    .where('recipient', '=', from)
    .where(OPEN)
    .where('template', 'not in', [...but])
    .execute();
}

/** An address, and when it was someone's, by the real clock. */
export interface RecipientSpan {
  readonly address: string;
  readonly since: Date | null;
  readonly until: Date | null;
}

/** Nothing that was written to someone's address stays, and what has not left does not leave. */
export async function deleteMailsTo(trx: Trx, { address, since, until }: RecipientSpan): Promise<void> {
  await sql`
    delete from mails where recipient = ${address}
      and uuid_extract_timestamp(id) between coalesce(${since}::timestamptz, '-infinity') and coalesce(${until}::timestamptz, 'infinity')
  `.execute(trx);
}
