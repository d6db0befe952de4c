import { type Kysely, sql } from 'kysely';

/** The social-security number of winners; and what is sealed may be sealed again under another key, and nothing else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table bounties
      add column social_security_sealed bytea,
      add column social_security_last2 text,
      add column social_security_at timestamptz`.execute(db);

  await sql`drop trigger payouts_append_only on payouts`.execute(db);
  await sql`
    create trigger payouts_stay before delete or truncate on payouts
    for each statement execute function refuse_change()`.execute(db);
  await sql`
    create trigger payouts_append_only before update on payouts for each row
    when (to_jsonb(old) - 'file_sealed' is distinct from to_jsonb(new) - 'file_sealed' or new.file_sealed is null)
    execute function refuse_change()`.execute(db);
  await sql`create index secret_readings_subject on secret_readings (subject_type, subject_id)`.execute(db);
}
