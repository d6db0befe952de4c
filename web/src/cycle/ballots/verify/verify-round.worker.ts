import type { Check } from '@fraisier/shared/verifier/checks.ts';
import { readVerifierKey, spkiOf } from '@fraisier/shared/verifier/notes.ts';
import { readShownDesigns, type ShownDesign } from '@fraisier/shared/verifier/shown-designs.ts';
import { verifyBundle } from '@fraisier/shared/verifier/verify-bundle.ts';
import type { Receipt } from '@fraisier/shared/verifier/verify-receipt.ts';
import { openArchive } from '@fraisier/shared/verifier/zip.ts';

/** What the worker is asked: it never asks anyone itself. */
export interface RoundJob {
  readonly bundle: Blob;
  /** The shop's key as this site publishes it, SPKI; null where it could not be read. */
  readonly siteKey: string | null;
  /** Mails and notes that were kept. */
  readonly kept: readonly string[];
  readonly receipts: readonly Receipt[];
}

/** Where the key came from that the bundle's own was compared with. */
export type KeySource = 'mail' | 'site' | null;

/** What the bundle says of itself, for the sentences about it. */
export interface RoundFacts {
  readonly round: string;
  readonly origin: string;
  readonly winners: readonly string[];
  /** Winners first. */
  readonly designs: readonly ShownDesign[];
}

export type Told =
  | { readonly kind: 'begun'; readonly keySource: KeySource }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'lines'; readonly lines: number }
  | { readonly kind: 'done'; readonly facts: RoundFacts | null }
  | { readonly kind: 'broke'; readonly message: string };

const tell = (told: Told) => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<RoundJob>) => {
  void verify(data).catch((error: unknown) => {
    tell({ kind: 'broke', message: error instanceof Error ? error.message : String(error) });
  });
});

async function verify({ bundle, siteKey, kept, receipts }: RoundJob): Promise<void> {
  const mailKey = await keyIn(kept);
  const key = mailKey ?? siteKey ?? undefined;
  tell({ kind: 'begun', keySource: mailKey ? 'mail' : siteKey ? 'site' : null });
  let winners = '';
  for await (const check of verifyBundle({ bundle, key, kept, receipts, onLines: tellSometimes() })) {
    if (check.id === 'winners') winners = String(check.figures.ids ?? '');
    tell({ kind: 'check', check });
  }
  tell({ kind: 'done', facts: await factsOf(bundle, winners) });
}

/** A mail brings the key along: a copy that this site cannot change any more. */
async function keyIn(kept: readonly string[]): Promise<string | null> {
  for (const [text] of kept.join('\n').matchAll(/[^\s+<>]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*/g)) {
    try {
      return spkiOf(await readVerifierKey(text));
    } catch {
      // Something else that looks like one.
    }
  }
  return null;
}

/** Null where the file is no bundle at all, not even a broken one. */
async function factsOf(bundle: Blob, winners: string): Promise<RoundFacts | null> {
  try {
    const archive = await openArchive(bundle);
    const { round, origin } = JSON.parse(await archive.text('round.json')) as { round: string; origin: string };
    const designs = readShownDesigns(await archive.text('designs.json'), winners.split(' '));
    return { round, origin, winners: designs.flatMap(({ isWinner, title }) => (isWinner ? title : [])), designs };
  } catch {
    return null;
  }
}

/** As often as a bar is redrawn. */
function tellSometimes(): (lines: number) => void {
  let last = 0;
  return (lines) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    tell({ kind: 'lines', lines });
  };
}
