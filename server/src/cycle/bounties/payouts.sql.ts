import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { PayoutPayments, Payouts } from '../../platform/db/schema.ts';

export type PaymentRow = Selectable<PayoutPayments>;
/** A payout without its file: nobody reads that by the way. */
export type PayoutRow = Omit<Selectable<Payouts>, 'file_sealed'>;

const payoutColumns = [
  'id',
  'message_id',
  'sha256',
  'total_cents',
  'requested_for',
  'created_at',
  'created_by',
] as const;

/** Before the row is there: its id is part of what its file is sealed with. */
export async function nextPayoutId(trx: Trx): Promise<string> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(trx);
  return rows[0]!.id;
}

export async function insertPayout(
  trx: Trx,
  row: {
    id: string;
    message_id: string;
    file_sealed: Buffer;
    sha256: Buffer;
    total_cents: number;
    requested_for: string;
    created_by: string;
  },
): Promise<void> {
  await trx.insertInto('payouts').values(row).execute();
}

export async function insertPayment(
  trx: Trx,
  row: Pick<PaymentRow, 'payout_id' | 'bounty_id' | 'end_to_end_id' | 'amount_cents' | 'payee' | 'iban_masked'>,
): Promise<string> {
  const { id } = await trx.insertInto('payout_payments').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** How often each of these bounties was exported already. */
export async function countAttempts(trx: Trx, bountyIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('payout_payments')
    .select((eb) => ['bounty_id', eb.fn.countAll<number>().as('count')])
    .where('bounty_id', 'in', [...bountyIds])
    .groupBy('bounty_id')
    .execute();
  return new Map(rows.map((row) => [row.bounty_id, row.count]));
}

export function listPayouts(db: Database, page: { cursor?: string | undefined; limit: number }): Promise<PayoutRow[]> {
  let query = db
    .selectFrom('payouts')
    .select(payoutColumns)
    .orderBy('id', 'desc')
    .limit(page.limit + 1);
  if (page.cursor) query = query.where('id', '<', page.cursor);
  return query.execute();
}

export function findPayout(db: Database | Trx, id: string): Promise<PayoutRow | undefined> {
  return db.selectFrom('payouts').select(payoutColumns).where('id', '=', id).executeTakeFirst();
}

export function readSealedFile(trx: Trx, id: string) {
  return trx.selectFrom('payouts').select(['id', 'message_id', 'file_sealed']).where('id', '=', id).executeTakeFirst();
}

export function listPaymentsOfPayouts(db: Database | Trx, payoutIds: readonly string[]): Promise<PaymentRow[]> {
  return db
    .selectFrom('payout_payments')
    .selectAll()
    .where('payout_id', 'in', [...payoutIds])
    .orderBy('id')
    .execute();
}

export function listPaymentsOfBounties(db: Database | Trx, bountyIds: readonly string[]): Promise<PaymentRow[]> {
  return db
    .selectFrom('payout_payments')
    .selectAll()
    .where('bounty_id', 'in', [...bountyIds])
    .orderBy('id')
    .execute();
}

export function findPayment(trx: Trx, ids: { payoutId: string; paymentId: string }): Promise<PaymentRow | undefined> {
  return trx
    .selectFrom('payout_payments')
    .selectAll()
    .where('id', '=', ids.paymentId)
    .where('payout_id', '=', ids.payoutId)
    .executeTakeFirst();
}

export async function markSettled(
  trx: Trx,
  id: string,
  settlement: { state: 'paid' | 'failed'; reason: string | null; settled_by: string },
): Promise<void> {
  await trx
    .updateTable('payout_payments')
    .set((eb) => ({ ...settlement, settled_at: eb.fn('shop_now') }))
    .where('id', '=', id)
    .execute();
}

/** Notes that a secret was opened, by whom and for what. */
export async function insertSecretReading(
  trx: Trx,
  row: { read_by: string; subject_type: 'bounty' | 'payout'; subject_id: string; field: string; purpose: string },
): Promise<void> {
  await trx.insertInto('secret_readings').values(row).execute();
}
