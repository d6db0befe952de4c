import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

/** What an id stands for, in words that a reader knows. */
export interface Thing {
  readonly id: string;
  readonly name: string;
  /** The design that it is, or is of. */
  readonly design: string | null;
}

/** The names of what these ids stand for; an id of something that has no name is left out. */
export async function nameThings(db: Database, ids: readonly string[]): Promise<Thing[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Thing>`
    with asked as materialized (select unnest(${ids}::uuid[]) as id)
    select id, title as name, id as design from designs join asked using (id)
    union all
    select bounties.id, title, designs.id from bounties join asked on asked.id = bounties.id
      join designs on designs.id = design_id
    union all
    select payment.id, title, designs.id from payout_payments as payment join asked on asked.id = payment.id
      join bounties on bounties.id = bounty_id join designs on designs.id = design_id
    union all
    select notes.id, title, designs.id from notes join asked on asked.id = notes.id
      join designs on designs.id = design_id
    union all
    select orders.id, title, designs.id from orders join asked on asked.id = orders.id
      join runs on runs.id = run_id join designs on designs.id = runs.design_id
    union all
    select print.id, title, designs.id from print_orders as print join asked on asked.id = print.id
      join runs on runs.id = run_id join designs on designs.id = runs.design_id
    union all
    select payouts.id, message_id, null from payouts join asked on asked.id = payouts.id
    union all
    select file.id, file_name, null from bank_files as file join asked on asked.id = file.id
    union all
    select line.id, coalesce(end_to_end_id, reference), null from bank_lines as line join asked on asked.id = line.id
    union all
    select members.id, members.name, null from members join asked on asked.id = members.id where members.name <> ''
    union all
    select message.id, message.name, null from contact_messages as message join asked on asked.id = message.id
      where message.name <> ''
  `.execute(db);
  return rows;
}
