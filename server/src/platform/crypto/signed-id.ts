import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../config.ts';

type Secret = Pick<Config, 'secret'>;

const SIGNATURE_BYTES = 16;

function signatureOf({ secret }: Secret, purpose: string, id: Buffer): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n`).update(id).digest().subarray(0, SIGNATURE_BYTES);
}

/** A token that names a row and that only we can make: 44 letters, good for one purpose. */
export function signId(config: Secret, purpose: string, uuid: string): string {
  const id = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  return id.toString('base64url') + signatureOf(config, purpose, id).toString('base64url');
}

/** The row that a token names; null for one that we did not sign for this purpose. */
export function idOfToken(config: Secret, purpose: string, token: string): string | null {
  const half = token.length / 2;
  const id = Buffer.from(token.slice(0, half), 'base64url');
  const signature = Buffer.from(token.slice(half), 'base64url');
  if (id.length !== 16 || signature.length !== SIGNATURE_BYTES) return null;
  if (!timingSafeEqual(signature, signatureOf(config, purpose, id))) return null;
  // The last letter of Base64 has bits to spare: one row has one token.
  if (token !== id.toString('base64url') + signature.toString('base64url')) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
