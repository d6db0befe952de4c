import type { Database, Trx } from '../../platform/db/database.ts';
import type { PictureKind } from '../../platform/images/images.ts';

export interface CardRow {
  readonly id: string;
  readonly title: string;
  readonly alt_text: string;
  readonly alt_text_en: string | null;
  readonly fabric: string;
  readonly designer_id: string;
  readonly designer_name: string;
  readonly round_slug: string;
  readonly round_phase: string;
  readonly artwork_id: string | null;
  readonly inks: unknown;
  readonly placeholder: string | null;
  readonly finalist: boolean;
}

export interface PictureRow {
  readonly artwork_id: string;
  readonly kind: string;
  readonly format: string;
  readonly width: number;
  readonly height: number;
  readonly name: string;
}

export function listCardRows(db: Database | Trx, designIds: readonly string[]): Promise<CardRow[]> {
  return db
    .selectFrom('designs')
    .innerJoin('rounds', 'rounds.id', 'designs.round_id')
    .innerJoin('members', 'members.id', 'designs.designer_id')
    .leftJoin('artworks', 'artworks.id', 'designs.artwork_id')
    .select((eb) => [
      'designs.id',
      'designs.title',
      'designs.alt_text',
      'designs.alt_text_en',
      'designs.fabric',
      'designs.designer_id',
      'members.name as designer_name',
      'rounds.slug as round_slug',
      'rounds.phase as round_phase',
      'designs.artwork_id',
      'artworks.inks',
      'artworks.placeholder',
      eb
        .exists(eb.selectFrom('finalists').select('design_id').whereRef('finalists.design_id', '=', 'designs.id'))
        .$castTo<boolean>()
        .as('finalist'),
    ])
    .where('designs.id', 'in', [...designIds])
    .execute();
}

/** Best formats first, small before large: the order of a page's sources. */
export function listPictures(db: Database | Trx, artworkIds: readonly string[], kinds: readonly PictureKind[]) {
  return db
    .selectFrom('pictures')
    .select(['artwork_id', 'kind', 'format', 'width', 'height', 'name'])
    .where('artwork_id', 'in', [...artworkIds])
    .where('kind', 'in', [...kinds])
    .orderBy('artwork_id')
    .orderBy('format')
    .orderBy('width')
    .execute();
}
