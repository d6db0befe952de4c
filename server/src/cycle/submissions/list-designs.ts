import type {
  Design,
  DesignCard,
  getDesigner,
  listRoundDesigns,
  ReviewItem,
} from '@fraisier/shared/contracts/submissions.ts';
import type { DesignState } from '@fraisier/shared/cycle/submission-rules.ts';
import type { QueryOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database } from '../../platform/db/database.ts';
import { findRound } from '../rounds/find-round.ts';
import { readResult } from '../rounds/read-result.ts';
import { cardsOf } from './cards.ts';
import { findDesigner, listOwnIds, listReviewIds, listShuffled } from './lists.sql.ts';
import { readDesigns, type Viewer } from './read-designs.ts';
import { reviewView } from './submissions.view.ts';

interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

const PAGE = 24;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KEY = /^[0-9a-f]{64}$/;

/** The gallery. A cursor belongs to the order that it came from. */
export async function listGallery(
  db: Database,
  slug: string,
  { cursor, order = 0, limit = PAGE }: QueryOf<typeof listRoundDesigns>,
): Promise<Page<DesignCard>> {
  const after = checked(cursor, KEY);
  const round = await findRound(db, slug);
  const found = await listShuffled(db, round.id, { order, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const ids = page.map((row) => row.id);
  const cards = await cardsOf(db, ids, { withDesigner: true });
  return {
    items: ids.flatMap((id) => cards.get(id) ?? []),
    nextCursor: found.length > limit ? (page.at(-1)?.key ?? null) : null,
  };
}

/** What waits for an operator, oldest first. */
export async function listWaiting(
  db: Database,
  viewer: Viewer,
  { cursor, state = 'checked' }: { cursor?: string | undefined; state?: DesignState | undefined },
): Promise<Page<ReviewItem>> {
  const after = checked(cursor, UUID);
  const page = pageOf(await listReviewIds(db, { state, after, limit: PAGE + 1 }));
  return { ...page, items: (await readDesigns(db, page.items, viewer)).map(reviewView) };
}

export async function listMine(
  db: Database,
  member: NonNullable<Viewer>,
  { cursor }: { cursor?: string | undefined },
): Promise<Page<Design>> {
  const before = checked(cursor, UUID);
  const page = pageOf(await listOwnIds(db, member.id, { before, limit: PAGE + 1 }));
  return { ...page, items: (await readDesigns(db, page.items, member)).map(({ design }) => design) };
}

/** A designer is public by what counted rounds made public; without such a design there is no page. */
export async function readDesigner(db: Database, id: string): Promise<ResponseOf<typeof getDesigner>> {
  const designer = await findDesigner(db, id);
  if (!designer) throw new Problem('not_found');
  const cards = await cardsOf(
    db,
    designer.designs.map((design) => design.id),
    { withDesigner: true },
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

function checked(cursor: string | undefined, shape: RegExp): string | undefined {
  if (cursor !== undefined && !shape.test(cursor)) {
    throw new Problem('bad_input', { reasons: [{ code: 'cursor', field: 'cursor' }] });
  }
  return cursor;
}

function pageOf(ids: readonly string[]): Page<string> {
  const items = ids.slice(0, PAGE);
  return { items, nextCursor: ids.length > PAGE ? (items.at(-1) ?? null) : null };
}
