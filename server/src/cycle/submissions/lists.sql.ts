import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';

export interface ShuffledDesign {
  readonly id: string;
  /** Its place in the order, as 64 hexadecimal digits: the cursor of the page after it. */
  readonly key: string;
}

/** The admitted designs of a round in one of its shared orders, which its seed decides and nobody can steer. */
export async function listShuffled(
  db: Database,
  roundId: string,
  { order, after, limit }: { order: number; after: string | undefined; limit: number },
): Promise<ShuffledDesign[]> {
  const { rows } = await sql<ShuffledDesign>`
    select id, encode(key, 'hex') as key from (
      select designs.id,
        sha256(rounds.seed || decode(lpad(to_hex(${order}::int), 2, '0'), 'hex') || uuid_send(designs.id)) as key
      from designs join rounds on rounds.id = designs.round_id
      where designs.round_id = ${roundId} and designs.state = 'admitted'
    ) shuffled
    where ${after ?? null}::text is null or key > decode(${after ?? null}::text, 'hex')
    order by key
    limit ${limit}`.execute(db);
  return rows;
}

/** Oldest first. */
export async function listReviewIds(
  db: Database,
  { state, after, limit }: { state: string; after: string | undefined; limit: number },
): Promise<string[]> {
  let query = db.selectFrom('designs').select('id').where('state', '=', state).orderBy('id').limit(limit);
  if (after) query = query.where('id', '>', after);
  return (await query.execute()).map((row) => row.id);
}

/** Newest first. */
export async function listOwnIds(
  db: Database,
  designerId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('designs')
    .select('id')
    .where('designer_id', '=', designerId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  return (await query.execute()).map((row) => row.id);
}

/** A designer and the designs of counted rounds, newest round first; undefined when there is none to show. */
export async function findDesigner(db: Database, id: string) {
  const designer = await db
    .selectFrom('members')
    .select(['id', 'name', 'joined_at'])
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!designer) return undefined;
  const designs = await db
    .selectFrom('designs')
    .innerJoin('rounds', 'rounds.id', 'designs.round_id')
    .select(['designs.id', 'rounds.slug as round_slug'])
    .where('designs.designer_id', '=', id)
    .where('designs.state', '=', 'admitted')
    .where('rounds.phase', 'in', ['counted', 'decided'])
    .orderBy('rounds.slug', 'desc')
    .orderBy('designs.id')
    .execute();
  return designs.length > 0 ? { ...designer, designs } : undefined;
}

export async function hasPictureNamed(db: Database, name: string): Promise<boolean> {
  const row = await db.selectFrom('pictures').select('name').where('name', '=', name).executeTakeFirst();
  return row !== undefined;
}
