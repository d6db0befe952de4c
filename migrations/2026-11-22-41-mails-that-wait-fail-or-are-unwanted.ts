import { type Kysely, sql } from 'kysely';

/** The outbox is a queue of its own: what is due, what was given up, and what its reader does not want. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // By the real clock, not the shop's: a mail server does not live in the demo's time. While a mail is being sent, its
  // next attempt is some minutes away, so that it is sent again by itself if the process dies.
  await sql`
    alter table mails
      add column priority smallint not null default 1,
      add column next_attempt_at timestamptz not null default clock_timestamp(),
      add column failed_at timestamptz,
      add column unwanted_at timestamptz,
      add check (num_nonnulls(sent_at, failed_at, unwanted_at) <= 1)`.execute(db);
  await sql`
    create index mails_open on mails (priority desc, id)
      where sent_at is null and failed_at is null and unwanted_at is null`.execute(db);
  await sql`create index mails_failed on mails (id desc) where failed_at is not null`.execute(db);
  await sql`create index mails_unwanted on mails (id desc) where unwanted_at is not null`.execute(db);
  await sql`drop index mails_unsent`.execute(db);

  // Of the mails that one can do without. An address, not an account: mails are written to addresses.
  await sql`
    create table unwanted_topics (
      recipient text not null,
      topic text not null,
      since timestamptz not null default shop_now(),
      primary key (recipient, topic)
    )`.execute(db);
}
