import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';

/**
 * What was handed in for a round that never opens its vote goes to another one, the oldest first. At most `room` designs
 * that are admitted already; those that wait for a decision or a correction find out there whether there is a place.
 */
export async function moveAllOn(trx: Trx, fromRoundId: string, toRoundId: string, room: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with placed as (
      select id, state, row_number() over (partition by state order by id) as nth from designs
      where round_id = ${fromRoundId} and state <> 'withdrawn'
    )
    update designs set round_id = ${toRoundId} from placed
    where designs.id = placed.id and (placed.state <> 'admitted' or nth <= ${room}::int)
    returning designs.id`.execute(trx);
  return rows.map((row) => row.id);
}

/** Rounds that take no designs any more and have some that wait for a decision, the oldest first. */
export async function listRoundsLeft(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from rounds where phase not in ('planned', 'collecting')
      and exists (select from designs where round_id = rounds.id and state in ('checking', 'checked'))
    order by slug`.execute(trx);
  return rows.map((row) => row.id);
}
