import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './folders.ts';

export interface Secrets {
  SHOP_SECRET: string;
  /** 32 bytes, base64. */
  ENCRYPTION_KEY: string;
  /** Ed25519, PKCS 8 DER, base64. */
  SIGNING_KEY: string;
}

/** The secrets of the shop in .data, made once: without them its sealed data and signed receipts would be lost. */
export function secretsOfData(): Secrets {
  const file = join(dataFolder, 'secrets.json');
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(newSecrets(), null, 2)}\n`, { mode: 0o600 });
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

function newSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    SHOP_SECRET: randomBytes(32).toString('base64url'),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}
