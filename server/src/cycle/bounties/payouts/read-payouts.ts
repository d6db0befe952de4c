import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database } from '../../../platform/db/database.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { listFacts } from '../bank/facts.sql.ts';
import { countDownloads, listPayoutActs } from './payout-acts.sql.ts';
import { findPayout, listPaymentsOfPayouts, listPayouts, type NamedPayoutRow } from './payouts.sql.ts';
import { payoutView } from './payouts.view.ts';

const PAGE = 50;

export async function readPayouts(db: Database, cursor: string | undefined) {
  const rows = await listPayouts(db, { cursor, limit: PAGE });
  return pageOf(rows, PAGE, await viewer(db, rows));
}

export async function readPayout(db: Database, id: string): Promise<Payout> {
  const row = await findPayout(db, id);
  if (!row) throw new Problem('not_found');
  return (await viewer(db, [row]))(row);
}

/** All that is told of these payouts, read at once. */
async function viewer(db: Database, rows: readonly NamedPayoutRow[]): Promise<(row: NamedPayoutRow) => Payout> {
  const ids = rows.map((row) => row.id);
  const [payments, acts, downloads] = await Promise.all([
    listPaymentsOfPayouts(db, ids),
    listPayoutActs(db, ids),
    countDownloads(db, ids),
  ]);
  const facts = await listFacts(
    db,
    payments.map((payment) => payment.id),
  );
  const paymentsOf = Map.groupBy(payments, (payment) => payment.payout_id);
  const factsOf = Map.groupBy(facts, (fact) => fact.payment_id);
  const actOf = new Map(acts.map((act) => [act.payout_id, act]));
  return (row) =>
    payoutView(row, {
      payments: paymentsOf.get(row.id) ?? [],
      facts: factsOf,
      act: actOf.get(row.id),
      downloads: downloads.get(row.id) ?? 0,
    });
}
