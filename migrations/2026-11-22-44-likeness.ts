import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What a likeness is sought by, once for every artwork ever checked; kept when its design is refused or withdrawn.
  await sql`
    create table artwork_shapes (
      artwork_id uuid primary key references artworks (id),
      -- all null for a file that nobody can read, or that shows nothing: there is nothing to compare
      shape bytea check (octet_length(shape) = 128),
      -- where the motif stands in the picture, in thousandths
      box_left smallint check (box_left between 0 and 1000),
      box_top smallint check (box_top between 0 and 1000),
      box_width smallint check (box_width between 1 and 1000),
      box_height smallint check (box_height between 1 and 1000),
      traced_at timestamptz not null default shop_now(),
      check (num_nulls(shape, box_left, box_top, box_width, box_height) in (0, 5))
    )`.execute(db);
  // Any drawing near to another one shares a key with it, so that a million are not compared one by one. A table of its
  // own: a search reads some hundred thousand rows of a million, and without the shapes they are half as much to read.
  await sql`
    create table shape_keys (
      artwork_id uuid primary key references artwork_shapes (artwork_id),
      signs bit(128) not null,
      keys int[] not null check (cardinality(keys) = 8)
    )`.execute(db);
  // A search comes right behind every insert: entries that wait to be filed would all be read each time.
  await sql`create index shape_keys_keys on shape_keys using gin (keys) with (fastupdate = off)`.execute(db);

  // Found, not judged: an operator looks at both. One row a pair, the later upload first.
  await sql`
    create table likenesses (
      artwork_id uuid not null references artworks (id),
      older_id uuid not null references artworks (id),
      percent smallint not null check (percent between 1 and 100),
      -- signs of the two shapes that differ, of 128
      distance smallint not null check (distance between 0 and 128),
      -- how the older one has to be laid to look like the later one: mirrored, then turned clockwise
      mirrored boolean not null,
      quarters smallint not null check (quarters between 0 and 3),
      angle smallint not null check (angle between -45 and 45),
      found_at timestamptz not null default shop_now(),
      primary key (artwork_id, older_id),
      check (artwork_id <> older_id)
    )`.execute(db);
  await sql`create index likenesses_older on likenesses (older_id)`.execute(db);
}
