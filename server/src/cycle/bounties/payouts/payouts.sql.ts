import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';
import type { PayoutPayments, Payouts } from '../../../platform/db/schema.ts';

export type PaymentRow = Selectable<PayoutPayments>;
/** A payout without its file: nobody reads that by the way. */
export type PayoutRow = Omit<Selectable<Payouts>, 'file_sealed'>;

export type NamedPayoutRow = PayoutRow & { readonly created_by_name: string };

function selectPayouts(db: Database | Trx) {
  return db
    .selectFrom('payouts')
    .innerJoin('members', 'members.id', 'payouts.created_by')
    .select([
      'payouts.id',
      'message_id',
      'sha256',
      'total_cents',
      'requested_for',
      'payouts.created_at',
      'created_by',
      'members.name as created_by_name',
    ]);
}

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

export function listPayouts(
  db: Database,
  page: { cursor?: string | undefined; limit: number },
): Promise<NamedPayoutRow[]> {
  let query = selectPayouts(db)
    .orderBy('payouts.id', 'desc')
    .limit(page.limit + 1);
  if (page.cursor) query = query.where('payouts.id', '<', page.cursor);
  return query.execute();
}

export function findPayout(db: Database | Trx, id: string): Promise<NamedPayoutRow | undefined> {
  return selectPayouts(db).where('payouts.id', '=', id).executeTakeFirst();
}

export function readSealedFile(trx: Trx, id: string) {
  return trx.selectFrom('payouts').select(['id', 'message_id', 'file_sealed']).where('id', '=', id).executeTakeFirst();
}

export function listPaymentsOfPayouts(db: Database | Trx, payoutIds: readonly string[]): Promise<PaymentRow[]> {
  return db
    .selectFrom('payout_payments')
    .selectAll()
    .where((eb) => eb('payout_id', '=', eb.fn.any(eb.val([...payoutIds]))))
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

/** Back on the way, refused, or owed as before its file. */
export async function markUnpaid(trx: Trx, bountyId: string, state: 'owed' | 'exported' | 'failed'): Promise<void> {
  await trx.updateTable('bounties').set({ state, paid_at: null }).where('id', '=', bountyId).execute();
}

/** Notes that a secret was opened, by whom and for what. */
export async function insertSecretReading(
  trx: Trx,
  row: { read_by: string; subject_type: 'bounty' | 'payout'; subject_id: string; field: string; purpose: string },
): Promise<void> {
  await trx.insertInto('secret_readings').values(row).execute();
}
