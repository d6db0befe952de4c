import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table print_orders (
      id uuid primary key default uuidv7(),
      run_id uuid not null references runs (id),
      number int not null check (number > 0),
      state text not null default 'ordered' check (state in ('ordered', 'delivered')),
      matrix jsonb not null,
      pieces int not null check (pieces > 0),
      artwork_sha256 bytea not null check (octet_length(artwork_sha256) = 32),
      packet_state text not null default 'preparing' check (packet_state in ('preparing', 'ready', 'failed')),
      packet_key text,
      packet_sha256 bytea,
      packet_bytes bigint,
      ordered_at timestamptz not null default shop_now(),
      ordered_by uuid not null references members (id),
      delivered_at timestamptz,
      unique (run_id, number)
    )`.execute(db);

  // A piece is printed once, unless it came back defective.
  await sql`
    create table print_order_pieces (
      print_order_id uuid not null references print_orders (id),
      run_id uuid not null,
      number int not null,
      size text not null,
      cut text not null,
      fabric text not null,
      label text,
      state text not null default 'ordered' check (state in ('ordered', 'good', 'defective')),
      primary key (print_order_id, number),
      foreign key (run_id, number) references pieces (run_id, number)
    )`.execute(db);
  await sql`
    create unique index print_order_pieces_once on print_order_pieces (run_id, number) where state <> 'defective'
  `.execute(db);

  await sql`
    create table print_deliveries (
      id uuid primary key default uuidv7(),
      print_order_id uuid not null references print_orders (id),
      ordered int not null check (ordered >= 0),
      good int not null check (good >= 0),
      defective int not null check (defective >= 0),
      defective_numbers int[] not null default '{}',
      counted_at timestamptz not null default shop_now(),
      counted_by uuid not null references members (id),
      check (good + defective <= ordered)
    )`.execute(db);
  await sql`
    create trigger print_deliveries_append_only before update or delete or truncate on print_deliveries
    for each statement execute function refuse_change()`.execute(db);

  // The result letter, as it was written for this designer: what it says never changes.
  await sql`
    create table letters (
      design_id uuid primary key references designs (id),
      round_id uuid not null references rounds (id),
      designer_id uuid not null references members (id),
      content jsonb not null,
      written_at timestamptz not null default shop_now()
    )`.execute(db);
  await sql`create index letters_round on letters (round_id)`.execute(db);
  await sql`
    create trigger letters_append_only before update or delete or truncate on letters
    for each statement execute function refuse_change()`.execute(db);

  await sql`
    create table recommendations (
      order_id uuid primary key references orders (id),
      score smallint not null check (score between 0 and 10),
      why text not null default '' check (char_length(why) <= 600),
      given_at timestamptz not null default shop_now()
    )`.execute(db);
}
