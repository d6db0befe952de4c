import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyList } from '@fraisier/server/config.ts';
import { rotateSeals } from '@fraisier/server/cycle/bounties/secrets/rotate-seals.ts';
import { countSeals } from '@fraisier/server/cycle/bounties/secrets/seals.sql.ts';
import { createSeals } from '@fraisier/server/platform/crypto/seals.ts';
import { createDatabase } from '@fraisier/server/platform/db/database.ts';
import { root } from './support/folders.ts';
import { fail, PlainError } from './support/plain-error.ts';

/**
 * `node scripts/rotate-keys.ts`: seals under ENCRYPTION_KEY what is still sealed under one of OLD_ENCRYPTION_KEYS, while
 * the shop runs; start it again if it was stopped. `--check` only counts. It fails while anything is left.
 */

const SHOWN = 20;
const KEY = /^[A-Za-z0-9+/]{43}=$/;

async function main(): Promise<void> {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const { DATABASE_URL: databaseUrl, ENCRYPTION_KEY: key = '', OLD_ENCRYPTION_KEYS: list } = process.env;
  if (!databaseUrl) throw new PlainError('Say which shop: DATABASE_URL is not set.');
  const old = readKeyList(list);
  if (![key, ...old].every((one) => KEY.test(one))) {
    throw new PlainError('ENCRYPTION_KEY or one of OLD_ENCRYPTION_KEYS is not 32 bytes in base64. See .env.example.');
  }
  const seals = createSeals([key, ...old]);
  const { db } = createDatabase(databaseUrl, 1);
  try {
    if (process.argv.includes('--check')) {
      const { all, old: left } = await countSeals(db, seals.mark);
      return say({ keyId: seals.keyId, all, left });
    }
    const done = await rotateSeals({ db, seals }, (renewed) => console.log(`  ${renewed} sealed anew …`));
    for (const where of done.unopened.slice(0, SHOWN)) console.error(`  No key given opens ${where}.`);
    if (done.unopened.length > SHOWN) console.error(`  And ${done.unopened.length - SHOWN} more.`);
    say(done);
  } finally {
    await db.destroy();
  }
}

function say({ keyId, all, left }: { keyId: string; all: number; left: number }): void {
  if (left > 0) {
    throw new PlainError(
      `${left} of ${all} sealed values are not under key ${keyId}. If a server still seals under the old one, restart it with the new key, then start this again.`,
    );
  }
  console.log(`  All ${all} sealed values are under key ${keyId}. OLD_ENCRYPTION_KEYS can be taken out.`);
}

await main().catch(fail);
