import { eur } from '@fraisier/shared/cycle/money.ts';
import type { Database } from '../../platform/db/database.ts';
import { pageOf } from '../../platform/http/page.ts';
import { listEntries, listTransactions, readBalances } from './ledger.sql.ts';
import { subjectOf } from './ledger.view.ts';

const PAGE = 50;

/** The trial balance, and a page of transactions with their entries, newest first. Debit is positive. */
export async function readLedger(db: Database, cursor: string | undefined) {
  const [balances, rows] = await Promise.all([readBalances(db), listTransactions(db, { cursor, limit: PAGE })]);
  const entries = await listEntries(
    db,
    rows.map((row) => row.id),
  );
  const byTransaction = Map.groupBy(entries, (entry) => entry.transaction_id);
  return {
    balances: balances.map((row) => ({
      account: row.code,
      kind: row.kind,
      nameFr: row.name_fr,
      nameEn: row.name_en,
      balance: eur(row.balance_cents),
    })),
    ...pageOf(rows, PAGE, (row) => ({
      id: row.id,
      cause: row.cause,
      description: row.description,
      about: subjectOf(row),
      bookedAt: row.booked_at.toISOString(),
      entries: (byTransaction.get(row.id) ?? []).map((entry) => ({
        account: entry.account,
        amount: eur(entry.amount_cents),
      })),
    })),
  };
}
