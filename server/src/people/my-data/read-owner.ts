import type { Database } from '../../platform/db/database.ts';
import { listAddresses } from '../email-change/email-changes.sql.ts';
import type { Owner } from './kept-tables.sql.ts';

export async function readOwner(db: Database, id: string): Promise<Owner> {
  return { id, addresses: await listAddresses(db, id) };
}
