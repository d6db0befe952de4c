import { inject } from 'vitest';
import { createDatabase, dropDatabase } from '../../scripts/support/query.ts';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database for one test file: clone it in `beforeAll`, drop it in `afterAll`. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl');
  const url = await createDatabase(adminUrl, 'fraisier_test', inject('template'));
  return { url, drop: () => dropDatabase(adminUrl, url) };
}
