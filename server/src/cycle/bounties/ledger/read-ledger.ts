import { eur, sumCents } from '@fraisier/shared/cycle/money.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database } from '../../../platform/db/database.ts';
import { pageOf } from '../../../platform/http/page.ts';
import {
  describeTransactions,
  listAccountEntries,
  listEntries,
  listTransactionIds,
  readBalances,
} from './ledger.sql.ts';
import { balanceView, transactionView } from './ledger.view.ts';

const PAGE = 50;

export interface LedgerQuestion {
  readonly on?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The trial balance, and a page of transactions with their entries, newest first. Debit is positive. */
export async function readLedger(db: Database, { on = undefined, cursor }: LedgerQuestion) {
  const day = on ?? null;
  const [balances, ids] = await Promise.all([
    readBalances(db, day),
    listTransactionIds(db, { on: day, cursor, limit: PAGE }),
  ]);
  const [rows, entries] = await Promise.all([describeTransactions(db, ids), listEntries(db, ids)]);
  const byTransaction = Map.groupBy(entries, (entry) => entry.transaction_id);
  return {
    on: day,
    balances: balances.map(balanceView),
    sums: {
      debit: eur(sumCents(balances.map((row) => row.debit_cents))),
      credit: eur(sumCents(balances.map((row) => row.credit_cents))),
    },
    ...pageOf(rows, PAGE, (row) => ({
      id: row.id,
      ...transactionView(row),
      entries: (byTransaction.get(row.id) ?? []).map((entry) => ({
        account: entry.account,
        amount: eur(entry.amount_cents),
      })),
    })),
  };
}

/** One account: its entries with what they are about, and its balance after each. */
export async function readAccount(db: Database, account: string, { on, cursor }: LedgerQuestion) {
  const day = on ?? null;
  const [[balance], entries] = await Promise.all([
    readBalances(db, day, account),
    listAccountEntries(db, { account, on: day, cursor, limit: PAGE }),
  ]);
  if (!balance) throw new Problem('not_found');
  const rows = await describeTransactions(
    db,
    entries.map((entry) => entry.transaction_id),
  );
  const transactions = new Map(rows.map((row) => [row.id, row]));
  return {
    ...balanceView(balance),
    on: day,
    ...pageOf(entries, PAGE, (entry) => ({
      id: entry.id,
      transaction: entry.transaction_id,
      ...transactionView(transactions.get(entry.transaction_id)!),
      amount: eur(entry.amount_cents),
      balanceAfter: eur(entry.balance_cents),
    })),
  };
}
