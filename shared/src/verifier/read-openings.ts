import type { Bundle } from './bundle.ts';
import { fromHex, join, sha256, toHex, utf8 } from './bytes.ts';
import { readCanonical } from './canonical.ts';
import { cellOf } from './recount.ts';
import { ACT, type Replay } from './replay.ts';
import { type Payload, readPayload } from './shapes.ts';

/** What each line of the log says, by its place; empty where nothing opened it. */
export interface Openings {
  readonly design: readonly (string | undefined)[];
  readonly pseudonym: readonly (string | undefined)[];
  readonly cell: readonly (number | undefined)[];
  readonly size: readonly (string | null | undefined)[];
  readonly count: number;
  readonly fault: string | null;
}

const TOGETHER = 1024;

export async function readOpenings(
  bundle: Bundle,
  { indexOf, fates, commitments }: Replay,
  onLines?: (lines: number) => void,
): Promise<Openings> {
  const { length } = fates;
  const design = new Array<string | undefined>(length);
  const pseudonym = new Array<string | undefined>(length);
  const cell = new Array<number | undefined>(length);
  const size = new Array<string | null | undefined>(length);
  // Ids come thousands of times: one copy of each is kept.
  const known = new Map<string, string>();
  const one = (text: string): string => {
    if (!known.has(text)) known.set(text, text);
    return known.get(text)!;
  };
  let last = '';
  let count = 0;
  let fault: string | null = null;
  const blame = (what: string) => {
    fault ??= `opening ${count + 1}: ${what}`;
  };
  let batch: { at: number; payload: Payload; commitment: Promise<string> }[] = [];

  const settle = async () => {
    const found = await Promise.all(batch.map((each) => each.commitment));
    for (const [nth, { at, payload }] of batch.entries()) {
      if (found[nth] !== commitments[at]) {
        fault ??= `line ${at}: what is given as its opening is not what was sealed in it`;
        continue;
      }
      design[at] = one(payload.design);
      pseudonym[at] = one(payload.pseudonym);
      cell[at] = cellOf(payload.stars, payload.wouldWear);
      size[at] = payload.size === null ? null : one(payload.size);
    }
    batch = [];
    onLines?.(count);
  };

  for await (const text of bundle.archive.lines('openings.jsonl')) {
    try {
      const { leaf, salt, payload } = readOpening(text);
      const at = indexOf.get(leaf);
      if (leaf <= last) blame('leaves do not ascend, or one is opened twice');
      else if (at === undefined || fates[at]! & ACT) blame('it opens what is no ballot line of the log');
      else batch.push({ at, payload: readPayload(payload), commitment: commit(salt, payload) });
      last = leaf;
    } catch (error) {
      blame((error as Error).message);
    }
    count += 1;
    if (count > length) {
      blame('there are more than lines');
      break;
    }
    if (batch.length === TOGETHER) await settle();
  }
  await settle();
  return { design, pseudonym, cell, size, count, fault };
}

function readOpening(text: string): { leaf: string; salt: string; payload: string } {
  const { leaf, salt, payload, ...rest } = readCanonical(text) as Record<string, unknown>;
  const isWhole =
    typeof leaf === 'string' &&
    /^[0-9a-f]{64}$/.test(leaf) &&
    typeof salt === 'string' &&
    /^[0-9a-f]{32}$/.test(salt) &&
    typeof payload === 'string' &&
    Object.keys(rest).length === 0;
  if (!isWhole) throw new SyntaxError('not an opening');
  return { leaf, salt, payload };
}

export async function commit(salt: string, payload: string): Promise<string> {
  return toHex(await sha256(join(utf8('ballot/v1\0'), fromHex(salt), utf8(payload))));
}
