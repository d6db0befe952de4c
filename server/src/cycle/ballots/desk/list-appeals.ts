import type { Appeal, listAppeals as listAppealsContract } from '@fraisier/shared/contracts/ballots-desk.ts';
import type { QueryOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import type { Database, Trx } from '../../../platform/db/database.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { findRound } from '../../rounds/find-round.ts';
import { type AppealRow, countRatingsSetAside, listAppealRows, listHolds } from './appeals.sql.ts';
import { appealView } from './appeals.view.ts';

const APPEALS_A_PAGE = 50;

export async function listAppeals(
  db: Database,
  slug: string,
  query: QueryOf<typeof listAppealsContract>,
): Promise<ResponseOf<typeof listAppealsContract>> {
  const round = await findRound(db, slug);
  const rows = await listAppealRows(db, round.id, { ...query, limit: APPEALS_A_PAGE + 1 });
  const views = await appealViews(db, rows);
  return pageOf(rows, APPEALS_A_PAGE, (row) => views.get(row.id)!);
}

export async function appealViews(db: Database | Trx, rows: readonly AppealRow[]): Promise<Map<string, Appeal>> {
  const voters = rows.map((row) => row.voter);
  const holds = Map.groupBy(await listHolds(db, voters), (hold) => hold.voter);
  const ratings = await countRatingsSetAside(db, voters);
  return new Map(rows.map((row) => [row.id, appealView(row, holds.get(row.voter) ?? [], ratings.get(row.voter) ?? 0)]));
}
