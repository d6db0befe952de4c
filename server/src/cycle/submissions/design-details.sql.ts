import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../platform/db/database.ts';

/** All that a design's page shows, to whoever may see it: one row a design. */
export type DetailRow = Awaited<ReturnType<typeof listDetailRows>>[number];

/** The last decision about the current artwork of a design, and whose it was. */
export async function findDecision(db: Database, designId: string) {
  return db
    .selectFrom('designs')
    .leftJoin('artworks', 'artworks.id', 'designs.artwork_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('design_decisions')
          .leftJoin('members', 'members.id', 'design_decisions.decided_by')
          .select(['kind', 'reasons', 'message', 'decided_at', 'decided_by', 'members.name as decider'])
          .whereRef('design_id', '=', 'designs.id')
          .whereRef('artwork_id', '=', 'designs.artwork_id')
          .orderBy('design_decisions.id', 'desc')
          .limit(1)
          .as('decision'),
      (join) => join.onTrue(),
    )
    .select([
      'designs.title',
      'designs.state',
      'artworks.version',
      'decision.kind',
      'decision.reasons',
      'decision.message',
      'decision.decided_at',
      'decision.decided_by',
      'decision.decider',
    ])
    .where('designs.id', '=', designId)
    .executeTakeFirst();
}
export type Decided = NonNullable<Awaited<ReturnType<typeof findDecision>>>;

export function listDetailRows(db: Database, designIds: readonly string[]) {
  return db
    .selectFrom('designs')
    .innerJoin('rounds', 'rounds.id', 'designs.round_id')
    .innerJoin('members', 'members.id', 'designs.designer_id')
    .leftJoin('artworks', 'artworks.id', 'designs.artwork_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('design_decisions')
          .select(['kind', 'reasons', 'message', 'decided_at'])
          .whereRef('design_id', '=', 'designs.id')
          // A corrected file has no decision yet.
          .whereRef('artwork_id', '=', 'designs.artwork_id')
          .orderBy('id', 'desc')
          .limit(1)
          .as('decision'),
      (join) => join.onTrue(),
    )
    .select((eb) => [
      'designs.id',
      'designs.designer_id',
      'designs.story',
      'designs.state',
      'designs.sources',
      'designs.submitted_at',
      'designs.artwork_id',
      'members.name as designer_name',
      'rounds.number as round_number',
      'rounds.slug as round_slug',
      'rounds.phase as round_phase',
      'rounds.expected_ratings',
      eb('rounds.voting_due_at', '<=', sql<Date>`shop_now()`).as('late'),
      eb
        .selectFrom('designs as others')
        .select((one) => one.fn.countAll<number>().as('count'))
        .whereRef('others.round_id', '=', 'rounds.id')
        .where('others.state', '=', 'admitted')
        .as('admitted'),
      'artworks.version',
      'artworks.file_name',
      'artworks.format',
      'artworks.width',
      'artworks.height',
      'artworks.bytes',
      'artworks.sha256',
      'artworks.checked_at',
      'artworks.findings',
      'artworks.place_from_centre_mm',
      'artworks.place_top_mm',
      'artworks.place_width_mm',
      'rounds.print_width_mm',
      'rounds.print_height_mm',
      'decision.kind as decision_kind',
      'decision.reasons as decision_reasons',
      'decision.message as decision_message',
      'decision.decided_at',
      jsonArrayFrom(
        eb.selectFrom('runs').select('runs.slug').whereRef('runs.design_id', '=', 'designs.id').orderBy('runs.slug'),
      ).as('runs'),
    ])
    .where('designs.id', 'in', [...designIds])
    .execute();
}
