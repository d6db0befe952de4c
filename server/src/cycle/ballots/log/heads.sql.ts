import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';
import type { TreeHeads } from '../../../platform/db/schema.ts';

export type HeadRow = Selectable<TreeHeads>;

export function findNewestHead(db: Database | Trx, roundId: string): Promise<HeadRow | undefined> {
  return db
    .selectFrom('tree_heads')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function findHead(db: Database | Trx, roundId: string, size: number): Promise<HeadRow | undefined> {
  return db
    .selectFrom('tree_heads')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('size', '=', size)
    .executeTakeFirst();
}

/** Newest first, below a size. */
export function listHeads(
  db: Database,
  roundId: string,
  { below, limit }: { below: number | null; limit: number },
): Promise<HeadRow[]> {
  let query = db
    .selectFrom('tree_heads')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('size', 'desc')
    .limit(limit);
  if (below !== null) query = query.where('size', '<', below);
  return query.execute();
}

export function insertHead(
  trx: Trx,
  head: Pick<HeadRow, 'size' | 'root' | 'origin' | 'note'> & { roundId: string },
): Promise<HeadRow> {
  const { roundId: round_id, size, root, origin, note } = head;
  return trx
    .insertInto('tree_heads')
    .values({ round_id, size, root, origin, note })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Rounds whose log has lines that no head covers, and whose last head, or whose beginning, is `minutes` old. A head of
 * the future, left by a clock that was set back, is old too.
 */
export async function listRoundsDueForHead(db: Database, minutes: number): Promise<{ id: string; slug: string }[]> {
  const { rows } = await sql<{ id: string; slug: string }>`
    select rounds.id, rounds.slug from rounds
    left join lateral (
      select size, signed_at from tree_heads where round_id = rounds.id order by size desc limit 1
    ) as newest on true
    where phase in ('voting', 'final', 'frozen', 'counted', 'decided', 'cancelled')
      and coalesce(
        coalesce(newest.signed_at, voting_at) not between shop_now() - make_interval(mins => ${minutes}::int)
          and shop_now(),
        true
      )
      and (
        exists (select from ballot_log where round_id = rounds.id and tree_index is null)
        or exists (select from ballot_log where round_id = rounds.id and tree_index >= coalesce(newest.size, 0))
      )
    order by rounds.slug`.execute(db);
  return rows;
}

export interface LineRow {
  readonly leaf: Buffer;
  readonly line: string;
  readonly tree_index: number | null;
}

export function findLineByIndex(db: Database, roundId: string, index: number): Promise<LineRow | undefined> {
  return lines(db, roundId).where('tree_index', '=', index).executeTakeFirst();
}

export function findLineByLeaf(db: Database, roundId: string, leaf: Buffer): Promise<LineRow | undefined> {
  return lines(db, roundId).where('leaf', '=', leaf).executeTakeFirst();
}

function lines(db: Database, roundId: string) {
  return db.selectFrom('ballot_log').select(['leaf', 'line', 'tree_index']).where('round_id', '=', roundId);
}
