import { asHistogram, type DesignTally, histogramCell } from '@fraisier/shared/cycle/histograms.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

/** What other parts of the month read of the ballots. Nothing here names a voter. */

export type Stage = 'voting' | 'final';

export interface Cell {
  readonly design_id: string;
  readonly stars: number;
  readonly would_wear: boolean;
  readonly ratings: number;
}

/** Of a row of `ratings`: a quarantine holds its line, and none that let go of it since. */
export const isSetAside = sql<boolean>`exists (
  select from set_aside
  where (set_aside.round_id, set_aside.leaf) = (ratings.round_id, ratings.leaf) and set_aside.released_at is null
)`;

const linesSetAside = (roundId: string) =>
  sql<Buffer>`select leaf from set_aside where round_id = ${roundId} and released_at is null`;

/** The histogram of every admitted design, by id, from the ratings that count. */
export async function readHistograms(db: Database | Trx, roundId: string): Promise<DesignTally[]> {
  return (await readBothHistograms(db, roundId)).counted;
}

export interface BothHistograms {
  readonly counted: DesignTally[];
  /** With the ratings that are set aside. */
  readonly all: DesignTally[];
}

export async function readBothHistograms(db: Database | Trx, roundId: string): Promise<BothHistograms> {
  const { rows: all } = await sql<Cell>`
    select design_id, stars, would_wear, ratings from rating_counts where round_id = ${roundId}`.execute(db);
  const { rows: setAside } = await sql<Cell>`
    select design_id, stars, would_wear, -count(*) as ratings from ratings
    where round_id = ${roundId} and leaf = any(array(${linesSetAside(roundId)})) group by 1, 2, 3`.execute(db);
  const designIds = await admittedIds(db, roundId);
  return { counted: asTallies(designIds, [...all, ...setAside]), all: asTallies(designIds, all) };
}

export async function admittedIds(db: Database | Trx, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('designs')
    .select('id')
    .where('round_id', '=', roundId)
    .where('state', '=', 'admitted')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** A histogram for each design, of zeros where nobody rated it: cells add up. Other designs are left out. */
export function asTallies(designIds: readonly string[], cells: readonly Cell[]): DesignTally[] {
  const byDesign = Map.groupBy(cells, (cell) => cell.design_id);
  return designIds.map((designId) => {
    const histogram = new Array<number>(10).fill(0);
    for (const cell of byDesign.get(designId) ?? []) {
      histogram[histogramCell(cell.stars, cell.would_wear)]! += cell.ratings;
    }
    return { designId, histogram: asHistogram(histogram) };
  });
}

export interface SizeCount {
  readonly designId: string;
  readonly size: string;
  readonly count: number;
}

/** How many people would wear a design, by the size they said, of the ratings that count. Who said none is not here. */
export async function readSizes(db: Database | Trx, roundId: string): Promise<SizeCount[]> {
  const { rows } = await sql<SizeCount>`
    select design_id as "designId", size, count(*) as count from ratings
    where round_id = ${roundId} and size is not null and not ${isSetAside}
    group by design_id, size order by design_id, size`.execute(db);
  return rows;
}

/** How often each design of the stage stands or stood in front of a voter; lapsed deals are not counted. */
export async function readExposure(
  db: Database | Trx,
  roundId: string,
  stage: Stage,
): Promise<{ designId: string; dealt: number }[]> {
  return db
    .selectFrom('exposures')
    .select(['design_id as designId', 'dealt'])
    .where('round_id', '=', roundId)
    .where('stage', '=', stage)
    .orderBy('design_id')
    .execute();
}

export interface BallotCounts {
  readonly voters: number;
  readonly ratings: number;
}

/** People with at least one rating, and ratings, of each round asked for. */
export async function countBallots(
  db: Database | Trx,
  roundIds: readonly string[],
): Promise<Map<string, BallotCounts>> {
  const { rows } = await sql<BallotCounts & { id: string }>`
    select asked.id, coalesce(voters, 0) as voters, coalesce(ratings, 0) as ratings
    from unnest(${roundIds}::uuid[]) as asked (id) left join ballot_totals on round_id = asked.id`.execute(db);
  return new Map(rows.map(({ id, voters, ratings }) => [id, { voters, ratings }]));
}

export interface Turnout {
  /** People with at least one rating that counts. */
  readonly counted: number;
  /** People with at least one rating. */
  readonly all: number;
  /** People with at least one rating that is set aside. */
  readonly setAside: number;
}

export async function readTurnout(db: Database | Trx, roundId: string): Promise<Turnout> {
  const { rows } = await sql<{ setAside: number; silent: number }>`
    with touched as (
      select pseudonym_id, bool_and(${isSetAside}) as silent, bool_or(${isSetAside}) as set_aside from ratings
      where pseudonym_id = any(array(
        select pseudonym_id from set_aside where round_id = ${roundId} and released_at is null
      ))
      group by pseudonym_id
    )
    select count(*) filter (where set_aside) as "setAside", count(*) filter (where silent) as silent from touched
  `.execute(db);
  const { setAside, silent } = rows[0]!;
  const all = await countVoters(db, roundId);
  return { counted: all - silent, all, setAside };
}

/** People with at least one rating. */
export async function countVoters(db: Database | Trx, roundId: string): Promise<number> {
  return (await countBallots(db, [roundId])).get(roundId)!.voters;
}

export async function countRatings(db: Database | Trx, roundId: string): Promise<number> {
  return (await countBallots(db, [roundId])).get(roundId)!.ratings;
}
