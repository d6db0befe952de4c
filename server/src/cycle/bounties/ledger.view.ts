import type { LedgerSubject } from '@fraisier/shared/contracts/bounties.ts';
import type { TransactionRow } from './ledger.sql.ts';

const acts: readonly string[] = ['reserve', 'release', 'owe', 'reprice', 'export', 'paid', 'failed'];

function isAct(act: string): act is LedgerSubject['act'] {
  return acts.includes(act);
}

/**
 * What a transaction is about: `bounty:…:reprice:2` is a bounty priced again. A payment that is no transfer is a sale.
 * Null for a cause of another kind, which then says no more than its description.
 */
export function subjectOf(row: TransactionRow): LedgerSubject | null {
  const [, , act = ''] = row.cause.split(':');
  const known = { roundNumber: row.round_number, endToEndId: row.end_to_end_id, run: row.run };
  if (row.run !== null) return { ...known, act: 'sale', numbers: row.numbers ?? [] };
  return isAct(act) ? { ...known, act, numbers: [] } : null;
}
