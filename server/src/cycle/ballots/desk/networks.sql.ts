import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/database.ts';

export async function insertNetwork(trx: Trx, pseudonymId: string, network: Buffer): Promise<void> {
  await sql`
    insert into voter_networks (pseudonym_id, network) values (${pseudonymId}, ${network}) on conflict do nothing
  `.execute(trx);
}
