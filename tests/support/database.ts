import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { databaseUrl, query } from '../../scripts/support/query.ts';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database for one test file: clone it in `beforeAll`, drop it in `afterAll`. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl');
  const name = `fraisier_test_${randomBytes(8).toString('hex')}`;
  await query(adminUrl, `create database ${name} template ${inject('template')}`);
  return {
    url: databaseUrl(adminUrl, name),
    async drop() {
      await query(adminUrl, `drop database ${name} with (force)`);
    },
  };
}
