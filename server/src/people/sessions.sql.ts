import { sql } from 'kysely';
import type { Database, Trx } from '../platform/db/database.ts';

/** Whether a session began within the last minutes, by the database's own clock. */
export async function isSessionYoung(db: Database, token: string, minutes: number): Promise<boolean> {
  const { rows } = await sql<{ young: boolean }>`
    select exists (
      select from sessions
      where token = ${token} and expires_at > clock_timestamp()
        and created_at > clock_timestamp() - make_interval(mins => ${minutes}::int)) as young`.execute(db);
  return rows[0]?.young === true;
}

/** Signs someone out everywhere. */
export async function endSessions(trx: Trx, memberId: string): Promise<void> {
  await trx.deleteFrom('sessions').where('member_id', '=', memberId).execute();
}
