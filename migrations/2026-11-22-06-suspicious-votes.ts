import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Ballots that one signal found together, of a design or of none. Ids are random: nothing here tells an order.
  await sql`
    create table clusters (
      id uuid primary key default gen_random_uuid(),
      round_id uuid not null references rounds (id),
      signal text not null check (signal in ('flat_ballot', 'sole_favourite', 'twin_ballots')),
      design_id uuid references designs (id),
      state text not null default 'open' check (state in ('open', 'quarantined', 'dismissed', 'released')),
      evidence jsonb not null,
      found_at timestamptz not null default shop_now(),
      check ((design_id is not null) = (signal = 'sole_favourite'))
    )`.execute(db);
  await sql`create index clusters_round on clusters (round_id, state)`.execute(db);
  await sql`create unique index clusters_open_of_design on clusters (round_id, design_id) where state = 'open'`.execute(
    db,
  );
  await sql`
    create unique index clusters_flat on clusters (round_id) where signal = 'flat_ballot' and state = 'quarantined'
  `.execute(db);

  // One that left it, no longer flat or its appeal upheld, keeps its row: what was decided about it can be shown.
  await sql`
    create table cluster_ballots (
      cluster_id uuid not null references clusters (id) on delete cascade,
      pseudonym_id uuid not null,
      left_at timestamptz,
      primary key (cluster_id, pseudonym_id)
    )`.execute(db);
  await sql`create index cluster_ballots_pseudonym on cluster_ballots (pseudonym_id)`.execute(db);

  // What was decided, by whom (null: by the rule itself), and the line that says so; without one where it changed no
  // rating's standing.
  await sql`
    create table cluster_decisions (
      id uuid primary key default uuidv7(),
      cluster_id uuid not null references clusters (id),
      act text not null check (act in ('quarantine', 'dismissal', 'release', 'signature')),
      reason text check ((reason is null) = (act = 'signature')),
      ballots int not null check (ballots >= 0),
      leaf bytea check (octet_length(leaf) = 32),
      decided_by uuid references members (id),
      decided_at timestamptz not null default shop_now()
    )`.execute(db);
  await sql`create index cluster_decisions_cluster on cluster_decisions (cluster_id)`.execute(db);
  await sql`create unique index cluster_decisions_signature on cluster_decisions (cluster_id) where act = 'signature'`.execute(
    db,
  );
  await sql`
    create trigger cluster_decisions_append_only before update or delete or truncate on cluster_decisions
    for each statement execute function refuse_change()`.execute(db);

  // The ballot lines that do not count, each with the quarantine that holds it: it counts again when
  // the last lets go, and the row tells that it did not.
  await sql`
    create table set_aside (
      round_id uuid not null references rounds (id),
      leaf bytea not null,
      cluster_id uuid not null references clusters (id),
      pseudonym_id uuid not null,
      reason text not null,
      set_aside_at timestamptz not null default shop_now(),
      released_at timestamptz,
      primary key (round_id, leaf, cluster_id),
      foreign key (round_id, leaf) references ballot_log (round_id, leaf)
    )`.execute(db);
  await sql`create index set_aside_cluster on set_aside (cluster_id, pseudonym_id)`.execute(db);
  await sql`create index set_aside_pseudonym on set_aside (pseudonym_id)`.execute(db);

  await sql`
    create table appeals (
      id uuid primary key default gen_random_uuid(),
      round_id uuid not null references rounds (id),
      pseudonym_id uuid not null unique,
      reason text not null check (char_length(reason) between 1 and 1000),
      state text not null default 'open' check (state in ('open', 'upheld', 'rejected')),
      answer text check (char_length(answer) between 1 and 1000),
      appealed_at timestamptz not null default shop_now(),
      decided_by uuid references members (id),
      decided_at timestamptz,
      check ((state = 'open') = (decided_at is null))
    )`.execute(db);
  await sql`create index appeals_round on appeals (round_id, state)`.execute(db);

  // From which networks a voter took hands: a keyed hash of the /24 or /48, another key each round. Goes with the
  // pseudonym's mapping.
  await sql`
    create table voter_networks (
      pseudonym_id uuid not null references pseudonyms (id) on delete cascade,
      network bytea not null check (octet_length(network) = 16),
      primary key (pseudonym_id, network)
    )`.execute(db);
}
