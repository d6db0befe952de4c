import { randomInt } from 'node:crypto';
import {
  type Design,
  GALLERY_ORDERS,
  type getDesigner,
  type listRoundDesigns,
} from '@fraisier/shared/contracts/submissions.ts';
import type { ReviewItem } from '@fraisier/shared/contracts/submissions-reviews.ts';
import type { DesignState } from '@fraisier/shared/cycle/submission-rules.ts';
import type { QueryOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database } from '../../platform/db/database.ts';
import { findRound } from '../rounds/find-round.ts';
import { readResult } from '../rounds/read-result.ts';
import { cardsOf } from './cards.ts';
import { likenessesOf } from './likenesses-of.ts';
import { findDesigner, listOwnIds, listReviewIds, listShuffledIds } from './lists.sql.ts';
import { readDesigns, type Viewer } from './read-designs.ts';
import { reviewView } from './submissions.view.ts';

interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

const PAGE = 24;

/** The gallery in the order that was asked for, in that of the page before, or in one drawn by lot: it says which. */
export async function listGallery(
  db: Database,
  slug: string,
  { cursor, order: asked, limit = PAGE, finalist, front }: QueryOf<typeof listRoundDesigns>,
): Promise<ResponseOf<typeof listRoundDesigns>> {
  const round = await findRound(db, slug);
  const before = cursor === undefined ? null : placeOf(cursor);
  if (before && asked !== undefined && asked !== before.order) {
    throw new Problem('bad_input', {
      reasons: [{ code: 'other_order', field: '/cursor', detail: String(before.order) }],
    });
  }
  const order = before?.order ?? asked ?? randomInt(GALLERY_ORDERS);
  const ids = await listShuffledIds(db, round, { order, after: before?.id, limit: limit + 1, finalist });
  const page = pageOf(ids, limit);
  const cards = await cardsOf(db, page.items, { withDesigner: true, withFront: front === true, asTiles: true });
  return {
    items: page.items.flatMap((id) => cards.get(id) ?? []),
    nextCursor: page.nextCursor && `${order}.${page.nextCursor}`,
    order,
  };
}

/** A cursor of the gallery names its order: one without the other would begin anywhere. */
function placeOf(cursor: string): { order: number; id: string } {
  const [order = '', id = ''] = cursor.split('.');
  if (Number(order) >= GALLERY_ORDERS)
    throw new Problem('bad_input', { reasons: [{ code: 'pattern', field: '/cursor' }] });
  return { order: Number(order), id };
}

/** What waits for an operator, oldest first. */
export async function listWaiting(
  db: Database,
  viewer: Viewer,
  { cursor, state = 'checked' }: { cursor?: string | undefined; state?: DesignState | undefined },
): Promise<Page<ReviewItem>> {
  const page = pageOf(await listReviewIds(db, { state, after: cursor, limit: PAGE + 1 }));
  const designs = await readDesigns(db, page.items, viewer);
  const likenesses = await likenessesOf(
    db,
    designs.flatMap(({ row }) => row.artwork_id ?? []),
  );
  return { ...page, items: designs.map((one) => reviewView(one, likenesses.get(one.row.artwork_id ?? ''))) };
}

export async function listMine(
  db: Database,
  member: NonNullable<Viewer>,
  { cursor }: { cursor?: string | undefined },
): Promise<Page<Design>> {
  const page = pageOf(await listOwnIds(db, member.id, { before: cursor, limit: PAGE + 1 }));
  return { ...page, items: (await readDesigns(db, page.items, member)).map(({ design }) => design) };
}

/** A designer is public by what counted rounds made public; without such a design there is no page. */
export async function readDesigner(db: Database, id: string): Promise<ResponseOf<typeof getDesigner>> {
  const designer = await findDesigner(db, id);
  if (!designer) throw new Problem('not_found');
  const cards = await cardsOf(
    db,
    designer.designs.map((design) => design.id),
    { withDesigner: true, withFront: false, asTiles: true },
  );
  const places = new Map<string, { rank: number; winner: boolean }>();
  for (const slug of new Set(designer.designs.map((design) => design.round_slug))) {
    const result = await readResult(db, await findRound(db, slug));
    const winners = new Set(result.provisional ? [] : result.winners.map((winner) => winner.design));
    for (const { design, rank } of result.ranking) places.set(design, { rank, winner: winners.has(design) });
  }
  return {
    id: designer.id,
    name: designer.name,
    joinedAt: designer.joined_at.toISOString(),
    designs: designer.designs.flatMap(({ id: designId }) => {
      const card = cards.get(designId);
      const place = places.get(designId);
      return card ? [{ ...card, rank: place?.rank ?? null, winner: place?.winner ?? false }] : [];
    }),
  };
}

function pageOf(ids: readonly string[], limit = PAGE): Page<string> {
  const items = ids.slice(0, limit);
  return { items, nextCursor: ids.length > limit ? (items.at(-1) ?? null) : null };
}
