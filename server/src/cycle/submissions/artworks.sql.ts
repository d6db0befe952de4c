import type { Placement } from '@fraisier/shared/cycle/placement.ts';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Artworks, DesignDecisions, Pictures } from '../../platform/db/schema.ts';
import type { PictureKind } from '../../platform/images/images.ts';

/** They are all written at once: where one of these is, the others are. */
const FINISHED: PictureKind = 'front';

export type ArtworkRow = Selectable<Artworks>;
export type NewArtwork = Pick<
  Selectable<Artworks>,
  | 'id'
  | 'design_id'
  | 'storage_key'
  | 'sha256'
  | 'bytes'
  | 'file_name'
  | 'format'
  | 'width'
  | 'height'
  | keyof ReturnType<typeof placementColumns>
>;

export async function newArtworkId(db: Database): Promise<string> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(db);
  return rows[0]!.id;
}

/** Where the original of an artwork lies. */
export function originalKey(artworkId: string): string {
  return `originals/${artworkId}`;
}

/** The next version of its design, which the caller holds. */
export async function insertArtwork(trx: Trx, artwork: NewArtwork): Promise<void> {
  await trx
    .insertInto('artworks')
    .values((eb) => ({
      ...artwork,
      version: eb
        .selectFrom('artworks')
        .select((one) => sql<number>`coalesce(${one.fn.max('version')}, 0) + 1`.as('next'))
        .where('design_id', '=', artwork.design_id),
    }))
    .execute();
}

/** Files of a designer's day that nobody has looked at, replaced ones too. */
export async function countUnchecked(trx: Trx, designerId: string): Promise<number> {
  const { rows } = await sql<{ files: number }>`
    select count(*)::int as files from designs join artworks on artworks.design_id = designs.id
    where designer_id = ${designerId} and checked_at is null and uploaded_at > shop_now() - interval '24 hours'
  `.execute(trx);
  return rows[0]!.files;
}

export function findArtwork(db: Database | Trx, id: string): Promise<ArtworkRow | undefined> {
  return db.selectFrom('artworks').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface Measures {
  readonly width: number;
  readonly height: number;
  readonly has_alpha: boolean;
  readonly placeholder: string;
  readonly inks: readonly { hex: string; coverage: number }[];
}

/** Where it stands from now on; nobody has looked at it there, and on its shirt it is to be drawn anew. */
export async function putPlacement(trx: Trx, artworkId: string, placement: Placement | null): Promise<void> {
  await trx.updateTable('artworks').set(placementColumns(placement)).where('id', '=', artworkId).execute();
  await clearChecks(trx, [artworkId]);
  await forgetShirts(trx, [artworkId]);
}

/** Nobody has looked at these as they print now. */
export async function clearChecks(trx: Trx, artworkIds: readonly string[]): Promise<void> {
  await trx
    .updateTable('artworks')
    .set({ findings: '[]', checked_at: null })
    .where('id', 'in', [...artworkIds])
    .execute();
}

/** They stand elsewhere on their shirts. The design alone, and from close by, is the same picture. */
export async function forgetShirts(trx: Trx, artworkIds: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('pictures')
    .where('artwork_id', 'in', [...artworkIds])
    .where('kind', 'in', ['front', 'worn', 'shirt'] satisfies PictureKind[])
    .execute();
}

export function placementColumns(placement: Placement | null) {
  return {
    place_from_centre_mm: placement?.fromCentreMm ?? null,
    place_top_mm: placement?.topMm ?? null,
    place_width_mm: placement?.widthMm ?? null,
  };
}

/** What the check found out; without measures where the file could not be read. */
export async function writeCheck(
  trx: Trx,
  artworkId: string,
  { measures, findings }: { measures?: Measures; findings: readonly unknown[] },
): Promise<void> {
  await trx
    .updateTable('artworks')
    .set({
      ...(measures ? { ...measures, inks: JSON.stringify(measures.inks) } : {}),
      findings: JSON.stringify(findings),
      checked_at: sql<Date>`shop_now()`,
    })
    .where('id', '=', artworkId)
    .execute();
}

export async function insertDecision(trx: Trx, decision: Insertable<DesignDecisions>): Promise<string> {
  const row = await trx.insertInto('design_decisions').values(decision).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export type NewPicture = Insertable<Pictures>;

/** All pictures of an artwork at once; the same again changes nothing. */
export async function insertPictures(trx: Trx, pictures: readonly NewPicture[]): Promise<void> {
  await trx
    .insertInto('pictures')
    .values([...pictures])
    .onConflict((conflict) =>
      conflict.columns(['artwork_id', 'kind', 'format', 'width']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        bytes: eb.ref('excluded.bytes'),
        height: eb.ref('excluded.height'),
      })),
    )
    .execute();
}

/** All of them; what was made before there were views on cotton is made again. */
export function hasPictures(db: Database, artworkId: string): Promise<boolean> {
  return hasPicture(db, artworkId, FINISHED);
}

/** Even the first alone. */
export function hasAnyPicture(db: Database, artworkId: string): Promise<boolean> {
  return hasPicture(db, artworkId);
}

async function hasPicture(db: Database, artworkId: string, kind?: PictureKind): Promise<boolean> {
  let query = db.selectFrom('pictures').select('name').where('artwork_id', '=', artworkId);
  if (kind) query = query.where('kind', '=', kind);
  return (await query.executeTakeFirst()) !== undefined;
}

export interface Unfinished {
  readonly artwork_id: string;
  readonly checked: boolean;
}

/** Current artworks that wait for their check or for their pictures, for longer than a job takes. */
export function listUnfinished(db: Database): Promise<Unfinished[]> {
  return db
    .selectFrom('designs')
    .innerJoin('artworks', 'artworks.id', 'designs.artwork_id')
    .select((eb) => ['artworks.id as artwork_id', eb('designs.state', '!=', 'checking').as('checked')])
    .where('designs.state', 'in', ['checking', 'checked', 'admitted'])
    .where((eb) =>
      eb.or([
        eb('designs.state', '=', 'checking'),
        eb.not(
          eb.exists(
            eb
              .selectFrom('pictures')
              .select('name')
              .whereRef('artwork_id', '=', 'artworks.id')
              .where('kind', '=', FINISHED),
          ),
        ),
      ]),
    )
    .where('artworks.uploaded_at', '<', sql<Date>`shop_now() - interval '5 minutes'`)
    .limit(500)
    .execute() as Promise<Unfinished[]>;
}

/** A designer named these files on their own computer. */
export async function clearFileNames(trx: Trx, designerId: string): Promise<void> {
  await trx
    .updateTable('artworks')
    .from('designs')
    .set({ file_name: '' })
    .whereRef('designs.id', '=', 'artworks.design_id')
    .where('designs.designer_id', '=', designerId)
    .execute();
}
