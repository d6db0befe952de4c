import type { Picture } from '@fraisier/shared/contracts/common.ts';
import type { DesignCard } from '@fraisier/shared/contracts/submissions.ts';
import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { type CardRow, listCardRows, listPictures, type PictureRow } from './cards.sql.ts';

/** The cards of designs, by design. A designer is named only where asked for, and never before the count. */
export async function cardsOf(
  db: Database | Trx,
  designIds: readonly string[],
  { withDesigner, withFront = true }: { withDesigner: boolean; withFront?: boolean },
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
    rows.map((row) => [row.id, cardView(row, byArtwork.get(row.artwork_id ?? '') ?? [], { withDesigner })]),
  );
}

/** The pictures of the art; the first one alone while they are being made. */
function shownOf(pictures: readonly PictureRow[]): readonly PictureRow[] {
  const made = pictures.filter((picture) => picture.kind === 'art');
  return made.length > 0 ? made : pictures.filter((picture) => picture.kind === 'first');
}

function cardView(
  row: CardRow,
  pictures: readonly PictureRow[],
  { withDesigner }: { withDesigner: boolean },
): DesignCard {
  return {
    id: row.id,
    round: row.round_slug,
    title: row.title,
    altText: row.alt_text,
    altTextEn: row.alt_text_en,
    fabric: row.fabric as FabricId,
    inks: (row.inks ?? []) as DesignCard['inks'],
    placeholder: row.placeholder,
    pictures: shownOf(pictures).map(pictureView),
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
