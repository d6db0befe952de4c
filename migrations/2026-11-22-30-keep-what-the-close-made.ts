import { type Kysely, sql } from 'kysely';

/** Columns that stay as they were written; everything else of these tables goes on. */
const fixed = {
  runs: ['id', 'slug', 'round_id', 'design_id', 'artwork_id', 'artwork_sha256', 'size', 'opened_at'],
  pieces: ['run_id', 'number'],
};

export async function up(db: Kysely<unknown>): Promise<void> {
  // A run is what was voted on, as many times as was promised, and its numbers are never lost.
  await sql`
    create function refuse_other_row() returns trigger language plpgsql as $$
    begin
      raise exception '% keeps what the close made', tg_table_name using errcode = 'restrict_violation';
    end
    $$`.execute(db);
  for (const [table, columns] of Object.entries(fixed)) {
    const list = (row: string) => sql.join(columns.map((column) => sql.ref(`${row}.${column}`)));
    await sql`
      create trigger ${sql.raw(`${table}_keep_row`)} before update on ${sql.table(table)} for each row
      when ((${list('old')}) is distinct from (${list('new')}))
      execute function refuse_other_row()`.execute(db);
    await sql`
      create trigger ${sql.raw(`${table}_keep_rows`)} before delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_other_row()`.execute(db);
  }
  // A round that is settled is refused row by row, which a truncate does not ask.
  await sql`
    create trigger rounds_no_truncate before truncate on rounds
    for each statement execute function refuse_change()`.execute(db);
  // No way leads back from the freeze on, and none to a cancellation once a winner is known.
  await sql`
    create function refuse_phase_back() returns trigger language plpgsql as $$
    declare
      phases text[] := '{planned,collecting,voting,final,frozen,counted,decided}';
    begin
      if new.phase = 'cancelled' and old.phase = 'counted'
        or array_position(phases, new.phase) < array_position(phases, old.phase) then
        raise exception 'round % does not go from % to %', old.slug, old.phase, new.phase
          using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$`.execute(db);
  await sql`
    create trigger rounds_no_phase_back before update of phase on rounds for each row
    when (old.phase in ('frozen', 'counted') and old.phase <> new.phase) execute function refuse_phase_back()`.execute(
    db,
  );
}
