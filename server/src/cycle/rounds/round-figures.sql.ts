import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

export interface RoundFigures {
  readonly designs: number;
  readonly runs: readonly string[];
}

/** What other parts of the month made of each round: its admitted designs, and its runs by name. */
export async function readFigures(db: Database | Trx, roundIds: readonly string[]): Promise<Map<string, RoundFigures>> {
  const { rows } = await sql<RoundFigures & { id: string }>`
    select asked.id,
      (select count(*) from designs where round_id = asked.id and state = 'admitted') as designs,
      array(select slug from runs where round_id = asked.id order by opened_at, length(slug), slug) as runs
    from unnest(${roundIds}::uuid[]) as asked (id)`.execute(db);
  return new Map(rows.map(({ id, designs, runs }) => [id, { designs, runs }]));
}

export interface OwnSubmission {
  readonly roundId: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
}

/** What a member has in these rounds, oldest first. */
export function listSubmissionsOf(
  db: Database | Trx,
  memberId: string,
  roundIds: readonly string[],
): Promise<OwnSubmission[]> {
  return db
    .selectFrom('designs')
    .select(['round_id as roundId', 'id', 'title', 'state'])
    .where('designer_id', '=', memberId)
    .where('round_id', 'in', roundIds)
    .orderBy('id')
    .execute();
}

export interface RoundDesigner {
  readonly id: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
  /** Titles of what is still in the round, and of what went on to another. */
  readonly stayed: string[];
  readonly moved: string[];
  /** Of those that went on, what is checked anew for the other round's print. */
  readonly anew: string[];
}

/** Who has a design in the round, or among those that left it, that was not withdrawn, and whom a mail can reach. */
export async function listDesignersOf(
  trx: Trx,
  roundId: string,
  went: { readonly moved: readonly string[]; readonly anew: readonly string[] },
): Promise<RoundDesigner[]> {
  const { rows } = await sql<RoundDesigner>`
    select members.id, members.email, members.locale,
      coalesce(array_agg(title order by designs.id) filter (where not moved), '{}') as stayed,
      coalesce(array_agg(title order by designs.id) filter (where moved), '{}') as moved,
      coalesce(array_agg(title order by designs.id) filter (where designs.id = any(${went.anew}::uuid[])), '{}') as anew
    from designs
    join members on members.id = designs.designer_id
    cross join lateral (select designs.id = any(${went.moved}::uuid[]) as moved) as went
    where (designs.round_id = ${roundId} or moved) and designs.state <> 'withdrawn' and members.erased_at is null
    group by members.id order by members.id`.execute(trx);
  return rows;
}

/** The pseudonyms of who rated in the round, but for these members. */
export async function listVotersBesides(trx: Trx, roundId: string, memberIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from pseudonyms
    where round_id = ${roundId} and member_id <> all(${memberIds}::uuid[])
      and exists (select from ratings where pseudonym_id = pseudonyms.id)
    order by id`.execute(trx);
  return rows.map((row) => row.id);
}
