import { type AccountEntry, bountyActs, type LedgerSubject } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import type { BalanceRow, TransactionRow } from './ledger.sql.ts';

function isAct(act: string): act is LedgerSubject['act'] {
  return (bountyActs as readonly string[]).includes(act);
}

/**
 * What a transaction is about: `bounty:…:reprice:2` is a bounty priced again. A payment that is no transfer is a sale.
 * Null for a cause of another kind, which then says no more than its description.
 */
export function subjectOf(row: TransactionRow): LedgerSubject | null {
  const [, , act = ''] = row.cause.split(':');
  const known = {
    round: row.round,
    roundNumber: row.round_number,
    bounty: row.bounty,
    endToEndId: row.end_to_end_id,
    payout: row.payout,
    run: row.run,
    order: row.order,
  };
  if (row.run !== null) return { ...known, act: 'sale', numbers: row.numbers ?? [] };
  return isAct(act) ? { ...known, act, numbers: [] } : null;
}

export function transactionView(
  row: TransactionRow,
): Pick<AccountEntry, 'cause' | 'description' | 'about' | 'bookedAt'> {
  return {
    cause: row.cause,
    description: row.description,
    about: subjectOf(row),
    bookedAt: row.booked_at.toISOString(),
  };
}

export function balanceView(row: BalanceRow) {
  return {
    account: row.code,
    kind: row.kind,
    nameFr: row.name_fr,
    nameEn: row.name_en,
    debit: eur(row.debit_cents),
    credit: eur(row.credit_cents),
    balance: eur(row.debit_cents - row.credit_cents),
  };
}
