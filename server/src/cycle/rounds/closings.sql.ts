import { sql } from 'kysely';
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

export interface ClosingRow {
  readonly countId: string;
  readonly sha256: Buffer;
  readonly closedAt: Date;
  /** Null where the account was erased since. */
  readonly closedBy: string | null;
  readonly lettersWritten: number;
  readonly lettersOf: number;
  readonly bundle: { readonly sha256: string; readonly bytes: number; readonly madeAt: string } | null;
}

/** The closing of a round, and how far its jobs are. */
export async function readClosing(db: Database, roundId: string): Promise<ClosingRow | undefined> {
  const { rows } = await sql<ClosingRow>`
    select count_id as "countId", round_counts.sha256, closed_at as "closedAt",
      case when members.erased_at is null then members.name end as "closedBy",
      (select count(*) from letters where letters.round_id = closing.round_id) as "lettersWritten",
      (select count(*) from designs where designs.round_id = closing.round_id and state = 'admitted') as "lettersOf",
      (select json_build_object('sha256', encode(sha256, 'hex'), 'bytes', bytes, 'madeAt', made_at)
        from round_bundles where round_bundles.round_id = closing.round_id) as bundle
    from round_closings as closing
    join round_counts on round_counts.id = count_id
    join members on members.id = closed_by
    where closing.round_id = ${roundId}`.execute(db);
  return rows[0];
}

/** The bounties of a round as they stand, and how many pieces of its runs are sold. */
export async function readWhatFollowed(
  db: Database,
  roundId: string,
): Promise<{ states: Map<string, string>; sold: Map<string, number> }> {
  const bounties = await db.selectFrom('bounties').select(['id', 'state']).where('round_id', '=', roundId).execute();
  const runs = await db
    .selectFrom('runs')
    .select((eb) => [
      'runs.slug',
      eb
        .selectFrom('pieces')
        .select((one) => one.fn.countAll<number>().as('sold'))
        .whereRef('pieces.run_id', '=', 'runs.id')
        .where('pieces.state', '=', 'sold')
        .as('sold'),
    ])
    .where('runs.round_id', '=', roundId)
    .execute();
  return {
    states: new Map(bounties.map(({ id, state }) => [id, state])),
    sold: new Map(runs.map(({ slug, sold }) => [slug, sold ?? 0])),
  };
}
