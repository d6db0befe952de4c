import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

export interface TracedShape {
  readonly shape: Buffer;
  readonly signs: string;
  readonly keys: readonly number[];
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** Null where there is nothing to compare. The same artwork again changes nothing. */
export async function insertShape(trx: Trx, artworkId: string, traced: TracedShape | null): Promise<void> {
  const box = traced?.box;
  await trx
    .insertInto('artwork_shapes')
    .values({
      artwork_id: artworkId,
      shape: traced?.shape ?? null,
      box_left: box?.left ?? null,
      box_top: box?.top ?? null,
      box_width: box?.width ?? null,
      box_height: box?.height ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (!traced) return;
  await sql`
    insert into shape_keys (artwork_id, signs, keys)
    values (${artworkId}, ${traced.signs}::text::bit(128), ${[...traced.keys]}::int[])
    on conflict do nothing`.execute(trx);
}

/** One search at a time, so that of two copies checked at once one sees the other. Ends with the transaction. */
export async function lockLikenesses(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('likenesses', 0))`.execute(trx);
}

export interface Probe {
  readonly signs: string;
  readonly keys: readonly number[];
}

export interface Candidate {
  /** Which of the probes met it, from 0. */
  readonly probe: number;
  readonly artwork_id: string;
  readonly shape: Buffer;
  readonly distance: number;
  /** It was uploaded after the artwork that is sought for. */
  readonly later: boolean;
}

/**
 * Artworks of other designers that share a key with a probe, and most of its signs. Through the index on keys: what it
 * costs grows with those that are near, at a million artworks some thousand.
 */
export async function listCandidates(
  trx: Trx,
  artworkId: string,
  probes: readonly Probe[],
  mostSigns: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with met as materialized (
      select probe, artwork_id, distance
      from unnest(
        ${probes.map((probe) => probe.signs)}::text[],
        ${probes.map((probe) => `{${probe.keys.join(',')}}`)}::text[]
      ) with ordinality as asked (signs, keys, nth)
      cross join lateral (select nth::int - 1 as probe, asked.signs::bit(128) as signs, asked.keys::int[] as keys) sought
      cross join lateral (
        select artwork_id, bit_count(filed.signs # sought.signs)::int as distance from shape_keys filed
        where filed.keys && sought.keys and bit_count(filed.signs # sought.signs) <= ${mostSigns}
      ) near
    )
    select met.*, other.shape, (other.uploaded_at, met.artwork_id) > (own.uploaded_at, own.id) as later
    from (
      select artworks.id, artworks.uploaded_at, designs.designer_id
      from artworks join designs on designs.id = artworks.design_id where artworks.id = ${artworkId}
    ) own
    cross join met
    cross join lateral (
      -- a look into indexes for each, however many the planner thinks there will be
      select filed.shape, artworks.uploaded_at, designs.designer_id
      from artwork_shapes filed join artworks on artworks.id = filed.artwork_id
      join designs on designs.id = artworks.design_id
      where filed.artwork_id = met.artwork_id limit 1
    ) other
    where other.designer_id <> own.designer_id`.execute(trx);
  return rows;
}

export interface NewLikeness {
  readonly artwork_id: string;
  readonly older_id: string;
  readonly percent: number;
  readonly distance: number;
  readonly mirrored: boolean;
  readonly quarters: number;
  readonly angle: number;
}

/** A pair that is known stays as it was found. */
export async function insertLikenesses(trx: Trx, likenesses: readonly NewLikeness[]): Promise<void> {
  if (likenesses.length === 0) return;
  await trx
    .insertInto('likenesses')
    .values([...likenesses])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Checked artworks without a shape, the oldest first: those checked before shapes were kept. */
export async function listUntraced(db: Database, limit: number): Promise<{ id: string; storage_key: string }[]> {
  return db
    .selectFrom('artworks')
    .leftJoin('artwork_shapes', 'artwork_shapes.artwork_id', 'artworks.id')
    .select(['artworks.id', 'artworks.storage_key'])
    .where('artworks.checked_at', 'is not', null)
    .where('artwork_shapes.artwork_id', 'is', null)
    .orderBy('artworks.id')
    .limit(limit)
    .execute();
}

/** Which of these artworks are not drawn and will not be by themselves: refused, withdrawn or replaced before. */
export async function listUndrawn(trx: Trx, artworkIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select artworks.id from artworks join designs on designs.id = artworks.design_id
    where artworks.id = any(${[...artworkIds]}::uuid[])
      and not exists (select from pictures where artwork_id = artworks.id)
      and (designs.artwork_id is distinct from artworks.id or designs.state in ('refused', 'withdrawn'))`.execute(trx);
  return rows.map((row) => row.id);
}

/** What an operator compares a design with: the older artworks, the nearest first. */
export function listLikenesses(db: Database, artworkIds: readonly string[]) {
  return db
    .selectFrom('likenesses')
    .innerJoin('artworks', 'artworks.id', 'likenesses.older_id')
    .innerJoin('designs', 'designs.id', 'artworks.design_id')
    .innerJoin('rounds', 'rounds.id', 'designs.round_id')
    .innerJoin('members', 'members.id', 'designs.designer_id')
    .leftJoin('artwork_shapes as shape', 'shape.artwork_id', 'likenesses.older_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('design_decisions')
          .select(['kind', 'reasons', 'decided_at'])
          .whereRef('artwork_id', '=', 'likenesses.older_id')
          .orderBy('id', 'desc')
          .limit(1)
          .as('decision'),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      'likenesses.artwork_id',
      'likenesses.older_id',
      'likenesses.percent',
      'likenesses.distance',
      'likenesses.mirrored',
      'likenesses.quarters',
      'likenesses.angle',
      'shape.box_left',
      'shape.box_top',
      'shape.box_width',
      'shape.box_height',
      'designs.id as design_id',
      'designs.title',
      'designs.alt_text',
      'designs.alt_text_en',
      'designs.fabric',
      'designs.sources',
      'designs.state',
      'rounds.slug as round_slug',
      'rounds.number as round_number',
      'members.name as designer_name',
      'artworks.version',
      'artworks.width',
      'artworks.height',
      'artworks.uploaded_at',
      eb('designs.artwork_id', '=', eb.ref('likenesses.older_id')).as('current'),
      'decision.kind as decision_kind',
      'decision.reasons as decision_reasons',
      'decision.decided_at',
    ])
    .where('likenesses.artwork_id', 'in', [...artworkIds])
    .orderBy('likenesses.percent', 'desc')
    .orderBy('likenesses.older_id')
    .execute();
}
export type LikenessRow = Awaited<ReturnType<typeof listLikenesses>>[number];

/** Where the motifs of artworks stand in their pictures. */
export function listBoxes(db: Database, artworkIds: readonly string[]) {
  return db
    .selectFrom('artwork_shapes')
    .select(['artwork_id', 'box_left', 'box_top', 'box_width', 'box_height'])
    .where('artwork_id', 'in', [...artworkIds])
    .execute();
}
