import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

export async function canReachDatabase(db: Database): Promise<void> {
  await sql`select 1`.execute(db);
}

export async function canReachJobs(db: Database): Promise<void> {
  await sql`select id from graphile_worker.jobs limit 1`.execute(db);
}
