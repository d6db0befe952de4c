import { type Kysely, sql } from 'kysely';

/** How often an address was written about lately, what waits for an answer, and a column that nothing ever wrote. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index contact_messages_by_email on contact_messages (lower(email), received_at)`.execute(db);
  await sql`create index contact_messages_open on contact_messages (received_at) where answered_at is null`.execute(db);
  await sql`alter table runs drop column closed_at`.execute(db);
}
