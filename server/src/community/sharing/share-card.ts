import { createHash } from 'node:crypto';
import { designOnShirt } from '../../cycle/submissions/on-shirt.ts';
import type { Deps } from '../../deps.ts';
import type { OnShirt } from '../../platform/images/images.ts';
import { type Shared, type ShareFacts, shareFacts } from './share-facts.ts';

/** Some 100 KB each. Others are drawn again: the time that takes is worth more than a place to keep them for ever. */
const KEPT = 60;

export interface ShareCard {
  readonly body: Buffer;
  /** Of what the card says: the same words and art are the same card. */
  readonly etag: string;
}

export type ShareCards = (shared: Shared) => Promise<ShareCard>;

/** Cards as they are asked for: each is drawn once while it says the same, whoever asks meanwhile waits for it. */
export function createShareCards(deps: Deps): ShareCards {
  const kept = new Map<string, Promise<Buffer>>();
  return async (shared) => {
    const facts = await shareFacts(deps, shared);
    const { words, ground, art } = facts;
    const on = art && (await designOnShirt(deps.db, art.design.id));
    const etag = createHash('sha256')
      .update(JSON.stringify([words, ground, art?.url, on]))
      .digest('hex')
      .slice(0, 32);
    const drawing = kept.get(etag) ?? draw(deps, facts, on);
    // The one that was asked for last leaves last.
    kept.delete(etag);
    kept.set(etag, drawing);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
    try {
      return { body: await drawing, etag };
    } catch (error) {
      kept.delete(etag);
      throw error;
    }
  };
}

async function draw(
  { storage, images }: Deps,
  { words, ground, art }: ShareFacts,
  on: OnShirt | null,
): Promise<Buffer> {
  if (!art || !on) return images.drawCard({ words, ground, art: null });
  return storage.withLocalFile(art.url.slice(1), (path) => images.drawCard({ words, ground, art: { path, ...on } }));
}
