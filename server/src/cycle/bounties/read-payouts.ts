import type { Payout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database } from '../../platform/db/database.ts';
import { pageOf } from '../../platform/http/page.ts';
import { findPayout, listPaymentsOfPayouts, listPayouts } from './payouts.sql.ts';
import { payoutView } from './payouts.view.ts';

const PAGE = 50;

export async function readPayouts(db: Database, cursor: string | undefined) {
  const rows = await listPayouts(db, { cursor, limit: PAGE });
  const payments =
    rows.length === 0
      ? []
      : await listPaymentsOfPayouts(
          db,
          rows.map((row) => row.id),
        );
  const byPayout = Map.groupBy(payments, (payment) => payment.payout_id);
  return pageOf(rows, PAGE, (row) => payoutView(row, byPayout.get(row.id) ?? []));
}

export async function readPayout(db: Database, id: string): Promise<Payout> {
  const row = await findPayout(db, id);
  if (!row) throw new Problem('not_found');
  return payoutView(row, await listPaymentsOfPayouts(db, [id]));
}
