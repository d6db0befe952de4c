import {
  inverseOf,
  isBlank,
  keysOf,
  LIKENESS,
  likeness,
  lookupKeysOf,
  type Shape,
  shapeOf,
  signsOf,
  type Turn,
  turned,
  turns,
} from '@fraisier/shared/cycle/likeness.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { Outline } from '../../platform/images/images.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import {
  insertLikenesses,
  insertShape,
  listCandidates,
  listUndrawn,
  lockLikenesses,
  type NewLikeness,
} from './likeness.sql.ts';
import { RENDER_ATTEMPTS, renderKey } from './render-pictures.job.ts';

interface Laid {
  readonly shape: Shape;
  readonly turn: Turn;
  readonly angle: number;
}

/**
 * Files the shape of an artwork and writes down which artworks of other designers look like it, whatever became of
 * them: refused, withdrawn, replaced. Nobody but operators is told. Without an outline there is nothing to compare.
 */
export async function recordLikenesses(trx: Trx, artworkId: string, outline: Outline | null): Promise<void> {
  const upright = outline?.contours.find(({ angle }) => angle === 0);
  const shape = upright && shapeOf(Buffer.from(upright.grey, 'base64'));
  if (!outline || !shape || isBlank(shape)) return insertShape(trx, artworkId, null);
  await lockLikenesses(trx);
  await insertShape(trx, artworkId, {
    shape: Buffer.from(shape),
    signs: signsOf(shape),
    keys: keysOf(shape),
    box: outline.box,
  });
  const hits = await findNear(trx, artworkId, waysToLay(outline));
  await insertLikenesses(trx, hits);
  // A file that was refused at its check, or replaced before it was drawn, has no picture to be compared by.
  for (const id of await listUndrawn(trx, [...new Set(hits.flatMap((hit) => [hit.artwork_id, hit.older_id]))])) {
    await enqueue(
      trx,
      'render-pictures',
      { artworkId: id },
      { key: renderKey(id), priority: 3, maxAttempts: RENDER_ATTEMPTS },
    );
  }
}

/** A copy may be mirrored, turned by quarters, and a little askew: each way to undo that is looked up. */
function waysToLay({ contours }: Outline): Laid[] {
  return contours.flatMap(({ angle, grey }) => {
    const shape = shapeOf(Buffer.from(grey, 'base64'));
    return turns.map((turn) => ({ shape: turned(shape, turn), turn, angle }));
  });
}

async function findNear(trx: Trx, artworkId: string, laid: readonly Laid[]): Promise<NewLikeness[]> {
  const probes = laid.map(({ shape }) => ({ signs: signsOf(shape), keys: lookupKeysOf(shape) }));
  const nearest = new Map<string, NewLikeness>();
  for (const candidate of await listCandidates(trx, artworkId, probes, LIKENESS.mostSigns)) {
    const way = laid[candidate.probe];
    if (!way) continue;
    const { buffer, byteOffset, length } = candidate.shape;
    const percent = likeness(way.shape, new Int8Array(buffer, byteOffset, length));
    if (percent < LIKENESS.alike) continue;
    const known = nearest.get(candidate.artwork_id);
    if (known && known.percent >= percent) continue;
    const pair = candidate.later
      ? { artwork_id: candidate.artwork_id, older_id: artworkId, ...way.turn, angle: way.angle }
      : { artwork_id: artworkId, older_id: candidate.artwork_id, ...undone(way) };
    const { mirrored, quarters, angle, artwork_id, older_id } = pair;
    const { distance } = candidate;
    nearest.set(candidate.artwork_id, { artwork_id, older_id, percent, distance, mirrored, quarters, angle });
  }
  return [...nearest.values()].sort((a, b) => b.percent - a.percent).slice(0, LIKENESS.mostHits);
}

/**
 * The way laid this artwork like the other one: first askew, then by the turn. The other one is laid like this by the
 * inverse, and again with the slant first: behind a mirror a slant goes the other way.
 */
function undone({ turn, angle }: Laid): Turn & { angle: number } {
  return { ...inverseOf(turn), angle: turn.mirrored ? angle : 0 - angle };
}
