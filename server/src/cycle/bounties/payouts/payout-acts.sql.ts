import type { Selectable } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';
import type { PayoutActs } from '../../../platform/db/schema.ts';

export type PayoutAct = Selectable<PayoutActs> & { readonly act: 'sent' | 'void' };

/** A file is sent or void once: of two who say different things at once, the first is right. */
export async function insertPayoutAct(
  trx: Trx,
  row: { payout_id: string; act: 'sent' | 'void'; done_by: string; reason: string | null },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('payout_acts')
    .values(row)
    .onConflict((conflict) => conflict.column('payout_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findPayoutAct(trx: Trx, payoutId: string): Promise<PayoutAct | undefined> {
  const row = await trx.selectFrom('payout_acts').selectAll().where('payout_id', '=', payoutId).executeTakeFirst();
  return row as PayoutAct | undefined;
}

export interface NamedAct {
  readonly payout_id: string;
  readonly act: string;
  readonly done_at: Date;
  readonly reason: string | null;
  readonly name: string;
}

export function listPayoutActs(db: Database | Trx, payoutIds: readonly string[]): Promise<NamedAct[]> {
  return db
    .selectFrom('payout_acts')
    .innerJoin('members', 'members.id', 'payout_acts.done_by')
    .select(['payout_id', 'act', 'done_at', 'reason', 'members.name'])
    .where((eb) => eb('payout_id', '=', eb.fn.any(eb.val([...payoutIds]))))
    .execute();
}

/** How often each file was handed out. */
export async function countDownloads(db: Database | Trx, payoutIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('secret_readings')
    .select((eb) => ['subject_id', eb.fn.countAll<number>().as('count')])
    .where('subject_type', '=', 'payout')
    .where('purpose', '=', 'download')
    .where((eb) => eb('subject_id', '=', eb.fn.any(eb.val([...payoutIds]))))
    .groupBy('subject_id')
    .execute();
  return new Map(rows.map((row) => [row.subject_id, row.count]));
}
