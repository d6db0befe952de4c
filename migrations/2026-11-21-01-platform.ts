import { type Kysely, sql } from 'kysely';

/** The shop's clock, settings, outbox and audit log: what every part of the month stands on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Deadlines are decided by this clock alone. The offset is zero except in demo and tests.
  await sql`
    create table shop_clock (
      is_only boolean primary key default true check (is_only),
      clock_offset interval not null default interval '0'
    )`.execute(db);
  await sql`insert into shop_clock default values`.execute(db);
  await sql`
    create function shop_now() returns timestamptz language sql volatile as $$
      select clock_timestamp() + (select clock_offset from shop_clock)
    $$`.execute(db);

  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end
    $$`.execute(db);

  await sql`
    create table shop_settings (
      is_only boolean primary key default true check (is_only),
      shop_name text not null default 'Fraisier',
      legal_name text not null default '',
      legal_form text not null default '',
      registration text not null default '',
      vat_number text not null default '',
      publisher text not null default '',
      street text not null default '',
      postal_code text not null default '',
      city text not null default '',
      country text not null default 'FR' check (country ~ '^[A-Z]{2}$'),
      email text not null default '',
      debtor_name text not null default '',
      debtor_iban text not null default '',
      debtor_bic text not null default '',
      time_zone text not null default 'Europe/Paris',
      month_end_hour int not null default 20 check (month_end_hour between 0 and 23),
      vat_rate_bp int not null default 2000 check (vat_rate_bp between 0 and 10000),
      piece_price_cents int not null default 2400 check (piece_price_cents > 0),
      shipping_cents int not null default 450 check (shipping_cents >= 0),
      run_size int not null default 300 check (run_size between 2 and 100000),
      pieces_per_order int not null default 3 check (pieces_per_order between 1 and 100),
      bounty_cents int not null default 100000 check (bounty_cents > 0),
      bounty_is_net boolean not null default true,
      bounty_days int not null default 30 check (bounty_days between 1 and 365),
      print_width_mm int not null default 300 check (print_width_mm between 50 and 1000),
      print_height_mm int not null default 360 check (print_height_mm between 50 and 1000),
      max_inks int not null default 6 check (max_inks between 1 and 20),
      expected_ratings int not null default 6000 check (expected_ratings >= 40),
      appeal_hours int not null default 48 check (appeal_hours between 0 and 720),
      updated_at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`insert into shop_settings default values`.execute(db);

  // The outbox: a row is written in the act's own transaction, a job sends it after the commit, at least once.
  await sql`
    create table mails (
      id uuid primary key default uuidv7(),
      cause text not null unique,
      recipient text not null,
      locale text not null check (locale in ('fr', 'en')),
      template text not null,
      subject text not null,
      body_text text not null,
      body_html text not null,
      created_at timestamptz not null default shop_now(),
      attempts int not null default 0,
      last_error text,
      sent_at timestamptz
    )`.execute(db);
  await sql`create index mails_recipient on mails (recipient, id desc)`.execute(db);
  await sql`create index mails_unsent on mails (id) where sent_at is null`.execute(db);

  await sql`
    create table audit_log (
      id uuid primary key default uuidv7(),
      happened_at timestamptz not null default shop_now(),
      actor_id uuid,
      actor_name text not null,
      act text not null,
      subject_type text not null,
      subject_id text not null,
      details jsonb not null default '{}'
    )`.execute(db);
  await sql`create index audit_log_subject on audit_log (subject_type, subject_id, id desc)`.execute(db);
  await sql`create index audit_log_actor on audit_log (actor_id, id desc)`.execute(db);
  await sql`
    create trigger audit_log_append_only before update or delete or truncate on audit_log
    for each statement execute function refuse_change()`.execute(db);
}
