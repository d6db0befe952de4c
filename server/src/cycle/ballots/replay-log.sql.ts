import type { DesignTally } from '@fraisier/shared/cycle/histograms.ts';
import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import { admittedIds, asTallies, type Cell, readHistograms } from './ballots.sql.ts';
import { countersAgree } from './counters.sql.ts';

export interface Replay {
  readonly tallies: DesignTally[];
  /** Lines whose hash is not their leaf, that nothing opens, or that count one voter's design twice. Right is 0. */
  readonly faults: number;
}

/**
 * Counts again from the log and its openings alone, by the rules of ballot-log.ts and without a look at the ratings:
 * a second way to the same figures, for the close.
 */
export async function replayLog(db: Database | Trx, roundId: string): Promise<Replay> {
  const { rows } = await sql<{ cells: Cell[] | null; faults: number }>`
    with lines as materialized (
      select kind, leaf, tree_index, line::jsonb as said,
        leaf = sha256('\\x00'::bytea || convert_to(line, 'UTF8')) as whole
      from ballot_log where round_id = ${roundId}
    ), named as materialized (
      select kind, decode(one.leaf, 'hex') as leaf, tree_index
      from lines, jsonb_array_elements_text(said -> 'leaves') as one (leaf)
      where kind in ('quarantine', 'release', 'erase')
    ), verdicts as materialized (
      select distinct on (leaf) leaf, kind from named
      where kind in ('quarantine', 'release') order by leaf, tree_index desc
    ), mentions as (
      select leaf, said ->> 'commitment' as commitment, false as is_out from lines where kind = 'ballot'
      union all
      select decode(said ->> 'replaces', 'hex'), null, true from lines where said ->> 'replaces' is not null
      union all select leaf, null, true from named where kind = 'erase'
      union all select leaf, null, true from verdicts where kind = 'quarantine'
    ), counting as (
      select leaf, max(commitment) as commitment from mentions group by leaf having not bool_or(is_out)
    ), opened as materialized (
      select payload::jsonb as ballot,
        commitment = encode(
          sha256(convert_to('ballot/v1', 'UTF8') || '\\x00'::bytea || salt || convert_to(payload, 'UTF8')), 'hex'
        ) as opens
      from counting left join ballot_openings as opening
        on opening.round_id = ${roundId} and opening.leaf = counting.leaf
    ), cells as (
      select (ballot ->> 'design')::uuid as design_id, (ballot ->> 'stars')::int as stars,
        (ballot ->> 'wouldWear')::boolean as would_wear, count(*) as ratings
      from opened where opens group by 1, 2, 3
    )
    select
      (select json_agg(cells) from cells) as cells,
      (select count(*) from lines where not whole)
      + (select count(*) from opened where opens is not true)
      + (select count(*) - count(distinct (ballot ->> 'pseudonym', ballot ->> 'design')) from opened where opens)
      as faults`.execute(db);
  const { cells, faults } = rows[0]!;
  return { tallies: asTallies(await admittedIds(db, roundId), cells ?? []), faults };
}

/** Whether ratings, counters and log give the very same figures. */
export async function countsAgree(db: Database | Trx, roundId: string): Promise<boolean> {
  const rows = await readHistograms(db, roundId);
  const { tallies, faults } = await replayLog(db, roundId);
  return faults === 0 && JSON.stringify(rows) === JSON.stringify(tallies) && countersAgree(db, roundId);
}
