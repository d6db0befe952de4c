import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rounds (
      id uuid primary key default gen_random_uuid(),
      slug text not null unique check (slug ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      number int not null unique check (number > 0),
      phase text not null default 'planned' check
        (phase in ('planned', 'collecting', 'voting', 'final', 'frozen', 'counted', 'decided', 'cancelled')),
      -- planned moments
      collecting_due_at timestamptz not null,
      voting_due_at timestamptz not null,
      final_due_at timestamptz not null,
      freeze_due_at timestamptz not null,
      -- moments that happened
      collecting_at timestamptz,
      voting_at timestamptz,
      final_at timestamptz,
      frozen_at timestamptz,
      counted_at timestamptz,
      decided_at timestamptz,
      cancelled_at timestamptz,
      extended_at timestamptz,
      cancel_reason text,
      -- what the round promised, frozen when it opens
      seed bytea not null default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
      rules_version text not null,
      bounty_cents int not null check (bounty_cents > 0),
      bounty_is_net boolean not null,
      run_size int not null check (run_size between 2 and 100000),
      piece_price_cents int not null check (piece_price_cents > 0),
      max_inks int not null check (max_inks between 1 and 20),
      print_width_mm int not null,
      print_height_mm int not null,
      expected_ratings int not null check (expected_ratings >= 40),
      hand_cap int check (hand_cap > 0),
      quorum_final int check (quorum_final >= 0),
      quorum_median int check (quorum_median >= 0),
      appeal_hours int not null check (appeal_hours between 0 and 720),
      created_at timestamptz not null default shop_now(),
      check (collecting_due_at < voting_due_at and voting_due_at < final_due_at and final_due_at < freeze_due_at)
    )`.execute(db);
  await sql`create index rounds_phase on rounds (phase)`.execute(db);
  // What is decided or cancelled is history.
  await sql`
    create function refuse_settled_round_change() returns trigger language plpgsql as $$
    begin
      if old.phase in ('decided', 'cancelled') then
        raise exception 'round % is %', old.slug, old.phase using errcode = 'restrict_violation';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end
    $$`.execute(db);
  await sql`
    create trigger rounds_settled before update or delete on rounds
    for each row execute function refuse_settled_round_change()`.execute(db);

  await sql`
    create table designs (
      id uuid primary key default uuidv7(),
      round_id uuid not null references rounds (id),
      designer_id uuid not null references members (id),
      title text not null check (char_length(title) between 1 and 60),
      story text not null check (char_length(story) <= 600),
      alt_text text not null check (char_length(alt_text) <= 200),
      alt_text_en text check (char_length(alt_text_en) <= 200),
      fabric text not null,
      sources text not null check (char_length(sources) <= 600),
      rights_declared_at timestamptz not null,
      state text not null default 'checking' check
        (state in ('checking', 'checked', 'refused', 'admitted', 'withdrawn')),
      artwork_id uuid,
      submitted_at timestamptz not null default shop_now(),
      admitted_at timestamptz,
      refused_at timestamptz,
      withdrawn_at timestamptz
    )`.execute(db);
  await sql`create index designs_round on designs (round_id, state)`.execute(db);
  await sql`create index designs_designer on designs (designer_id, id desc)`.execute(db);

  // One row per uploaded file; a design points at its current one. The original is never changed.
  await sql`
    create table artworks (
      id uuid primary key default uuidv7(),
      design_id uuid not null references designs (id),
      version int not null check (version > 0),
      storage_key text not null unique,
      sha256 bytea not null check (octet_length(sha256) = 32),
      bytes bigint not null check (bytes > 0),
      file_name text not null,
      format text not null check (format in ('png', 'jpeg', 'webp')),
      width int not null check (width > 0),
      height int not null check (height > 0),
      has_alpha boolean,
      placeholder text,
      inks jsonb not null default '[]',
      findings jsonb not null default '[]',
      uploaded_at timestamptz not null default shop_now(),
      checked_at timestamptz,
      unique (design_id, version)
    )`.execute(db);
  await sql`alter table designs add foreign key (artwork_id) references artworks (id)`.execute(db);

  // Derivatives, addressed by the hash of their bytes.
  await sql`
    create table pictures (
      artwork_id uuid not null references artworks (id),
      kind text not null check (kind in ('art', 'shirt')),
      format text not null check (format in ('avif', 'webp', 'png', 'jpeg')),
      width int not null,
      height int not null,
      bytes int not null,
      name text not null,
      primary key (artwork_id, kind, format, width)
    )`.execute(db);
  await sql`create index pictures_name on pictures (name)`.execute(db);

  await sql`
    create table design_decisions (
      id uuid primary key default uuidv7(),
      design_id uuid not null references designs (id),
      artwork_id uuid not null references artworks (id),
      kind text not null check (kind in ('admission', 'refusal')),
      reasons text[] not null default '{}',
      message text not null default '',
      decided_by uuid references members (id),
      decided_at timestamptz not null default shop_now()
    )`.execute(db);
  await sql`create index design_decisions_design on design_decisions (design_id, id desc)`.execute(db);
  await sql`
    create trigger design_decisions_append_only before update or delete or truncate on design_decisions
    for each statement execute function refuse_change()`.execute(db);

  await sql`
    create table passed_over (
      round_id uuid not null references rounds (id),
      design_id uuid not null references designs (id),
      reason text not null check (char_length(reason) between 3 and 600),
      passed_over_by uuid not null references members (id),
      passed_over_at timestamptz not null default shop_now(),
      primary key (round_id, design_id)
    )`.execute(db);
  await sql`
    create trigger passed_over_append_only before update or delete or truncate on passed_over
    for each statement execute function refuse_change()`.execute(db);
}
