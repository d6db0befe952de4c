import { type Kysely, sql } from 'kysely';

/** What a printing method can do is promised by each round, as its inks and its print area are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['shop_settings', 'rounds']) {
    await sql`
      alter table ${sql.table(table)}
        add column print_method text not null default 'screen' check (print_method in ('screen', 'digital')),
        -- hundredths of a millimetre
        add column least_line_hundredths int not null default 40 check (least_line_hundredths between 5 and 500),
        add column safe_margin_mm int not null default 5 check (safe_margin_mm between 0 and 100),
        add column good_dpi int not null default 200,
        add column least_dpi int not null default 150,
        add check (72 <= least_dpi and least_dpi <= good_dpi and good_dpi <= 1200)`.execute(db);
  }
}
