import type { Bundle } from './bundle.ts';
import { type Figures, messageOf } from './findings.ts';
import {
  type Checkpoint,
  findNotes,
  type NoteKey,
  openCheckpoint,
  openNote,
  readVerifierKey,
  spkiOf,
} from './notes.ts';
import type { LogRead } from './read-log.ts';

export async function keyOf(bundle: Bundle, given: string | undefined): Promise<NoteKey> {
  const key = await readVerifierKey(bundle.verifierKey);
  if (key.name !== bundle.origin) throw new Error('the key is not named as the notes of the round are');
  if (!bundle.origin.endsWith(`/rounds/${bundle.round}`)) throw new Error('the key is named as another round');
  if (spkiOf(key) !== bundle.publicKey) throw new Error('the key is not the same in its two spellings');
  if (given === undefined) return key;
  const same =
    given.includes('+') && /^[^\s+]+\+[0-9a-f]{8}\+/.test(given.trim())
      ? given.trim() === bundle.verifierKey
      : given.trim() === bundle.publicKey;
  if (!same) throw new Error('the key in the bundle is not the one that you gave');
  return key;
}

export async function checkManifest(bundle: Bundle, key: NoteKey): Promise<Figures> {
  const text = await openNote(bundle.manifest, key);
  const lines = [...bundle.hashes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, hash]) => `${hash}  ${name}\n`);
  const [title, origin, ...rest] = text.split(/(?<=\n)/);
  if (title !== 'fraisier/bundle/v1\n' || origin !== `${bundle.origin}\n`)
    throw new Error('not the manifest of a bundle');
  const other = lines.find((line, nth) => line !== rest[nth]);
  if (other !== undefined || rest.length !== lines.length) {
    throw new Error(`${other?.slice(66).trim() ?? 'a file'} is not the one that was signed`);
  }
  return { files: lines.length };
}

/** Fills `heads` with those that are signed and in their place. */
export async function checkHeads(bundle: Bundle, key: NoteKey, heads: Checkpoint[]): Promise<Figures> {
  let fault: unknown = null;
  for (const { size, note } of bundle.heads) {
    try {
      const head = await openCheckpoint(note, key);
      if (head.size !== size || size <= (heads.at(-1)?.size ?? 0))
        throw new Error(`the head of ${size} lines is misplaced`);
      heads.push(head);
    } catch (error) {
      fault ??= error;
    }
  }
  if (fault) throw fault;
  if (heads.length === 0) throw new Error('there is no head');
  return { heads: heads.length, size: heads.at(-1)!.size };
}

/** A head out of a kept text, or why there is none: one that does not open, or a text that has none. */
export type Kept =
  | { readonly head: Checkpoint; readonly wrong?: never; readonly unsure?: never }
  | { readonly head?: never; readonly wrong: string; readonly unsure?: never }
  | { readonly head?: never; readonly wrong?: never; readonly unsure: string };

export async function openKept(texts: readonly string[], key: NoteKey): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const text of texts) {
    const notes = findNotes(text);
    if (notes.length === 0) kept.push({ unsure: 'no head in this text' });
    for (const note of notes) {
      try {
        kept.push({ head: await openCheckpoint(note, key) });
      } catch (error) {
        kept.push({ wrong: messageOf(error) });
      }
    }
  }
  return kept;
}

export function keptWrong({ roots, size }: LogRead, head: Checkpoint): string | null {
  if (head.size > size) return `the log has ${size} lines, and this head covers ${head.size}`;
  return roots.get(head.size) === head.root ? null : 'the lines under this head are not those that were signed then';
}
