import { type Kysely, sql } from 'kysely';

/** A payment's state follows from facts that are only added; a file is sent or void, never both; the bank's answers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into ledger_accounts (code, kind, name_fr, name_en) values
      ('bounty_claims', 'asset', 'Dotations payées en trop', 'Bounties paid twice, to come back')`.execute(db);

  await sql`alter table payout_payments drop constraint payout_payments_state_check`.execute(db);
  await sql`
    alter table payout_payments add constraint payout_payments_state_check
    check (state in ('exported', 'paid', 'failed', 'cancelled', 'stopped', 'surplus'))`.execute(db);
  // One bounty is on its way or paid once. What was closed stays closed; what is stopped must not reach the bank; a
  // surplus was carried out by the bank all the same.
  await sql`drop index payout_payments_once`.execute(db);
  await sql`
    create unique index payout_payments_once on payout_payments (bounty_id) where state in ('exported', 'paid')`.execute(
    db,
  );
  await sql`create index payout_payments_payout on payout_payments (payout_id)`.execute(db);
  await sql`create index payout_payments_bounty on payout_payments (bounty_id)`.execute(db);
  await sql`alter table payout_payments add column reason_code text`.execute(db);

  // What a file went through; what the bank has cannot be void, and what is void never goes to the bank.
  await sql`
    create table payout_acts (
      id uuid primary key default uuidv7(),
      payout_id uuid not null references payouts (id),
      act text not null check (act in ('sent', 'void')),
      done_at timestamptz not null default shop_now(),
      done_by uuid not null references members (id),
      reason text,
      unique (payout_id)
    )`.execute(db);

  await sql`
    create table bank_files (
      id uuid primary key default uuidv7(),
      kind text not null check (kind in ('pain.002', 'camt.053', 'camt.054')),
      version text not null,
      message_id text not null,
      -- of the bytes as they came: the same file again is the same row. The file itself is not kept: a statement tells
      -- of all that the shop does, and of other people's accounts
      sha256 bytea not null unique check (octet_length(sha256) = 32),
      bytes int not null,
      file_name text not null,
      said_at text not null,
      -- movements that are none of the bounties': counted, not kept
      others int not null check (others >= 0),
      imported_at timestamptz not null default shop_now(),
      imported_by uuid not null references members (id)
    )`.execute(db);
  await sql`
    create table bank_lines (
      id uuid primary key default uuidv7(),
      file_id uuid not null references bank_files (id),
      position int not null,
      kind text not null check (kind in ('received', 'refused', 'done', 'debited', 'returned', 'other')),
      source text not null check (source in ('status', 'notification', 'statement')),
      -- the bank's own, and ours as the bank repeats it
      reference text not null,
      end_to_end_id text,
      amount_cents bigint,
      currency text,
      iban_masked text,
      status text,
      reason_code text,
      reason text,
      booked_on date,
      verdict text not null check (verdict in (
        'matched', 'known', 'unknown', 'amount_differs', 'currency_differs', 'iban_differs', 'account_differs',
        'file_differs', 'status_unknown')),
      effect text check (effect in ('received', 'paid', 'failed', 'returned', 'late', 'surplus', 'none')),
      payment_id uuid references payout_payments (id),
      -- of a line that moved nothing: who looked into it, and what it was
      solved_at timestamptz,
      solved_by uuid references members (id),
      solution text,
      check ((verdict in ('matched', 'known')) = (effect is not null)),
      check ((solved_at is null) = (solved_by is null) and (solved_at is null) = (solution is null)),
      unique (file_id, position)
    )`.execute(db);
  await sql`create index bank_lines_payment on bank_lines (payment_id)`.execute(db);
  await sql`
    create index bank_lines_open on bank_lines (id)
    where verdict not in ('matched', 'known') and solved_at is null`.execute(db);

  await sql`
    create table payment_facts (
      id uuid primary key default uuidv7(),
      payment_id uuid not null references payout_payments (id),
      kind text not null check (kind in ('received', 'refused', 'done', 'debited', 'returned', 'cancelled')),
      source text not null check (source in ('person', 'status', 'notification', 'statement')),
      reference text not null,
      reason_code text,
      reason text,
      booked_on date,
      line_id uuid references bank_lines (id),
      learned_at timestamptz not null default shop_now(),
      learned_by uuid not null references members (id),
      check ((source = 'person') = (line_id is null)),
      check (kind <> 'cancelled' or source = 'person'),
      -- the same entry told again adds nothing
      unique (payment_id, kind, source, reference)
    )`.execute(db);
  for (const table of ['payout_acts', 'bank_files', 'payment_facts']) {
    await sql`
      create trigger ${sql.raw(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
  await sql`
    create trigger bank_lines_stay before delete or truncate on bank_lines
    for each statement execute function refuse_change()`.execute(db);
  // A line is solved once; all else of it stays as the bank said it.
  await sql`
    create trigger bank_lines_kept before update on bank_lines for each row
    when (old.solved_at is not null or to_jsonb(old) - '{solved_at,solved_by,solution}'::text[]
      is distinct from to_jsonb(new) - '{solved_at,solved_by,solution}'::text[])
    execute function refuse_change()`.execute(db);

  // What people noted before there were facts, and what stood as paid or failed.
  await sql`
    insert into payment_facts (payment_id, kind, source, reference, reason, learned_at, learned_by)
    select id, case state when 'paid' then 'done' else 'refused' end, 'person', '', reason, settled_at, settled_by
    from payout_payments where state in ('paid', 'failed')`.execute(db);
}
