import { type Bytes, fromBase64, join, sha256, toBase64, toHex, utf8 } from './bytes.ts';

/** C2SP signed notes and checkpoints, with one Ed25519 key. */

export interface NoteKey {
  readonly name: string;
  /** The first four bytes of SHA-256(name, line break, 1, key). */
  readonly hash: string;
  readonly raw: Bytes;
  /** Null where WebCrypto has no Ed25519, as in older browsers: signatures are left open then, and all else is checked. */
  readonly key: CryptoKey | null;
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** Hex. */
  readonly root: string;
}

/** Ed25519 in SPKI: this, then the 32 bytes of the key. */
const SPKI = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const ED25519 = 1;

/** Reads a vkey, `name+hash+key`; throws where its parts do not belong together. */
export async function readVerifierKey(text: string): Promise<NoteKey> {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim());
  const [, name, hash, encoded] = match ?? [];
  if (name === undefined || hash === undefined || encoded === undefined) throw new SyntaxError('not a verifier key');
  const bytes = fromBase64(encoded);
  if (bytes[0] !== ED25519 || bytes.length !== 33) throw new SyntaxError('not an Ed25519 verifier key');
  const raw = bytes.slice(1);
  if ((await hashOfKey(name, raw)) !== hash)
    throw new SyntaxError('the hash in the verifier key is not that of the key');
  return { name, hash, raw, key: await importKey(raw) };
}

async function hashOfKey(name: string, raw: Bytes): Promise<string> {
  return toHex((await sha256(join(utf8(`${name}\n`), Uint8Array.of(ED25519), raw))).subarray(0, 4));
}

async function importKey(raw: Bytes): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    throw error;
  }
}

/** The key as receipts are checked with it. */
export function spkiOf(key: NoteKey): string {
  return toBase64(join(Uint8Array.from(SPKI), key.raw));
}

/** Null when that cannot be told here. */
export async function verifies(key: NoteKey, signature: Bytes, text: string): Promise<boolean | null> {
  return key.key && crypto.subtle.verify({ name: 'Ed25519' }, key.key, signature, utf8(text));
}

/**
 * Checks a note's signature and gives the text that it signs; throws with the reason when it is not to be trusted. With
 * a key that is null, whoever asks must say that the signature was not checked.
 */
export async function openNote(note: string, key: NoteKey): Promise<string> {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw new SyntaxError('not a signed note');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  for (const line of lines) {
    const [, name, encoded] = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
    if (name === undefined || encoded === undefined) throw new SyntaxError('not a signature line');
    const bytes = fromBase64(encoded);
    if (name !== key.name || toHex(bytes.subarray(0, 4)) !== key.hash) continue;
    if ((await verifies(key, bytes.slice(4), text)) !== false) return text;
    throw new Error(`the signature by ${name} is wrong`);
  }
  throw new Error(`not signed by ${key.name} with the key ${key.hash}`);
}

/** The checkpoint of a note that the key has signed. */
export async function openCheckpoint(note: string, key: NoteKey): Promise<Checkpoint> {
  const text = await openNote(note, key);
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9][0-9]*)\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  if (origin === undefined || size === undefined || root === undefined) throw new SyntaxError('not a checkpoint');
  if (!Number.isSafeInteger(Number(size))) throw new SyntaxError('a checkpoint of an impossible size');
  if (origin !== key.name) throw new Error(`a checkpoint of ${origin}, not of ${key.name}`);
  return { origin, size: Number(size), root: toHex(fromBase64(root)) };
}

/** The checkpoints in a text, such as a mail whose line breaks were lost, each in its proper spelling. */
export function findNotes(text: string): string[] {
  const found = text.matchAll(/([^\s+<>]+)\s+(\d+)\s+([A-Za-z0-9+/]{43}=)\s+—\s+([^\s+<>]+)\s+([A-Za-z0-9+/]+={0,2})/g);
  return Array.from(
    found,
    ([, origin, size, root, name, signature]) => `${origin}\n${size}\n${root}\n\n— ${name} ${signature}\n`,
  );
}
