import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ledger_accounts (
      code text primary key,
      kind text not null check (kind in ('asset', 'liability', 'income', 'expense')),
      name_fr text not null,
      name_en text not null
    )`.execute(db);
  await sql`
    insert into ledger_accounts (code, kind, name_fr, name_en) values
      ('bank', 'asset', 'Banque', 'Bank'),
      ('payments_clearing', 'asset', 'Encaissements en cours', 'Payments being settled'),
      ('bounty_cost', 'expense', 'Charge des dotations', 'Cost of bounties'),
      ('bounty_reserved', 'liability', 'Dotations réservées', 'Bounties reserved'),
      ('bounty_payable', 'liability', 'Dotations dues', 'Bounties owed'),
      ('bounty_in_transit', 'liability', 'Dotations en cours de virement', 'Bounties on their way'),
      ('withholding_payable', 'liability', 'Précompte à reverser', 'Withholding to hand over'),
      ('contribution_payable', 'liability', 'Contribution du diffuseur à reverser', 'Payer''s contribution to hand over'),
      ('sales', 'income', 'Ventes', 'Sales'),
      ('shipping_income', 'income', 'Ports facturés', 'Delivery charged'),
      ('vat_payable', 'liability', 'TVA à reverser', 'VAT to hand over')`.execute(db);

  // Double entry: each transaction has a cause that can happen once, and its entries sum to zero.
  await sql`
    create table ledger_transactions (
      id uuid primary key default uuidv7(),
      cause text not null unique,
      description text not null,
      booked_at timestamptz not null default shop_now(),
      booked_by uuid references members (id)
    )`.execute(db);
  await sql`
    create table ledger_entries (
      id uuid primary key default uuidv7(),
      transaction_id uuid not null references ledger_transactions (id),
      account text not null references ledger_accounts (code),
      -- debit is positive, credit negative
      amount_cents bigint not null check (amount_cents <> 0)
    )`.execute(db);
  await sql`create index ledger_entries_transaction on ledger_entries (transaction_id)`.execute(db);
  await sql`create index ledger_entries_account on ledger_entries (account)`.execute(db);
  await sql`
    create function ledger_must_balance() returns trigger language plpgsql as $$
    declare total bigint;
    begin
      select coalesce(sum(amount_cents), 0) into total from ledger_entries
      where transaction_id = coalesce(new.transaction_id, old.transaction_id);
      if total <> 0 then
        raise exception 'ledger transaction % does not balance: %', new.transaction_id, total
          using errcode = 'check_violation';
      end if;
      return null;
    end
    $$`.execute(db);
  await sql`
    create constraint trigger ledger_entries_balance after insert on ledger_entries
    deferrable initially deferred for each row execute function ledger_must_balance()`.execute(db);
  for (const table of ['ledger_transactions', 'ledger_entries']) {
    await sql`
      create trigger ${sql.raw(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }

  // Rates are data with dates. Basis points; base_bp is the share of the gross that the rate applies to.
  await sql`
    create table withholding_rates (
      valid_from date not null,
      code text not null,
      payer text not null check (payer in ('author', 'shop')),
      label_fr text not null,
      label_en text not null,
      rate_bp int not null check (rate_bp between 0 and 10000),
      base_bp int not null check (base_bp between 0 and 10000),
      primary key (valid_from, code)
    )`.execute(db);
  await sql`
    insert into withholding_rates (valid_from, code, payer, label_fr, label_en, rate_bp, base_bp) values
      ('2024-01-01', 'pension', 'author', 'Assurance vieillesse de base', 'Basic pension', 615, 10000),
      ('2024-01-01', 'csg', 'author', 'CSG', 'CSG (social contribution)', 920, 9825),
      ('2024-01-01', 'crds', 'author', 'CRDS', 'CRDS (social debt)', 50, 9825),
      ('2024-01-01', 'training', 'author', 'Formation professionnelle', 'Vocational training', 35, 10000),
      ('2024-01-01', 'payer', 'shop', 'Contribution du diffuseur', 'Payer''s contribution', 110, 10000)`.execute(db);

  await sql`
    create table bounties (
      id uuid primary key default uuidv7(),
      round_id uuid not null references rounds (id),
      design_id uuid not null unique references designs (id),
      designer_id uuid not null references members (id),
      state text not null default 'owed' check (state in ('owed', 'exported', 'paid', 'failed', 'cancelled')),
      promised_cents int not null check (promised_cents > 0),
      promised_is_net boolean not null,
      gross_cents int not null check (gross_cents > 0),
      net_cents int not null check (net_cents > 0),
      contribution_cents int not null check (contribution_cents >= 0),
      withholding jsonb not null,
      owed_at timestamptz not null default shop_now(),
      due_at timestamptz not null,
      paid_at timestamptz,
      -- the payee; the IBAN is encrypted, and read only to write a bank file
      legal_name text,
      iban_sealed bytea,
      iban_country text,
      iban_last4 text,
      -- set when the account was changed after a failed payment: the next one waits, and asks for a second person
      iban_changed_at timestamptz,
      exempt boolean not null default false,
      payee_at timestamptz,
      contract_text text,
      contract_sha256 bytea,
      contract_accepted_at timestamptz,
      check (net_cents <= gross_cents)
    )`.execute(db);
  await sql`create index bounties_designer on bounties (designer_id)`.execute(db);
  await sql`
    create function keep_accepted_contract() returns trigger language plpgsql as $$
    begin
      raise exception 'an accepted contract does not change' using errcode = 'restrict_violation';
    end
    $$`.execute(db);
  await sql`
    create trigger bounties_accepted_contract before update on bounties for each row
    when (old.contract_accepted_at is not null and
      (old.contract_text, old.contract_sha256, old.contract_accepted_at, old.legal_name, old.exempt, old.promised_cents,
        old.promised_is_net, old.designer_id, old.design_id)
      is distinct from
      (new.contract_text, new.contract_sha256, new.contract_accepted_at, new.legal_name, new.exempt, new.promised_cents,
        new.promised_is_net, new.designer_id, new.design_id))
    execute function keep_accepted_contract()`.execute(db);

  await sql`
    create table payouts (
      id uuid primary key default uuidv7(),
      message_id text not null unique check (char_length(message_id) <= 35),
      -- the pain.001 file with its IBANs, encrypted; the hash is that of the file as the bank gets it
      file_sealed bytea not null,
      sha256 bytea not null check (octet_length(sha256) = 32),
      total_cents bigint not null,
      requested_for date not null,
      created_at timestamptz not null default shop_now(),
      created_by uuid not null references members (id)
    )`.execute(db);
  await sql`
    create trigger payouts_append_only before update or delete or truncate on payouts
    for each statement execute function refuse_change()`.execute(db);
  await sql`
    create table payout_payments (
      id uuid primary key default uuidv7(),
      payout_id uuid not null references payouts (id),
      bounty_id uuid not null references bounties (id),
      end_to_end_id text not null unique check (char_length(end_to_end_id) <= 35),
      amount_cents bigint not null check (amount_cents > 0),
      -- as they stand in the file: the account may be another one later
      payee text not null,
      iban_masked text not null,
      state text not null default 'exported' check (state in ('exported', 'paid', 'failed')),
      reason text,
      settled_at timestamptz,
      settled_by uuid references members (id)
    )`.execute(db);
  // One bounty is never on its way or paid twice; a failed payment may be followed by another.
  await sql`create unique index payout_payments_once on payout_payments (bounty_id) where state <> 'failed'`.execute(
    db,
  );

  await sql`
    create table secret_readings (
      id uuid primary key default uuidv7(),
      read_at timestamptz not null default shop_now(),
      read_by uuid references members (id),
      subject_type text not null,
      subject_id uuid not null,
      field text not null,
      purpose text not null
    )`.execute(db);
  await sql`
    create trigger secret_readings_append_only before update or delete or truncate on secret_readings
    for each statement execute function refuse_change()`.execute(db);
}
