import { type Kysely, sql } from 'kysely';

/** Rates only grow; a contract is made of fields that are kept; a statement keeps its payer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create trigger withholding_rates_append_only before update or delete or truncate on withholding_rates
    for each statement execute function refuse_change()`.execute(db);
  await sql`
    alter table withholding_rates
      add column added_at timestamptz default shop_now(),
      add column added_by uuid references members (id)`.execute(db);

  await sql`
    alter table shop_settings
      add column contract_years int not null default 3 check (contract_years between 1 and 30),
      add column iban_wait_hours int not null default 72 check (iban_wait_hours between 1 and 720),
      add column fresh_sign_in_minutes int not null default 15 check (fresh_sign_in_minutes between 1 and 1440)`.execute(
    db,
  );

  // The fields that the text was made of, and until when the rights last.
  await sql`
    alter table bounties
      add column contract_terms jsonb,
      add column contract_until timestamptz,
      -- who paid, as the shop was called on the day: what the statement says
      add column payer jsonb`.execute(db);
  // Contracts accepted before are of three years, as their text says.
  await sql`
    update bounties set contract_until = owed_at + interval '3 years' where contract_text is not null`.execute(db);
  await sql`
    create trigger bounties_accepted_terms before update on bounties for each row
    when (old.contract_accepted_at is not null and
      (old.contract_terms, old.contract_until) is distinct from (new.contract_terms, new.contract_until))
    execute function keep_accepted_contract()`.execute(db);
}
