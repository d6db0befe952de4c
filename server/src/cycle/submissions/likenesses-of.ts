import type { Likeness, ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import type { FabricId } from '@fraisier/shared/cycle/garments.ts';
import type { DesignState } from '@fraisier/shared/cycle/submission-rules.ts';
import type { Database } from '../../platform/db/database.ts';
import { listPictures, type PictureRow } from './cards.sql.ts';
import { pictureView } from './cards.ts';
import { type LikenessRow, listBoxes, listLikenesses } from './likeness.sql.ts';

export interface ComparedArtwork {
  readonly box: ReviewItem['box'];
  readonly likenesses: readonly Likeness[];
}

/** What operators compare artworks with, by artwork. */
export async function likenessesOf(db: Database, artworkIds: readonly string[]): Promise<Map<string, ComparedArtwork>> {
  if (artworkIds.length === 0) return new Map();
  const [boxes, rows] = await Promise.all([listBoxes(db, artworkIds), listLikenesses(db, artworkIds)]);
  const olderIds = [...new Set(rows.map((row) => row.older_id))];
  const pictures = olderIds.length > 0 ? await listPictures(db, olderIds, ['art']) : [];
  const picturesOf = Map.groupBy(pictures, (picture) => picture.artwork_id);
  const found = Map.groupBy(rows, (row) => row.artwork_id);
  return new Map(
    boxes.map((row) => [
      row.artwork_id,
      {
        box: boxView(row),
        likenesses: (found.get(row.artwork_id) ?? []).map((one) =>
          likenessView(one, picturesOf.get(one.older_id) ?? []),
        ),
      },
    ]),
  );
}

type BoxRow = Pick<LikenessRow, 'box_left' | 'box_top' | 'box_width' | 'box_height'>;

function boxView({ box_left: left, box_top: top, box_width: width, box_height: height }: BoxRow): ReviewItem['box'] {
  return left === null || top === null || width === null || height === null ? null : { left, top, width, height };
}

function likenessView(row: LikenessRow, pictures: readonly PictureRow[]): Likeness {
  return {
    percent: row.percent,
    distance: row.distance,
    angle: row.angle,
    mirrored: row.mirrored,
    quarters: row.quarters,
    box: boxView(row),
    design: row.design_id,
    title: row.title,
    altText: row.alt_text,
    altTextEn: row.alt_text_en,
    fabric: row.fabric as FabricId,
    designerName: row.designer_name,
    round: row.round_slug,
    roundNumber: row.round_number,
    state: row.state as DesignState,
    sources: row.sources,
    uploadedAt: row.uploaded_at.toISOString(),
    version: row.version,
    current: Boolean(row.current),
    decision: row.decision_kind
      ? {
          kind: row.decision_kind as 'admission' | 'refusal',
          reasons: row.decision_reasons ?? [],
          decidedAt: (row.decided_at ?? row.uploaded_at).toISOString(),
        }
      : null,
    pictures: pictures.map(pictureView),
  };
}
