import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // A foreign key looks each row up and locks what it names: for a batch of votes that was half of all the work. Lines,
  // designs and rounds are never deleted, so it is enough to look once for all rows that a statement writes. `limit 1`
  // keeps it a look into an index, however small the tables were when it was planned.
  await sql`alter table ratings drop constraint ratings_round_id_fkey`.execute(db);
  await sql`alter table ratings drop constraint ratings_design_id_fkey`.execute(db);
  await sql`alter table ratings drop constraint ratings_round_id_leaf_fkey`.execute(db);
  await sql`alter table ballot_openings drop constraint ballot_openings_round_id_fkey`.execute(db);
  await sql`alter table ballot_openings drop constraint ballot_openings_round_id_leaf_fkey`.execute(db);
  await sql`
    create function require_rated_lines() returns trigger language plpgsql as $$
    begin
      if (select count(*) from added) <> (
        select count(*) from added,
          lateral (select from ballot_log as line where line.round_id = added.round_id and line.leaf = added.leaf limit 1),
          lateral (select from designs where id = added.design_id and round_id = added.round_id limit 1)
      ) then
        raise exception 'a rating has no line in the log, or is of no design of its round'
          using errcode = 'foreign_key_violation';
      end if;
      return null;
    end
    $$`.execute(db);
  await sql`
    create function require_opened_lines() returns trigger language plpgsql as $$
    begin
      if (select count(*) from added) <> (
        select count(*) from added,
          lateral (select from ballot_log as line where line.round_id = added.round_id and line.leaf = added.leaf limit 1)
      ) then
        raise exception 'an opening has no line in the log' using errcode = 'foreign_key_violation';
      end if;
      return null;
    end
    $$`.execute(db);
  for (const event of ['insert', 'update']) {
    for (const [table, check] of [
      ['ratings', 'require_rated_lines'],
      ['ballot_openings', 'require_opened_lines'],
    ] as const) {
      await sql`
        create trigger ${sql.raw(`${table}_${event}_has_lines`)} after ${sql.raw(event)} on ${sql.table(table)}
        referencing new table as added for each statement execute function ${sql.raw(check)}()`.execute(db);
    }
  }
}
