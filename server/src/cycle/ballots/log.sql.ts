import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';

/** One at a time writes places into a round's tree; votes do not wait for it. */
export async function lockLog(trx: Trx, roundId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('ballot_log/' || ${roundId}::text, 0))`.execute(trx);
}

/**
 * Places the lines that have none, in the order of their leaves, which are hashes over a salt, so that the tree tells nothing of
 * when they came; but a line stands behind the one it replaces. Gives the number of lines. Under `lockLog`.
 */
export async function giveTreeIndexes(trx: Trx, roundId: string): Promise<number> {
  let placed: bigint | undefined;
  do {
    ({ numAffectedRows: placed } = await sql`
      with ready as (
        select line.leaf, row_number() over (order by line.leaf) as nth from ballot_log as line
        -- limit 1 keeps it at one look into the index for each line: few lines wait in a long log.
        left join lateral (
          select leaf, tree_index from ballot_log
          where round_id = ${roundId} and leaf = decode(line.line::jsonb ->> 'replaces', 'hex') limit 1
        ) as older on true
        where line.round_id = ${roundId} and line.tree_index is null
          and (older.leaf is null or older.tree_index is not null)
      )
      update ballot_log set tree_index = nth - 1 + (
        select coalesce(max(tree_index) + 1, 0) from ballot_log where round_id = ${roundId}
      )
      from ready where ballot_log.round_id = ${roundId} and ballot_log.leaf = ready.leaf`.execute(trx));
  } while (placed);
  const { rows } = await sql<{ size: number }>`
    select coalesce(max(tree_index) + 1, 0) as size from ballot_log where round_id = ${roundId}`.execute(trx);
  return rows[0]!.size;
}

export async function insertSequencedLine(
  trx: Trx,
  roundId: string,
  entry: { kind: string; line: string; leaf: Buffer; treeIndex: number },
): Promise<void> {
  await trx
    .insertInto('ballot_log')
    .values({
      round_id: roundId,
      kind: entry.kind,
      line: entry.line,
      leaf: entry.leaf,
      tree_index: entry.treeIndex,
    })
    .execute();
}

/** Whether people vote in the round now. */
export async function takesVotes(trx: Trx, roundId: string): Promise<boolean> {
  const row = await trx.selectFrom('rounds').select('phase').where('id', '=', roundId).executeTakeFirstOrThrow();
  return row.phase === 'voting' || row.phase === 'final';
}
