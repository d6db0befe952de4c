import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A line has no place in the tree until the sequencer gives it one. As long as the table was young, looking for a leaf
  // went through this index as easily as through the one on leaves, and so through all lines of the round.
  await sql`alter table ballot_log drop constraint ballot_log_round_id_tree_index_key`.execute(db);
  await sql`
    create unique index ballot_log_tree on ballot_log (round_id, tree_index) where tree_index is not null`.execute(db);
}
