import { type Kysely, sql } from 'kysely';

/** Whether it was the mail or the mail server: one mail that waits is no outage. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mails add column trouble text check (trouble in ('refused', 'later', 'server'))`.execute(db);
}
