import { type Kysely, sql } from 'kysely';

/** A line of the bank says what came of its fact, so the fact is written first; both stand when the import commits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table payment_facts alter constraint payment_facts_line_id_fkey deferrable initially deferred`.execute(db);
}
