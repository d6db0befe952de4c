import type { Database, Trx } from '../../platform/db/database.ts';

export async function insertClosing(
  trx: Trx,
  closing: { roundId: string; countId: string; closedBy: string; winners: readonly string[] },
): Promise<void> {
  const { roundId, countId, closedBy, winners } = closing;
  await trx
    .insertInto('round_closings')
    .values({ round_id: roundId, count_id: countId, closed_by: closedBy })
    .execute();
  if (winners.length === 0) return;
  await trx
    .insertInto('round_winners')
    .values(winners.map((designId, index) => ({ round_id: roundId, place: index + 1, design_id: designId })))
    .execute();
}

export function findClosing(db: Database | Trx, roundId: string): Promise<{ count_id: string } | undefined> {
  return db.selectFrom('round_closings').select('count_id').where('round_id', '=', roundId).executeTakeFirst();
}

/** The winners that the close wrote, in the order of their runs. */
export async function listWinners(db: Database | Trx, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('round_winners')
    .select('design_id')
    .where('round_id', '=', roundId)
    .orderBy('place')
    .execute();
  return rows.map((row) => row.design_id);
}

export function listBountiesOf(db: Database | Trx, roundId: string) {
  return db
    .selectFrom('bounties')
    .innerJoin('round_winners', 'round_winners.design_id', 'bounties.design_id')
    .select(['bounties.id', 'bounties.design_id as design', 'net_cents as netCents', 'due_at as dueAt'])
    .where('bounties.round_id', '=', roundId)
    .orderBy('place')
    .execute();
}

export function listRunsOf(db: Database | Trx, roundId: string) {
  return db
    .selectFrom('runs')
    .innerJoin('round_winners', 'round_winners.design_id', 'runs.design_id')
    .select(['runs.slug', 'runs.design_id as design', 'runs.size'])
    .where('runs.round_id', '=', roundId)
    .orderBy('place')
    .execute();
}
