import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';
import type { RoundBundles } from '../../../platform/db/schema.ts';

/** Pages of a log that grows no more: by index and by leaf, never by offset. */

export function readLines(db: Database, roundId: string, from: number, limit: number): Promise<{ line: string }[]> {
  return db
    .selectFrom('ballot_log')
    .select('line')
    .where('round_id', '=', roundId)
    .where('tree_index', '>=', from)
    .where('tree_index', '<', from + limit)
    .orderBy('tree_index')
    .execute();
}

export interface OpeningRow {
  readonly leaf: Buffer;
  readonly salt: Buffer;
  readonly payload: string;
}

export function readOpenings(
  db: Database,
  roundId: string,
  after: Buffer | null,
  limit: number,
): Promise<OpeningRow[]> {
  let query = db
    .selectFrom('ballot_openings')
    .select(['leaf', 'salt', 'payload'])
    .where('round_id', '=', roundId)
    .orderBy('leaf')
    .limit(limit);
  if (after) query = query.where('leaf', '>', after);
  return query.execute();
}

export interface BundledDesign {
  readonly id: string;
  readonly title: string;
  readonly designer: string;
  readonly fabric: string;
  readonly artworkSha256: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly place_from_centre_mm: number | null;
  readonly place_top_mm: number | null;
  readonly place_width_mm: number | null;
}

/** Every design that was dealt in the round, by id. */
export async function listBundledDesigns(db: Database, roundId: string): Promise<BundledDesign[]> {
  const { rows } = await sql<BundledDesign>`
    select designs.id, title, members.name as designer, fabric, encode(sha256, 'hex') as "artworkSha256",
      artworks.width, artworks.height, place_from_centre_mm, place_top_mm, place_width_mm
    from designs
    join members on members.id = designer_id
    left join artworks on artworks.id = artwork_id
    where designs.id in (select design_id from exposures where round_id = ${roundId})
    order by designs.id`.execute(db);
  return rows;
}

export function findBundle(db: Database, roundId: string): Promise<Selectable<RoundBundles> | undefined> {
  return db.selectFrom('round_bundles').selectAll().where('round_id', '=', roundId).executeTakeFirst();
}

/** The first bundle of a round is the one that is published. */
export async function insertBundle(
  db: Database | Trx,
  bundle: { roundId: string; storageKey: string; sha256: Buffer; bytes: number },
): Promise<void> {
  await db
    .insertInto('round_bundles')
    .values({
      round_id: bundle.roundId,
      storage_key: bundle.storageKey,
      sha256: bundle.sha256,
      bytes: bundle.bytes,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
