import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { EmailChanges } from '../../platform/db/schema.ts';

export type EmailChangeRow = Selectable<EmailChanges>;

export interface NewEmailChange {
  readonly memberId: string;
  readonly oldEmail: string;
  readonly newEmail: string;
  readonly confirmSha256: Buffer;
  readonly session: string;
  readonly confirmMinutes: number;
  readonly keepDays: number;
}

export async function insertChange(trx: Trx, change: NewEmailChange): Promise<EmailChangeRow> {
  const { rows } = await sql<EmailChangeRow>`
    insert into email_changes (member_id, old_email, new_email, confirm_sha256, signed_in_at, confirm_until, keep_until)
    values (${change.memberId}, ${change.oldEmail}, ${change.newEmail}, ${change.confirmSha256},
      coalesce((select created_at from sessions where token = ${change.session}), clock_timestamp()),
      clock_timestamp() + make_interval(mins => ${change.confirmMinutes}::int),
      clock_timestamp() + make_interval(days => ${change.keepDays}::int))
    returning *`.execute(trx);
  return rows[0]!;
}

/** The change that the member could still confirm. */
export async function findWaiting(db: Database | Trx, memberId: string): Promise<EmailChangeRow | undefined> {
  const { rows } = await sql<EmailChangeRow>`
    select * from email_changes
    where member_id = ${memberId} and state = 'waiting' and confirm_until > clock_timestamp()`.execute(db);
  return rows[0];
}

export function findByConfirmation(trx: Trx, confirmSha256: Buffer): Promise<EmailChangeRow | undefined> {
  return trx.selectFrom('email_changes').selectAll().where('confirm_sha256', '=', confirmSha256).executeTakeFirst();
}

export async function findChange(
  trx: Trx,
  id: string,
): Promise<(EmailChangeRow & { confirmable: boolean; kept: boolean }) | undefined> {
  const { rows } = await sql<EmailChangeRow & { confirmable: boolean; kept: boolean }>`
    select *, confirm_until > clock_timestamp() as confirmable, keep_until > clock_timestamp() as kept
    from email_changes where id = ${id}`.execute(trx);
  return rows[0];
}

/** What was asked before, and not confirmed, can be confirmed no more. */
export async function withdrawWaiting(trx: Trx, memberId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update email_changes set state = 'withdrawn', settled_at = clock_timestamp()
    where member_id = ${memberId} and state = 'waiting' returning id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** From now on the old address is kept for its account for so many days. */
export async function markChanged(trx: Trx, id: string, keepDays: number): Promise<EmailChangeRow> {
  const { rows } = await sql<EmailChangeRow>`
    update email_changes set state = 'changed', settled_at = clock_timestamp(),
      keep_until = clock_timestamp() + make_interval(days => ${keepDays}::int)
    where id = ${id} returning *`.execute(trx);
  return rows[0]!;
}

/** Calls off a change and whatever came after it: who has the account against its owner's will asks more than once. */
export async function cancelSince(trx: Trx, change: EmailChangeRow): Promise<void> {
  await sql`
    update email_changes set state = 'cancelled', settled_at = clock_timestamp()
    where member_id = ${change.member_id} and id >= ${change.id}`.execute(trx);
}

/** How often was asked within the last hour, by a member and for an address. */
export async function countAsked(trx: Trx, memberId: string, email: string): Promise<{ by: number; for: number }> {
  const { rows } = await sql<{ by: number; for: number }>`
    select count(*) filter (where member_id = ${memberId}) as by, count(*) filter (where new_email = ${email}) as for
    from email_changes
    where (member_id = ${memberId} or new_email = ${email}) and asked_at > clock_timestamp() - interval '1 hour'
  `.execute(trx);
  return rows[0]!;
}

/** Who left an address so lately that it is still kept for them. */
export async function findLeft(db: Database | Trx, email: string): Promise<EmailChangeRow | undefined> {
  const { rows } = await sql<EmailChangeRow>`
    select * from email_changes
    where old_email = ${email} and state = 'changed' and keep_until > clock_timestamp()
    order by id desc limit 1`.execute(db);
  return rows[0];
}

/** The addresses that a member left lately: what touches their money is told there too. */
export async function listLeftBy(trx: Trx, memberId: string): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select distinct old_email as email from email_changes
    join members on members.id = member_id and members.email <> old_email
    where member_id = ${memberId} and state = 'changed' and keep_until > clock_timestamp()`.execute(trx);
  return rows.map(({ email }) => email);
}

export interface AddressSpan {
  readonly address: string;
  readonly since: Date | null;
  readonly until: Date | null;
}

/**
 * Every address that was the member's, and when: one that was left may be someone else's later, and may have been
 * before.
 */
export async function listAddresses(db: Database | Trx, memberId: string): Promise<AddressSpan[]> {
  const { rows } = await sql<AddressSpan>`
    with mine as (
      select email as address, null::timestamptz as until from members where id = ${memberId}
      union all
      select old_email, keep_until from email_changes where member_id = ${memberId} and state = 'changed'
    )
    select address, until, (
      select max(keep_until) from email_changes as other
      where other.old_email = address and other.member_id <> ${memberId} and other.state = 'changed'
        and keep_until <= coalesce(mine.until, 'infinity')
    ) as since
    from mine`.execute(db);
  return rows;
}

/** An address of which nothing came is forgotten after a day. */
export async function forgetFailedAddresses(db: Database): Promise<void> {
  await sql`
    update email_changes set new_email = null
    where new_email is not null and asked_at < clock_timestamp() - interval '1 day'
      and (state in ('withdrawn', 'cancelled') or (state = 'waiting' and confirm_until < clock_timestamp()))
  `.execute(db);
}
