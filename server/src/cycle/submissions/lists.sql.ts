import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';

/**
 * The admitted designs of a round in one of its shared orders, which its seed decides and nobody can steer. `after` is
 * the last design of the page before: its place follows from its id, even if it is gone meanwhile.
 */
export async function listShuffledIds(
  db: Database,
  round: { readonly id: string; readonly seed: Buffer },
  {
    order,
    after,
    limit,
    finalist,
  }: { order: number; after: string | undefined; limit: number; finalist?: boolean | undefined },
): Promise<string[]> {
  const prefix = Buffer.concat([round.seed, Buffer.from([order])]);
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id, sha256(${prefix}::bytea || uuid_send(id)) as place
      from designs where round_id = ${round.id} and state = 'admitted'
        and (${finalist ?? null}::boolean is null
          or ${finalist ?? null} = exists (select from finalists where finalists.design_id = designs.id))
    ) shuffled
    where ${after ?? null}::uuid is null or place > sha256(${prefix}::bytea || uuid_send(${after ?? null}::uuid))
    order by place
    limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
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
