import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nameRole } from '@fraisier/server/people/name-role.ts';
import { createDatabase } from '@fraisier/server/platform/db/database.ts';
import { root } from './support/folders.ts';
import { fail, PlainError } from './support/plain-error.ts';

/** `node scripts/name-operator.ts lea@example.com [operator|admin|member]`: on a real shop, with its DATABASE_URL. */

const roles = ['operator', 'admin', 'member'] as const;

async function main(): Promise<void> {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  const [email, wanted = 'operator'] = process.argv.slice(2);
  const role = roles.find((one) => one === wanted);
  if (!email || !role)
    throw new PlainError('Say whom and what: node scripts/name-operator.ts EMAIL [operator|admin|member]');
  const { DATABASE_URL: databaseUrl } = process.env;
  if (!databaseUrl) throw new PlainError('Say which shop: DATABASE_URL is not set.');
  const { db } = createDatabase(databaseUrl, 1);
  try {
    const member = await nameRole(db, email, role);
    if (!member) throw new PlainError(`Nobody has signed in as ${email} yet: sign in once, then name the role.`);
    console.log(`  ${member.name || member.email} is ${role} now.`);
  } finally {
    await db.destroy();
  }
}

await main().catch(fail);
