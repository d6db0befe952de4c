import { type Kysely, sql } from 'kysely';

/** Who hosts the site, and which mediator consumers may turn to: the law asks the imprint and the terms to name both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table shop_settings
      add column host text not null default '',
      add column mediator text not null default ''`.execute(db);
}
