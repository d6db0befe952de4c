import { type Kysely, sql } from 'kysely';

/** What a design is shown as: a first picture at once, and how it looks on cotton. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table pictures
      drop constraint pictures_kind_check,
      add constraint pictures_kind_check check (kind in ('first', 'art', 'front', 'detail', 'worn', 'shirt'))`.execute(
    db,
  );
}
