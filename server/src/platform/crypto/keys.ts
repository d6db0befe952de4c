import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { promisify } from 'node:util';

/** Seals what is encrypted at rest, and signs receipts. */
export interface Keys {
  /** AES-256-GCM. `context` is authenticated, so that a sealed value cannot be moved to another row. */
  seal(plain: string, context: string): Buffer;
  open(sealed: Buffer, context: string): string;
  /** Ed25519, base64. */
  sign(text: string): string;
  /** The same, in another thread: a signature takes longer than all else of a vote. */
  signAside(text: string): Promise<string>;
  /** SPKI DER, base64: what a receipt is checked with. */
  readonly publicKey: string;
}

const signInPool = promisify<null, Buffer, KeyObject, Buffer>(sign);

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Sealed form: version (1 byte), initialisation vector (12), tag (16), ciphertext. */
export function createKeys(encryptionKey: string, signingKey: string): Keys {
  const secret = Buffer.from(encryptionKey, 'base64');
  const privateKey: KeyObject = createPrivateKey({
    key: Buffer.from(signingKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('SIGNING_KEY is not an Ed25519 key.');

  return {
    seal(plain, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      if (sealed[0] !== VERSION) throw new Error(`sealed with an unknown version: ${sealed[0]}`);
      const iv = sealed.subarray(1, 1 + IV_BYTES);
      const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(context)).setAuthTag(tag);
      return decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    signAside: async (text) => (await signInPool(null, Buffer.from(text), privateKey)).toString('base64'),
    publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}
