import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Member } from '../../people/accounts.ts';
import type { Database } from '../../platform/db/database.ts';
import { pageOf } from '../../platform/http/page.ts';
import { listPrintsOfOrders } from '../prints/printed.sql.ts';
import { printingSince } from '../prints/printing-since.ts';
import { findBounty, type ListedBounty, listBounties } from './bounties.sql.ts';
import { bountyView } from './bounties.view.ts';
import { listBountyTransactions } from './ledger/ledger.sql.ts';
import { listPaymentsOfBounties } from './payouts/payouts.sql.ts';
import { listChanges } from './secrets/iban-changes.sql.ts';

const PAGE = 50;

const seesAll = (member: Member) => member.role !== 'member';

/** The designer's own bounties, newest first; an operator sees all. */
export async function readBounties(db: Database, member: Member, cursor: string | undefined) {
  const rows = await listBounties(db, { designerId: seesAll(member) ? null : member.id, cursor, limit: PAGE });
  const views = new Map((await withHistory(db, rows)).map((view) => [view.id, view]));
  return pageOf(rows, PAGE, (row) => views.get(row.id)!);
}

/** To anyone but its designer and the operators there is no such bounty. */
export async function readBounty(db: Database, member: Member, id: string): Promise<Bounty> {
  const row = await findBounty(db, id);
  if (!row || (!seesAll(member) && row.designer_id !== member.id)) throw new Problem('not_found');
  const [view] = await withHistory(db, [row]);
  return view!;
}

async function withHistory(db: Database, rows: readonly ListedBounty[]): Promise<Bounty[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const shirts = rows.flatMap((row) => row.shirt_order ?? []);
  const [ledger, payments, changes, prints] = await Promise.all([
    listBountyTransactions(db, ids),
    listPaymentsOfBounties(db, ids),
    listChanges(db, ids),
    listPrintsOfOrders(db, shirts),
  ]);
  const booked = Map.groupBy(ledger, (line) => line.bounty_id);
  const paid = Map.groupBy(payments, (payment) => payment.bounty_id);
  const changed = Map.groupBy(changes, (change) => change.bounty_id);
  return rows.map((row) =>
    bountyView(row, {
      ledger: booked.get(row.id) ?? [],
      payments: paid.get(row.id) ?? [],
      ibanChanges: changed.get(row.id) ?? [],
      shirtPrintingSince: row.shirt_order ? printingSince(prints.get(row.shirt_order)) : null,
    }),
  );
}
