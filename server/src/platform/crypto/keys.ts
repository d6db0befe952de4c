import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { createSeals, type Seals } from './seals.ts';
import { createSigner } from './sign-many.ts';

/** Seals what is encrypted at rest, and signs receipts. */
export interface Keys extends Seals {
  /** Ed25519, base64. */
  sign(text: string): string;
  /** The same for many, in another thread: a signature takes longer than all else of a vote. */
  signMany(texts: readonly string[]): Promise<string[]>;
  /** SPKI DER, base64: what a receipt is checked with. */
  readonly publicKey: string;
}

/** Of the encryption keys the first seals, and each opens. */
export function createKeys(encryptionKeys: readonly [string, ...string[]], signingKey: string): Keys {
  const privateKey: KeyObject = createPrivateKey({
    key: Buffer.from(signingKey, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('SIGNING_KEY is not an Ed25519 key.');

  return {
    ...createSeals(encryptionKeys),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    signMany: createSigner(privateKey),
    publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}
