import { type Kysely, sql } from 'kysely';

/** A transaction of the ledger is whole when it commits and takes nothing later; every night the books are checked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Two entries that balance could be added to what was booked last year: entries come with their transaction, or never.
  await sql`alter table ledger_transactions add column booked_in xid8`.execute(db);
  await sql`alter table ledger_transactions alter column booked_in set default pg_current_xact_id()`.execute(db);
  await sql`
    create function refuse_late_entries() returns trigger language plpgsql as $$
    begin
      if not exists (
        select from ledger_transactions where id = new.transaction_id and booked_in = pg_current_xact_id()
      ) then
        raise exception 'ledger transaction % is booked and takes no more entries', new.transaction_id
          using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$`.execute(db);
  await sql`
    create trigger ledger_entries_in_time before insert on ledger_entries
    for each row execute function refuse_late_entries()`.execute(db);
  await sql`
    create function ledger_transaction_must_move() returns trigger language plpgsql as $$
    begin
      if not exists (select from ledger_entries where transaction_id = new.id) then
        raise exception 'ledger transaction % has no entries', new.id using errcode = 'check_violation';
      end if;
      return null;
    end
    $$`.execute(db);
  await sql`
    create constraint trigger ledger_transactions_move after insert on ledger_transactions
    deferrable initially deferred for each row execute function ledger_transaction_must_move()`.execute(db);
  await sql`create index ledger_transactions_booked_at on ledger_transactions (booked_at)`.execute(db);

  // Accounts are data: new ones come, names are mended; what was booked on one stays what it was.
  await sql`
    create function keep_ledger_account() returns trigger language plpgsql as $$
    begin
      raise exception 'an account keeps its code and kind' using errcode = 'restrict_violation';
    end
    $$`.execute(db);
  await sql`
    create trigger ledger_accounts_kept before update on ledger_accounts for each row
    when ((old.code, old.kind) is distinct from (new.code, new.kind)) execute function keep_ledger_account()`.execute(
    db,
  );
  await sql`
    create trigger ledger_accounts_stay before delete or truncate on ledger_accounts
    for each statement execute function refuse_change()`.execute(db);

  // What a check of the books looked at and what it found: one a night, and those that someone asked for.
  await sql`
    create table ledger_checks (
      id uuid primary key default uuidv7(),
      checked_at timestamptz not null default shop_now(),
      -- the night's, by the shop's calendar; null when a person asked for it
      night date unique,
      asked_by uuid references members (id),
      -- for each rule: its code, how many it looked at, how many differ
      rules jsonb not null,
      -- the first of what differs
      findings jsonb not null,
      findings_count int not null check (findings_count >= 0),
      check (num_nonnulls(night, asked_by) = 1)
    )`.execute(db);
  await sql`
    create trigger ledger_checks_append_only before update or delete or truncate on ledger_checks
    for each statement execute function refuse_change()`.execute(db);
}
