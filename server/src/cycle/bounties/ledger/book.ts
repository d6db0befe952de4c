import { sumCents } from '@fraisier/shared/cycle/money.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { type Entry, insertEntries, insertTransaction } from './ledger.sql.ts';

export interface Booking {
  /** What happened, once: `round:<id>:reserve`, `bounty:<id>:owe`, `payment:<id>:paid`. */
  readonly cause: string;
  readonly description: string;
  /** Debit is positive, credit negative; together zero. Entries of zero are left out. */
  readonly entries: readonly Entry[];
  readonly actorId?: string | null;
}

/** Books a transaction of the double-entry ledger. The same cause again books nothing, and is no error. */
export async function book(trx: Trx, { cause, description, entries, actorId }: Booking): Promise<void> {
  const sum = sumCents(entries.map((entry) => entry.amountCents));
  if (sum !== 0) throw new Error(`the booking ${cause} does not balance: ${sum}`);
  const moving = entries.filter((entry) => entry.amountCents !== 0);
  if (moving.length === 0) return;
  const id = await insertTransaction(trx, { cause, description, booked_by: actorId ?? null });
  if (id) await insertEntries(trx, id, moving);
}
