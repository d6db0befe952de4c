import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { AddressSpan } from './email-change/email-changes.sql.ts';
import { forgetLinksTo } from './sessions.sql.ts';

export interface Ties {
  readonly bounties: number;
  readonly held: number;
  readonly undelivered: number;
  readonly refunds: number;
  readonly otherAdmins: number;
}

/** Holds the person against a second erasure; inserts that name them go on. */
export async function lockMember(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('members').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Of two admins who erase themselves at once, the second sees that the first is gone. */
export async function lockAdmins(trx: Trx): Promise<void> {
  await trx.selectFrom('members').select('id').where('role', '=', 'admin').orderBy('id').forNoKeyUpdate().execute();
}

/** What is still open between the person and the shop. */
export async function readTies(trx: Trx, id: string): Promise<Ties> {
  const { rows } = await sql<Ties>`
    select
      (select count(*) from bounties where designer_id = ${id} and state in ('owed', 'exported', 'failed')) as bounties,
      (select count(*) from orders where member_id = ${id} and state = 'held' and held_until > shop_now()) as held,
      (select count(*) from orders where member_id = ${id} and state = 'paid') as undelivered,
      (select count(*) from payments join orders on orders.id = payments.order_id
        where member_id = ${id} and payments.state = 'refund_due') as refunds,
      (select count(*) from members where role = 'admin' and id <> ${id} and erased_at is null) as "otherAdmins"
  `.execute(trx);
  return rows[0]!;
}

/** What stays is a row without a person: what the law has the shop keep points at it. */
export async function anonymiseMember(trx: Trx, { id, email }: { id: string; email: string }): Promise<void> {
  await trx
    .updateTable('members')
    .set((eb) => ({
      email: `${id}@erased.invalid`,
      email_verified: false,
      name: '',
      image: null,
      role: 'member',
      updated_at: new Date(),
      erased_at: eb.fn<Date>('shop_now'),
    }))
    .where('id', '=', id)
    .execute();
  for (const table of [
    'sessions',
    'accounts',
    'passkeys',
    'delivery_addresses',
    'email_changes',
    'data_copies',
  ] as const) {
    await trx.deleteFrom(table).where('member_id', '=', id).execute();
  }
  await forgetLinksTo(trx, email);
}

/** What was asked of the shop, signed in, or from an address while it was this person's. */
export async function forgetMessagesFrom(trx: Trx, id: string, { address, since, until }: AddressSpan): Promise<void> {
  const theirs = sql`member_id = ${id} or (email = ${address}
    and uuid_extract_timestamp(id) between coalesce(${since}::timestamptz, '-infinity') and coalesce(${until}::timestamptz, 'infinity'))`;
  await sql`delete from contact_messages where kind = 'question' and (${theirs})`.execute(trx);
  // A notice is about something on the site: what it says of it is kept, and not who sent it.
  await sql`
    update contact_messages set name = '', email = ${`${id}@erased.invalid`} where ${theirs}`.execute(trx);
}
