import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { type CardRow, listCardRows, listPictures, type PictureRow } from './cards.sql.ts';

interface CardOptions {
  /** Named only where asked for, and never before the count. */
  readonly withDesigner: boolean;
  readonly withFront?: boolean;
  /** For a page of many: no picture that it does not show. */
  readonly asTiles?: boolean;
}

/** The cards of designs, by design. */
export async function cardsOf(
  db: Database | Trx,
  designIds: readonly string[],
  { withDesigner, withFront = true, asTiles = false }: CardOptions,
): Promise<Map<string, DesignCard>> {
  if (designIds.length === 0) return new Map();
  const rows = await listCardRows(db, designIds);
  const artworkIds = rows.flatMap((row) => row.artwork_id ?? []);
  const pictures =
    artworkIds.length > 0
      ? await listPictures(db, artworkIds, withFront ? ['art', 'first', 'front'] : ['art', 'first'])
      : [];
  const byArtwork = Map.groupBy(pictures, (picture) => picture.artwork_id);
  return new Map(
    rows.map((row) => [row.id, cardView(row, byArtwork.get(row.artwork_id ?? '') ?? [], { withDesigner, asTiles })]),
  );
}

/** The pictures of the art; the first one alone while they are being made. */
function shownOf(pictures: readonly PictureRow[]): readonly PictureRow[] {
  const made = pictures.filter((picture) => picture.kind === 'art');
  return made.length > 0 ? made : pictures.filter((picture) => picture.kind === 'first');
}

/** Of WebP the width alone that stands in for AVIF: a page names no other, and a name cannot be packed. */
function namedOf(pictures: readonly PictureRow[]): readonly PictureRow[] {
  const plain = pictures.filter((picture) => picture.format === 'webp');
  const middle = plain[Math.floor((plain.length - 1) / 2)];
  return pictures.filter((picture) => picture.format !== 'webp' || picture === middle);
}

function cardView(
  row: CardRow,
  pictures: readonly PictureRow[],
  { withDesigner, asTiles }: Required<Pick<CardOptions, 'withDesigner' | 'asTiles'>>,
): DesignCard {
  const shown = shownOf(pictures);
  return {
    id: row.id,
    round: row.round_slug,
    title: row.title,
    altText: row.alt_text,
    altTextEn: row.alt_text_en,
    fabric: row.fabric as FabricId,
    inks: (row.inks ?? []) as DesignCard['inks'],
    placeholder: row.placeholder,
    pictures: (asTiles ? namedOf(shown) : shown).map(pictureView),
    front: pictures.filter((picture) => picture.kind === 'front').map(pictureView),
    finalist: row.finalist,
    designer: withDesigner && isCounted(row.round_phase) ? { id: row.designer_id, name: row.designer_name } : null,
  };
}

export function pictureView(row: PictureRow): Picture {
  return {
    format: row.format as Picture['format'],
    width: row.width,
    height: row.height,
    url: `/pictures/${row.name}`,
  };
}
