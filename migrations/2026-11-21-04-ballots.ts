import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Who stands behind a pseudonym: a table of its own, deleted 60 days after the round is decided. Its ids are random
  // and it holds no moment, so that nothing in a ballot tells who or when.
  await sql`
    create table pseudonyms (
      id uuid primary key default gen_random_uuid(),
      round_id uuid not null references rounds (id),
      member_id uuid not null references members (id),
      unique (round_id, member_id)
    )`.execute(db);

  // How often each design stands in front of a voter: its deals, open or answered; one that expires is taken off. An
  // answer changes nothing here, so that votes never wait for each other.
  await sql`
    create table exposures (
      round_id uuid not null references rounds (id),
      stage text not null check (stage in ('voting', 'final')),
      design_id uuid not null references designs (id),
      dealt int not null default 0 check (dealt >= 0),
      primary key (round_id, stage, design_id)
    )`.execute(db);

  await sql`
    create table deals (
      id uuid primary key default gen_random_uuid(),
      round_id uuid not null references rounds (id),
      pseudonym_id uuid not null,
      design_id uuid not null references designs (id),
      stage text not null check (stage in ('voting', 'final')),
      hand int not null check (hand > 0),
      place int not null check (place > 0),
      state text not null default 'open' check (state in ('open', 'rated', 'skipped', 'expired')),
      dealt_at timestamptz not null default shop_now(),
      expires_at timestamptz not null,
      answered_at timestamptz,
      unique (pseudonym_id, stage, design_id)
    )`.execute(db);
  await sql`create index deals_open on deals (expires_at) where state = 'open'`.execute(db);
  await sql`create index deals_round on deals (round_id, stage, design_id)`.execute(db);

  // The finalists, as cut once and for all.
  await sql`
    create table finalists (
      round_id uuid not null references rounds (id),
      design_id uuid not null references designs (id),
      primary key (round_id, design_id)
    )`.execute(db);
  await sql`
    create trigger finalists_append_only before update or delete or truncate on finalists
    for each statement execute function refuse_change()`.execute(db);

  // The log of the round: one RFC 6962 leaf a row. tree_index is given later by the sequencer; a row has no moment.
  await sql`
    create table ballot_log (
      id uuid primary key default gen_random_uuid(),
      round_id uuid not null references rounds (id),
      kind text not null check
        (kind in ('ballot', 'quarantine', 'dismiss', 'release', 'erase', 'cut', 'prolong', 'close')),
      line text not null,
      leaf bytea not null check (octet_length(leaf) = 32),
      tree_index bigint check (tree_index >= 0),
      unique (round_id, leaf),
      unique (round_id, tree_index)
    )`.execute(db);
  await sql`create index ballot_log_unsequenced on ballot_log (round_id) where tree_index is null`.execute(db);
  // Lines are never changed; the sequencer may give an index to one that has none, and nothing else.
  await sql`
    create function refuse_ballot_log_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and old.tree_index is null
         and (new.id, new.round_id, new.kind, new.line, new.leaf) = (old.id, old.round_id, old.kind, old.line, old.leaf)
      then return new; end if;
      raise exception 'ballot_log is append-only' using errcode = 'restrict_violation';
    end
    $$`.execute(db);
  await sql`
    create trigger ballot_log_append_only before update or delete on ballot_log
    for each row execute function refuse_ballot_log_change()`.execute(db);
  await sql`
    create trigger ballot_log_no_truncate before truncate on ballot_log
    for each statement execute function refuse_change()`.execute(db);

  // What opens a ballot line's commitment. Erasure deletes the row, and the line and the root stay as they are.
  await sql`
    create table ballot_openings (
      round_id uuid not null references rounds (id),
      leaf bytea not null,
      salt bytea not null check (octet_length(salt) = 16),
      payload text not null,
      primary key (round_id, leaf),
      foreign key (round_id, leaf) references ballot_log (round_id, leaf)
    )`.execute(db);

  // The current rating: one per member and design, whatever the concurrency.
  await sql`
    create table ratings (
      round_id uuid not null references rounds (id),
      pseudonym_id uuid not null,
      design_id uuid not null references designs (id),
      stars smallint not null check (stars between 1 and 5),
      would_wear boolean not null,
      size text check (size in ('XS', 'S', 'M', 'L', 'XL', '2XL', '3XL')),
      leaf bytea not null,
      primary key (pseudonym_id, design_id),
      foreign key (round_id, leaf) references ballot_log (round_id, leaf),
      check (size is null or would_wear)
    )`.execute(db);
  await sql`create index ratings_round on ratings (round_id, design_id)`.execute(db);

  // A word to the designer, kept apart from the ballot.
  await sql`
    create table notes (
      id uuid primary key default gen_random_uuid(),
      round_id uuid not null references rounds (id),
      design_id uuid not null references designs (id),
      pseudonym_id uuid not null,
      body text not null check (char_length(body) between 1 and 280),
      state text not null default 'pending' check (state in ('pending', 'approved', 'hidden')),
      moderated_by uuid references members (id),
      moderated_at timestamptz,
      unique (pseudonym_id, design_id)
    )`.execute(db);
  await sql`create index notes_pending on notes (round_id) where state = 'pending'`.execute(db);

  // Each count, as published: the exact bytes and their hash. Never changed; a later count is a new row.
  await sql`
    create table round_counts (
      id uuid primary key default uuidv7(),
      round_id uuid not null references rounds (id),
      counted_at timestamptz not null default shop_now(),
      counted_by uuid references members (id),
      log_lines int not null,
      result text not null,
      sha256 bytea not null check (octet_length(sha256) = 32)
    )`.execute(db);
  await sql`create index round_counts_round on round_counts (round_id, id desc)`.execute(db);
  await sql`
    create trigger round_counts_append_only before update or delete or truncate on round_counts
    for each statement execute function refuse_change()`.execute(db);

  // The close: which count became the result, and who won. Immutable.
  await sql`
    create table round_closings (
      round_id uuid primary key references rounds (id),
      count_id uuid not null references round_counts (id),
      closed_by uuid not null references members (id),
      closed_at timestamptz not null default shop_now()
    )`.execute(db);
  await sql`
    create table round_winners (
      round_id uuid not null references round_closings (round_id),
      place int not null check (place > 0),
      design_id uuid not null unique references designs (id),
      primary key (round_id, place)
    )`.execute(db);
  for (const table of ['round_closings', 'round_winners']) {
    await sql`
      create trigger ${sql.raw(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
