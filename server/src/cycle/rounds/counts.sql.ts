import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { RoundCounts } from '../../platform/db/schema.ts';

export type CountRow = Selectable<RoundCounts>;

export async function insertCount(
  trx: Trx,
  count: { roundId: string; countedBy: string | null; logLines: number; result: string; sha256: Buffer },
): Promise<void> {
  await trx
    .insertInto('round_counts')
    .values({
      round_id: count.roundId,
      counted_by: count.countedBy,
      log_lines: count.logLines,
      result: count.result,
      sha256: count.sha256,
    })
    .execute();
}

/** The count that stands: the latest. */
export function findCount(db: Database | Trx, roundId: string): Promise<CountRow | undefined> {
  return db
    .selectFrom('round_counts')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function findCountById(db: Database | Trx, id: string): Promise<CountRow> {
  return db.selectFrom('round_counts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export interface PassedOverRow {
  readonly design: string;
  readonly title: string;
  readonly reason: string;
}

/** In the order in which they were passed over. */
export function listPassedOver(db: Database | Trx, roundId: string): Promise<PassedOverRow[]> {
  return db
    .selectFrom('passed_over')
    .innerJoin('designs', 'designs.id', 'passed_over.design_id')
    .select(['passed_over.design_id as design', 'designs.title', 'passed_over.reason'])
    .where('passed_over.round_id', '=', roundId)
    .orderBy('passed_over.passed_over_at')
    .orderBy('passed_over.design_id')
    .execute();
}

export async function insertPassedOver(
  trx: Trx,
  row: { roundId: string; designId: string; reason: string; actorId: string },
): Promise<void> {
  await trx
    .insertInto('passed_over')
    .values({ round_id: row.roundId, design_id: row.designId, reason: row.reason, passed_over_by: row.actorId })
    .execute();
}

export interface EntryRow {
  readonly id: string;
  readonly title: string;
  readonly designerId: string;
  readonly designer: string;
  readonly admitted: boolean;
  /** The designer's account is there to be written to and paid. */
  readonly reachable: boolean;
}

/** The designs of a round with who drew them: only for who may know, so never before the count. */
export function listEntries(db: Database | Trx, designIds: readonly string[]): Promise<EntryRow[]> {
  if (designIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('designs')
    .innerJoin('members', 'members.id', 'designs.designer_id')
    .select([
      'designs.id',
      'designs.title',
      'members.id as designerId',
      'members.name as designer',
      sql<boolean>`designs.state = 'admitted'`.as('admitted'),
      sql<boolean>`members.erased_at is null`.as('reachable'),
    ])
    .where('designs.id', 'in', [...designIds])
    .execute();
}
