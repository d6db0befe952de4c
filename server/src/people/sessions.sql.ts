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

/** Signs someone out everywhere else. */
export async function endOthers(db: Database | Trx, memberId: string, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('member_id', '=', memberId).where('token', '<>', token).execute();
}

/** Sessions that nobody came back to in time. */
export async function deleteEnded(db: Database): Promise<void> {
  await sql`delete from sessions where expires_at <= clock_timestamp()`.execute(db);
}

/** What an address was mailed to sign in with works no more. */
export async function forgetLinksTo(trx: Trx, email: string): Promise<void> {
  await sql`delete from verifications where strpos(value, ${JSON.stringify(email)}) > 0`.execute(trx);
}

export async function deletePasskeysSince(trx: Trx, memberId: string, since: Date): Promise<void> {
  await trx.deleteFrom('passkeys').where('member_id', '=', memberId).where('created_at', '>=', since).execute();
}

export interface SessionRow {
  readonly id: string;
  readonly user_agent: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly here: boolean;
}

/** The sessions that still last: the one with this token first, then as they were last seen. */
export async function listLasting(db: Database, memberId: string, token: string): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, user_agent, created_at, updated_at, token = ${token} as here from sessions
    where member_id = ${memberId} and expires_at > clock_timestamp()
    order by here desc, updated_at desc, id`.execute(db);
  return rows;
}

/** Whether there was such a session of theirs. */
export async function endOne(db: Database, memberId: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
