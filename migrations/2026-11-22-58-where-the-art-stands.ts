import { type Kysely, sql } from 'kysely';

/** Where a designer put the picture in the print area: none is as large as fits, in the middle and at the top. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table artworks
      add column place_from_centre_mm int check (place_from_centre_mm between -1000 and 1000),
      add column place_top_mm int check (place_top_mm between 0 and 2000),
      add column place_width_mm int check (place_width_mm between 1 and 2000),
      add check (num_nulls(place_from_centre_mm, place_top_mm, place_width_mm) in (0, 3))`.execute(db);
  // As with the file: what was looked at is what is voted on and printed.
  await sql`
    create function refuse_other_place() returns trigger language plpgsql as $$
    begin
      if exists (select from designs where artwork_id = old.id and state = 'admitted') then
        raise exception 'an admitted design stays where it was looked at' using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$`.execute(db);
  await sql`
    create trigger artworks_keep_place before update on artworks for each row
    when ((old.place_from_centre_mm, old.place_top_mm, old.place_width_mm)
      is distinct from (new.place_from_centre_mm, new.place_top_mm, new.place_width_mm))
    execute function refuse_other_place()`.execute(db);
}
