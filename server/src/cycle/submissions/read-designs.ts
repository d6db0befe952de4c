import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Member } from '../../people/accounts.ts';
import type { Database } from '../../platform/db/database.ts';
import { listPictures } from './cards.sql.ts';
import { cardsOf } from './cards.ts';
import { type DetailRow, listDetailRows } from './design-details.sql.ts';
import { designView } from './submissions.view.ts';

/** Who looks; null is a visitor. */
export type Viewer = Pick<Member, 'id' | 'role'> | null;

export interface ReadDesign {
  readonly row: DetailRow;
  readonly design: Design;
}

/** The design as this person may see it. To everyone else but its designer and operators, only admitted ones exist. */
export async function readDesign(db: Database, designId: string, viewer: Viewer): Promise<Design> {
  const [found] = await readDesigns(db, [designId], viewer);
  if (!found || !maySee(found.row, viewer)) throw new Problem('not_found');
  return found.design;
}

/** Throws not_found for who may not know that the design exists. */
export async function assertVisible(db: Database, designId: string, viewer: Viewer): Promise<DetailRow> {
  const [row] = await listDetailRows(db, [designId]);
  if (!row || !maySee(row, viewer)) throw new Problem('not_found');
  return row;
}

/** Designs in the order asked for, with what only their designer and operators see where the viewer is one. */
export async function readDesigns(db: Database, ids: readonly string[], viewer: Viewer): Promise<ReadDesign[]> {
  if (ids.length === 0) return [];
  const [rows, cards] = await Promise.all([listDetailRows(db, ids), cardsOf(db, ids, { withDesigner: true })]);
  const artworkIds = rows.flatMap((row) => row.artwork_id ?? []);
  const shirts = artworkIds.length > 0 ? await listPictures(db, artworkIds, ['detail', 'worn']) : [];
  const byArtwork = Map.groupBy(shirts, (picture) => picture.artwork_id);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const [row, card] = [byId.get(id), cards.get(id)];
    if (!row || !card) return [];
    const shirt = byArtwork.get(row.artwork_id ?? '') ?? [];
    return [{ row, design: designView(row, card, shirt, seesMore(row, viewer) ? viewer : null) }];
  });
}

function maySee(row: DetailRow, viewer: Viewer): boolean {
  return row.state === 'admitted' || seesMore(row, viewer);
}

function seesMore(row: DetailRow, viewer: Viewer): boolean {
  return viewer !== null && (viewer.id === row.designer_id || viewer.role !== 'member');
}
