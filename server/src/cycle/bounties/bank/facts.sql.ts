import type { KnownPayment, PaymentFact, PaymentState } from '@fraisier/shared/cycle/payment-states.ts';
import type { Selectable } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';
import type { PaymentFacts } from '../../../platform/db/schema.ts';
import type { PaymentRow } from '../payouts/payouts.sql.ts';

export type FactRow = Selectable<PaymentFacts>;

export interface Attempt extends KnownPayment {
  readonly row: PaymentRow;
  readonly facts: readonly (PaymentFact & FactRow)[];
}

/** Every transfer that there ever was of a bounty, in the order of their files, with all that is known of each. */
export async function readAttempts(trx: Trx, bountyId: string): Promise<Attempt[]> {
  const rows = await trx
    .selectFrom('payout_payments')
    .selectAll()
    .where('bounty_id', '=', bountyId)
    .orderBy('id')
    .execute();
  const facts = Map.groupBy(
    await listFacts(
      trx,
      rows.map((row) => row.id),
    ),
    (fact) => fact.payment_id,
  );
  return rows.map((row) => ({
    id: row.id,
    amountCents: row.amount_cents,
    row,
    facts: (facts.get(row.id) ?? []) as Attempt['facts'],
  }));
}

export function listFacts(db: Database | Trx, paymentIds: readonly string[]): Promise<FactRow[]> {
  if (paymentIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('payment_facts')
    .selectAll()
    .where('payment_id', 'in', [...paymentIds])
    .orderBy('id')
    .execute();
}

export type NewFact = Omit<FactRow, 'id' | 'learned_at'>;

/** False when it was known already. */
export async function insertFact(trx: Trx, fact: NewFact): Promise<boolean> {
  const inserted = await trx
    .insertInto('payment_facts')
    .values(fact)
    .onConflict((conflict) => conflict.columns(['payment_id', 'kind', 'source', 'reference']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Those that leave the one place of a bounty first: at no moment are two on their way or paid. */
export async function writeStates(
  trx: Trx,
  changes: readonly {
    readonly id: string;
    readonly state: PaymentState;
    readonly reasonCode: string | null;
    readonly reason: string | null;
    readonly settledBy: string | null;
  }[],
): Promise<void> {
  const leavesFirst = changes.toSorted((one, other) => Number(takesPlace(one.state)) - Number(takesPlace(other.state)));
  for (const { id, state, reasonCode, reason, settledBy } of leavesFirst) {
    const open = state === 'exported' || state === 'stopped';
    await trx
      .updateTable('payout_payments')
      .set((eb) => ({
        state,
        reason: open ? null : reason,
        reason_code: open ? null : reasonCode,
        settled_at: open ? null : eb.fn<Date>('shop_now'),
        settled_by: open ? null : settledBy,
      }))
      .where('id', '=', id)
      .execute();
  }
}

function takesPlace(state: PaymentState): boolean {
  return state === 'exported' || state === 'paid';
}
