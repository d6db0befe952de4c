import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Designs } from '../../platform/db/schema.ts';

export type DesignRow = Selectable<Designs>;

export interface NewDesign {
  readonly round_id: string;
  readonly designer_id: string;
  readonly title: string;
  readonly story: string;
  readonly alt_text: string;
  readonly alt_text_en: string | null;
  readonly fabric: string;
  readonly sources: string;
}

export interface AdmittedDesign {
  readonly id: string;
  readonly designer_id: string;
  readonly title: string;
  readonly fabric: string;
  readonly artwork_id: string;
  /** Of the original file: what is voted on is what is printed. */
  readonly artwork_sha256: Buffer;
}

/** The designs that a round votes on, oldest first. */
export function listAdmitted(db: Database | Trx, roundId: string): Promise<AdmittedDesign[]> {
  return db
    .selectFrom('designs')
    .innerJoin('artworks', 'artworks.id', 'designs.artwork_id')
    .select([
      'designs.id',
      'designs.designer_id',
      'designs.title',
      'designs.fabric',
      'artworks.id as artwork_id',
      'artworks.sha256 as artwork_sha256',
    ])
    .where('designs.round_id', '=', roundId)
    .where('designs.state', '=', 'admitted')
    .orderBy('designs.id')
    .execute();
}

export async function countAdmitted(db: Database | Trx, roundId: string): Promise<number> {
  const row = await db
    .selectFrom('designs')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .where('state', '=', 'admitted')
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Designs that are checked or still checking: they wait for a decision. */
export async function countUnadmitted(db: Database | Trx, roundId: string): Promise<number> {
  const row = await db
    .selectFrom('designs')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .where('state', 'in', ['checking', 'checked'])
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Designs that wait for a decision when voting opens go to the next round. Gives their ids. */
export async function moveUnadmitted(trx: Trx, fromRoundId: string, toRoundId: string): Promise<string[]> {
  const rows = await trx
    .updateTable('designs')
    .set({ round_id: toRoundId })
    .where('round_id', '=', fromRoundId)
    .where('state', 'in', ['checking', 'checked'])
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Designs that the member has in the round, in any state but withdrawn. */
export async function countOwnDesigns(db: Database | Trx, roundId: string, memberId: string): Promise<number> {
  const row = await db
    .selectFrom('designs')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .where('designer_id', '=', memberId)
    .where('state', '!=', 'withdrawn')
    .executeTakeFirstOrThrow();
  return row.count;
}

export function findDesign(db: Database | Trx, id: string): Promise<DesignRow | undefined> {
  return db.selectFrom('designs').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The design, held until the transaction ends. Its round is to be locked first. */
export function lockDesign(trx: Trx, id: string): Promise<DesignRow | undefined> {
  return trx.selectFrom('designs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertDesign(trx: Trx, design: NewDesign): Promise<string> {
  const row = await trx
    .insertInto('designs')
    .values({ ...design, rights_declared_at: sql<Date>`shop_now()` })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The design's current artwork is another one, and nobody has looked at it. */
export async function putArtwork(trx: Trx, designId: string, artworkId: string): Promise<void> {
  await trx
    .updateTable('designs')
    .set({ artwork_id: artworkId, state: 'checking', admitted_at: null, refused_at: null })
    .where('id', '=', designId)
    .execute();
}

/** The same artwork is to be looked at anew. */
export async function markChecking(trx: Trx, designId: string): Promise<void> {
  await trx
    .updateTable('designs')
    .set({ state: 'checking', admitted_at: null, refused_at: null })
    .where('id', '=', designId)
    .execute();
}

/** The same, of all of these that were found good or admitted. Gives their current artworks. */
export async function markAllChecking(
  trx: Trx,
  designIds: readonly string[],
): Promise<{ id: string; artworkId: string | null }[]> {
  return trx
    .updateTable('designs')
    .set({ state: 'checking', admitted_at: null, refused_at: null })
    .where('id', 'in', [...designIds])
    .where('state', 'in', ['checked', 'admitted'])
    .returning(['id', 'artwork_id as artworkId'])
    .execute();
}

export async function markChecked(trx: Trx, designId: string): Promise<void> {
  await trx.updateTable('designs').set({ state: 'checked' }).where('id', '=', designId).execute();
}

export async function markAdmitted(trx: Trx, designId: string): Promise<void> {
  await trx
    .updateTable('designs')
    .set({ state: 'admitted', admitted_at: sql<Date>`shop_now()`, refused_at: null })
    .where('id', '=', designId)
    .execute();
}

export async function markRefused(trx: Trx, designId: string): Promise<void> {
  await trx
    .updateTable('designs')
    .set({ state: 'refused', refused_at: sql<Date>`shop_now()`, admitted_at: null })
    .where('id', '=', designId)
    .execute();
}

export async function markWithdrawn(trx: Trx, designId: string): Promise<void> {
  await trx
    .updateTable('designs')
    .set({ state: 'withdrawn', withdrawn_at: sql<Date>`shop_now()`, admitted_at: null })
    .where('id', '=', designId)
    .execute();
}

/** One file of a member at a time, so that they can be counted. Ends with the transaction. */
export async function lockSubmitter(trx: Trx, memberId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`submission/${memberId}`}, 0))`.execute(trx);
}

/** A design of the member in the round that is this very file, withdrawn ones aside. */
export async function findSameFile(
  trx: Trx,
  roundId: string,
  memberId: string,
  sha256: Buffer,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('designs')
    .innerJoin('artworks', 'artworks.id', 'designs.artwork_id')
    .select('designs.id')
    .where('designs.round_id', '=', roundId)
    .where('designs.designer_id', '=', memberId)
    .where('designs.state', '!=', 'withdrawn')
    .where('artworks.sha256', '=', sha256)
    .executeTakeFirst();
  return row?.id;
}

/** A member's designs that were not withdrawn, in the order of their rounds. */
export async function listStandingIds(trx: Trx, designerId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('designs')
    .innerJoin('rounds', 'rounds.id', 'designs.round_id')
    .select('designs.id')
    .where('designer_id', '=', designerId)
    .where('state', '!=', 'withdrawn')
    .orderBy('slug')
    .orderBy('designs.id')
    .execute();
  return rows.map((row) => row.id);
}
