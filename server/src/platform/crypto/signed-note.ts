import { sha256 } from './hash.ts';
import type { Keys } from './keys.ts';

/** C2SP signed-note, with one Ed25519 signature. A key's name has no spaces and no plus. */

const ED25519 = 1;
const SPKI_PREFIX_BYTES = 12;

/** The text, an empty line, and the signature line. */
export function signNote(keys: Keys, name: string, text: string): string {
  if (!text.endsWith('\n')) throw new TypeError('a note ends with a line break');
  const signature = Buffer.concat([keyHash(keys, name), Buffer.from(keys.sign(text), 'base64')]);
  return `${text}\n— ${name} ${signature.toString('base64')}\n`;
}

/** The key as those who check notes are given it: name, hash and key (a vkey). */
export function verifierKey(keys: Keys, name: string): string {
  const key = Buffer.concat([Buffer.of(ED25519), rawKey(keys)]).toString('base64');
  return `${name}+${keyHash(keys, name).toString('hex')}+${key}`;
}

function keyHash(keys: Keys, name: string): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), rawKey(keys)])).subarray(0, 4);
}

/** The 32 bytes of the key, which stand behind a prefix that is the same for all Ed25519 keys. */
function rawKey(keys: Keys): Buffer {
  return Buffer.from(keys.publicKey, 'base64').subarray(SPKI_PREFIX_BYTES);
}
