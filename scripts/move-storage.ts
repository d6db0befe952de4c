import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashesOf } from '@fraisier/server/cycle/submissions/stored-hashes.sql.ts';
import { createDatabase } from '@fraisier/server/platform/db/database.ts';
import { createStorage } from '@fraisier/server/platform/storage/create-storage.ts';
import { type Moved, moveFiles } from '@fraisier/server/platform/storage/move-files.ts';
import { root } from './support/folders.ts';
import { fail, PlainError } from './support/plain-error.ts';

/**
 * `node scripts/move-storage.ts --from file:/srv/fraisier/storage --to s3://KEY:SECRET@host/bucket?region=…`, or the
 * other way about, while the shop runs: copies every file that is not there yet. Then start the shop with the new STORAGE
 * and run it once more for what came meanwhile. It may be stopped and begun again at any moment; it removes nothing.
 * `--check` reads every file at its new place again. Fails while anything is not as the shop knows it.
 */

const SHOWN = 20;

async function main(): Promise<void> {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const { values } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' }, check: { type: 'boolean', default: false } },
  });
  const { DATABASE_URL: databaseUrl, STORAGE: current } = process.env;
  const [from, to] = [values.from ?? current, values.to];
  if (!databaseUrl) throw new PlainError('Say which shop: DATABASE_URL is not set.');
  if (!from || !to) throw new PlainError('Say from where and to where: --from file:/… --to s3://…');
  if (from === to) throw new PlainError('From and to are the same place.');
  const { db } = createDatabase(databaseUrl, 1);
  try {
    const storages = { from: createStorage(from), to: createStorage(to) };
    await storages.to.check();
    say('folder', 'files', 'copied', 'there', 'MB', 'wrong');
    const moved = await moveFiles({
      ...storages,
      hashesOf: (keys) => hashesOf(db, keys),
      readsAll: values.check,
      onFolder: ({ folder, files, copied, there, bytes, wrong }) =>
        say(folder, files, copied, there, (bytes / 1e6).toFixed(1), wrong.length),
    });
    finish(moved);
  } finally {
    await db.destroy();
  }
}

function say(folder: string, ...numbers: readonly (string | number)[]): void {
  console.log(`  ${folder.padEnd(12)}${numbers.map((one) => String(one).padStart(9)).join('')}`);
}

function finish(moved: readonly Moved[]): void {
  const wrong = moved.flatMap((one) => one.wrong);
  for (const key of wrong.slice(0, SHOWN))
    console.error(`  ${key} is not what the shop knows, or did not arrive as it is.`);
  if (wrong.length > SHOWN) console.error(`  And ${wrong.length - SHOWN} more.`);
  if (wrong.length > 0) throw new PlainError(`${wrong.length} files are not moved.`);
  const copied = moved.reduce((sum, one) => sum + one.copied, 0);
  console.log(
    copied > 0
      ? '  All files are there. Start the shop with the new STORAGE, then run this once more.'
      : '  Nothing was left to copy. The old place is as it was: keep it until you have a backup of the new one.',
  );
}

await main().catch(fail);
