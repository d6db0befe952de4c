import { type Kysely, sql } from 'kysely';

/** Signed heads of each round's log, what makes their proofs cheap, and the published bundles. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Roots of complete subtrees of 256, 256², 256³ … lines, 256 to a tile: what stands in a full log never changes, so a
  // root or a proof reads a few tiles and not the log. Level 0, the leaves, is ballot_log itself.
  await sql`
    create table tree_tiles (
      round_id uuid not null references rounds (id),
      level int not null check (level > 0),
      tile bigint not null check (tile >= 0),
      hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
      primary key (round_id, level, tile)
    )`.execute(db);

  // What was signed, to its last byte. A head is never changed or taken back.
  await sql`
    create table tree_heads (
      round_id uuid not null references rounds (id),
      size bigint not null check (size > 0),
      root bytea not null check (octet_length(root) = 32),
      origin text not null,
      note text not null,
      signed_at timestamptz not null default shop_now(),
      primary key (round_id, size)
    )`.execute(db);

  // Which head went to the designers on which day, at the cut and at the freeze: each goes once.
  await sql`
    create table head_mailings (
      round_id uuid not null,
      occasion text not null check (occasion in ('cut', 'freeze') or occasion ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      size bigint not null,
      primary key (round_id, occasion),
      foreign key (round_id, size) references tree_heads (round_id, size)
    )`.execute(db);

  // What was published once a round was decided; stored under the hash of its bytes.
  await sql`
    create table round_bundles (
      round_id uuid primary key references rounds (id),
      storage_key text not null,
      sha256 bytea not null check (octet_length(sha256) = 32),
      bytes bigint not null check (bytes > 0),
      made_at timestamptz not null default shop_now()
    )`.execute(db);

  for (const table of ['tree_heads', 'head_mailings', 'round_bundles']) {
    await sql`
      create trigger ${sql.raw(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}
