import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';
import type { IbanChanges } from '../../../platform/db/schema.ts';

export type IbanChangeRow = Selectable<IbanChanges>;

/** Before the row is there: its id is part of what its account is sealed with. */
export async function nextChangeId(trx: Trx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(trx);
  return rows[0]!.id;
}

export interface NewIbanChange {
  readonly id: string;
  readonly bounty_id: string;
  readonly requested_by: string;
  readonly iban_sealed: Buffer;
  readonly iban_country: string;
  readonly iban_last4: string;
  readonly cancel_sha256: Buffer;
}

/** It is ready after so many hours of the shop's clock. */
export function insertChange(trx: Trx, { waitHours, ...row }: NewIbanChange & { waitHours: number }) {
  return trx
    .insertInto('iban_changes')
    .values({ ...row, ready_at: sql<Date>`shop_now() + make_interval(hours => ${waitHours}::int)` })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function lockChange(trx: Trx, bountyId: string, id: string): Promise<IbanChangeRow | undefined> {
  return trx
    .selectFrom('iban_changes')
    .selectAll()
    .where('id', '=', id)
    .where('bounty_id', '=', bountyId)
    .forUpdate()
    .executeTakeFirst();
}

export function findChangeByToken(db: Database | Trx, cancelSha256: Buffer): Promise<IbanChangeRow | undefined> {
  return db.selectFrom('iban_changes').selectAll().where('cancel_sha256', '=', cancelSha256).executeTakeFirst();
}

/** Decides a change once; its account is kept no longer. */
export async function settleChange(
  trx: Trx,
  id: string,
  decision: {
    state: 'approved' | 'refused' | 'cancelled' | 'replaced';
    decided_by: string | null;
    reason?: string | null;
  },
): Promise<void> {
  await trx
    .updateTable('iban_changes')
    .set((eb) => ({ reason: null, ...decision, iban_sealed: null, decided_at: eb.fn<Date>('shop_now') }))
    .where('id', '=', id)
    .execute();
}

/** Newest first. */
export function listChanges(db: Database | Trx, bountyIds: readonly string[]): Promise<IbanChangeRow[]> {
  if (bountyIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('iban_changes')
    .selectAll()
    .where('bounty_id', 'in', [...bountyIds])
    .orderBy('id', 'desc')
    .execute();
}
