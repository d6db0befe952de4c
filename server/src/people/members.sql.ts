import { sql } from 'kysely';
import type { Database, Trx } from '../platform/db/database.ts';
import type { Member } from './accounts.ts';

const columns = ['members.id', 'email', 'name', 'role', 'locale', 'joined_at as joinedAt'] as const;

export async function findMemberBySession(db: Database, token: string): Promise<Member | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('members', 'members.id', 'sessions.member_id')
    .select(columns)
    .where('token', '=', token)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return (row as Member | undefined) ?? null;
}

/** Sessions that still last, last from now on for so long. */
export async function renewSessions(db: Database, tokens: readonly string[], seconds: number): Promise<void> {
  await sql`
    update sessions set expires_at = clock_timestamp() + make_interval(secs => ${seconds}::int),
      updated_at = clock_timestamp()
    where token = any(${tokens}::text[]) and expires_at > clock_timestamp()`.execute(db);
}

export async function findMember(db: Database | Trx, id: string): Promise<Member | null> {
  const row = await db.selectFrom('members').select(columns).where('members.id', '=', id).executeTakeFirst();
  return (row as Member | undefined) ?? null;
}

export async function findMemberByEmail(db: Database | Trx, email: string): Promise<Member | null> {
  const row = await db.selectFrom('members').select(columns).where('email', '=', email).executeTakeFirst();
  return (row as Member | undefined) ?? null;
}

/** An address that its owner has confirmed. Fails where another account has it, or it is kept for who left it. */
export async function putEmail(trx: Trx, id: string, email: string): Promise<void> {
  await trx
    .updateTable('members')
    .set({ email, email_verified: true, updated_at: new Date() })
    .where('id', '=', id)
    .execute();
}

export async function updateMember(
  db: Database,
  id: string,
  change: { name?: string | undefined; locale?: 'fr' | 'en' | undefined },
): Promise<Member> {
  const row = await db
    .updateTable('members')
    .set({ ...change, updated_at: new Date() })
    .where('members.id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
  return row as Member;
}

/** Seed and tests: an account as a confirmed mail link would have made it. Gives its id, new or known. */
export async function ensureMember(
  db: Database | Trx,
  person: { email: string; name: string; role?: Member['role']; locale?: Member['locale'] },
): Promise<string> {
  const row = await db
    .insertInto('members')
    .values({ ...person, email_verified: true })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ name: person.name }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Gives a person a role; null when nobody has that address. */
export async function putRole(trx: Trx, email: string, role: Member['role']): Promise<Member | null> {
  const row = await trx
    .updateTable('members')
    .set({ role, updated_at: new Date() })
    .where('email', '=', email.toLowerCase())
    .returning(columns)
    .executeTakeFirst();
  return (row as Member | undefined) ?? null;
}
