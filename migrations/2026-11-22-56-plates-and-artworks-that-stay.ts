import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What was uploaded stays the file it was: what is measured of it goes on, its bytes and their hash do not.
  await sql`
    create function refuse_other_file() returns trigger language plpgsql as $$
    begin
      raise exception '% keeps the file that was looked at', tg_table_name using errcode = 'restrict_violation';
    end
    $$`.execute(db);
  await sql`
    create trigger artworks_keep_file before update on artworks for each row
    when ((old.id, old.design_id, old.version, old.storage_key, old.sha256, old.bytes)
      is distinct from (new.id, new.design_id, new.version, new.storage_key, new.sha256, new.bytes))
    execute function refuse_other_file()`.execute(db);
  // Another file of an admitted design is looked at first: it leaves that state with the same stroke.
  await sql`
    create trigger designs_keep_admitted_file before update on designs for each row
    when (old.state = 'admitted' and new.state = 'admitted' and old.artwork_id is not null
      and old.artwork_id is distinct from new.artwork_id)
    execute function refuse_other_file()`.execute(db);

  // What the packet holds, why there is none, and how the picture was made ready for the press.
  await sql`
    alter table print_orders
      add column packet_problem text,
      add column packet_files jsonb not null default '[]',
      add column print_facts jsonb`.execute(db);
  await sql`
    create table print_plates (
      print_order_id uuid not null references print_orders (id),
      -- 0 is the underbase, then in the order of printing
      place smallint not null check (place between 0 and 8),
      hex text check (hex ~ '^#[0-9a-f]{6}$'),
      coverage real not null check (coverage between 0 and 1),
      tonal boolean not null,
      file_name text not null,
      thumb bytea not null,
      primary key (print_order_id, place),
      check ((place = 0) = (hex is null))
    )`.execute(db);
}
