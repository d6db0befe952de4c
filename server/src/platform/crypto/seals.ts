import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sha256 } from './hash.ts';

/** Seals what is encrypted at rest: AES-256-GCM, under the newest of several keys. */
export interface Seals {
  /** `context` is authenticated, so that a sealed value cannot be moved to another row. */
  seal(plain: string, context: string): Buffer;
  open(sealed: Buffer, context: string): string;
  /** What every value sealed under the key in use begins with: version and key. */
  readonly mark: Buffer;
  /** Name of the key in use: 8 hex digits of a hash of it, which tell nothing of the key. */
  readonly keyId: string;
}

/** Without the key's name; such values are still read, and renewed by the next change of key. */
const UNNAMED = 1;
const VERSION = 2;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 4;
const MARK_BYTES = 1 + ID_BYTES;

interface Key {
  readonly id: Buffer;
  readonly secret: Buffer;
}

/**
 * Sealed form: version (1 byte), key (4), initialisation vector (12), tag (16), ciphertext. The first key seals, each of
 * them opens; keys are 32 bytes in base64.
 */
export function createSeals(encryptionKeys: readonly [string, ...string[]]): Seals {
  const keys = encryptionKeys.map(readKey);
  const current = keys[0]!;
  const mark = Buffer.concat([Buffer.of(VERSION), current.id]);
  if (new Set(keys.map((key) => key.id.toString('hex'))).size < keys.length) {
    throw new Error('The same encryption key is given twice.');
  }
  return {
    mark,
    keyId: current.id.toString('hex'),
    seal(plain, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.secret, iv).setAAD(
        Buffer.concat([mark, Buffer.from(context)]),
      );
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([mark, iv, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      if (sealed[0] === UNNAMED) return openWithAny(keys, sealed.subarray(1), Buffer.from(context));
      if (sealed[0] !== VERSION) throw new Error(`sealed with an unknown version: ${sealed[0]}`);
      const sealedMark = sealed.subarray(0, MARK_BYTES);
      const id = sealedMark.subarray(1);
      const key = keys.find((one) => one.id.equals(id));
      if (!key) throw new Error(`sealed under a key that is not given: ${id.toString('hex')}`);
      return openWith(key, sealed.subarray(MARK_BYTES), Buffer.concat([sealedMark, Buffer.from(context)]));
    },
  };
}

function readKey(base64: string): Key {
  const secret = Buffer.from(base64, 'base64');
  return {
    secret,
    id: sha256(Buffer.concat([Buffer.from('fraisier encryption key\n'), secret])).subarray(0, ID_BYTES),
  };
}

function openWith({ secret }: Key, sealed: Buffer, aad: Buffer): string {
  const iv = sealed.subarray(0, IV_BYTES);
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', secret, iv, { authTagLength: TAG_BYTES })
    .setAAD(aad)
    .setAuthTag(tag);
  return decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

function openWithAny(keys: readonly Key[], sealed: Buffer, aad: Buffer): string {
  for (const key of keys.slice(0, -1)) {
    try {
      return openWith(key, sealed, aad);
    } catch {
      // Another key may open it.
    }
  }
  return openWith(keys.at(-1)!, sealed, aad);
}
