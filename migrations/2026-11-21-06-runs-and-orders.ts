import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table runs (
      id uuid primary key default uuidv7(),
      slug text not null unique check (slug ~ '^[0-9]{4}-(0[1-9]|1[0-2])(-([2-9]|[1-9][0-9]+))?$'),
      round_id uuid not null references rounds (id),
      design_id uuid not null unique references designs (id),
      artwork_id uuid not null references artworks (id),
      artwork_sha256 bytea not null check (octet_length(artwork_sha256) = 32),
      size int not null check (size between 2 and 100000),
      piece_price_cents int not null check (piece_price_cents > 0),
      shipping_cents int not null check (shipping_cents >= 0),
      vat_rate_bp int not null check (vat_rate_bp between 0 and 10000),
      pieces_per_order int not null check (pieces_per_order > 0),
      fabrics text[] not null,
      cuts text[] not null,
      sizes text[] not null,
      state text not null default 'open' check (state in ('open', 'closed')),
      opened_at timestamptz not null default shop_now(),
      closed_at timestamptz
    )`.execute(db);

  await sql`
    create table orders (
      id uuid primary key default uuidv7(),
      run_id uuid not null references runs (id),
      member_id uuid not null references members (id),
      kind text not null default 'sale' check (kind in ('sale', 'author')),
      state text not null check
        (state in ('held', 'paid', 'sent', 'lapsed', 'cancelled', 'refunded')),
      pieces_cents int not null check (pieces_cents >= 0),
      shipping_cents int not null check (shipping_cents >= 0),
      vat_cents int not null check (vat_cents >= 0),
      address jsonb,
      -- what was asked for and under which numbers: stays when the hold has lapsed and the numbers are someone else's
      items jsonb not null,
      idempotency_key text not null,
      request_sha256 bytea not null,
      placed_at timestamptz not null default shop_now(),
      held_until timestamptz,
      paid_at timestamptz,
      lapsed_at timestamptz,
      sent_at timestamptz,
      tracking text,
      unique (member_id, idempotency_key),
      check ((state = 'held') = (held_until is not null and paid_at is null and lapsed_at is null))
    )`.execute(db);
  await sql`create index orders_member on orders (member_id, id desc)`.execute(db);
  await sql`create index orders_run on orders (run_id, state)`.execute(db);
  await sql`create index orders_held on orders (held_until) where state = 'held'`.execute(db);

  // A run is numbered from 1 to N when it is made. held + sold + free = N because every number is one row.
  await sql`
    create table pieces (
      run_id uuid not null references runs (id),
      number int not null check (number > 0),
      state text not null default 'free' check (state in ('free', 'held', 'sold')),
      order_id uuid references orders (id),
      size text check (size in ('XS', 'S', 'M', 'L', 'XL', '2XL', '3XL')),
      cut text,
      fabric text,
      label text,
      primary key (run_id, number),
      check ((state = 'free') = (order_id is null))
    )`.execute(db);
  await sql`create index pieces_free on pieces (run_id, number) where state = 'free'`.execute(db);
  await sql`create index pieces_order on pieces (order_id)`.execute(db);

  await sql`
    create table payments (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders (id),
      provider text not null check (provider in ('sandbox')),
      state text not null default 'created' check (state in ('created', 'succeeded', 'failed', 'refund_due', 'refunded')),
      amount_cents int not null check (amount_cents >= 0),
      created_at timestamptz not null default shop_now(),
      settled_at timestamptz
    )`.execute(db);
  await sql`create index payments_order on payments (order_id)`.execute(db);
  await sql`create unique index payments_once on payments (order_id) where state = 'succeeded'`.execute(db);

  // Invoice numbers have no gaps: the counter's row is taken in the transaction that pays.
  await sql`
    create table invoice_counters (
      year int primary key,
      last int not null default 0
    )`.execute(db);
  await sql`
    create table invoices (
      number text primary key,
      order_id uuid not null unique references orders (id),
      issued_at timestamptz not null default shop_now(),
      locale text not null check (locale in ('fr', 'en')),
      lines jsonb not null,
      vat_rate_bp int not null check (vat_rate_bp between 0 and 10000),
      net_cents int not null,
      vat_cents int not null,
      total_cents int not null,
      buyer jsonb not null,
      seller jsonb not null,
      check (net_cents + vat_cents = total_cents)
    )`.execute(db);
  await sql`
    create trigger invoices_append_only before update or delete or truncate on invoices
    for each statement execute function refuse_change()`.execute(db);
}
