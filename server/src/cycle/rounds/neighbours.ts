import { nextRoundSlug, previousRoundSlug } from '@fraisier/shared/cycle/calendar-names.ts';
import type { Neighbour } from '@fraisier/shared/cycle/calendar-rules.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Trx } from '../../platform/db/database.ts';
import { inMilliseconds, type Moments } from './calendar.sql.ts';
import { listRoundsAround, lockRoundRows, type RoundRow } from './rounds.sql.ts';

export interface Neighbourhood {
  readonly round: RoundRow | null;
  readonly previous: RoundRow | null;
  readonly next: RoundRow | null;
}

/** The round of that name and those of the months around it, locked; cancelled neighbours are not there. */
export async function lockNeighbourhood(trx: Trx, slug: string): Promise<Neighbourhood> {
  const [before, after] = [previousRoundSlug(slug), nextRoundSlug(slug)];
  const rows = await lockRoundRows(trx, [...(before ? [before] : []), slug, after]);
  const neighbour = (name: string | null) => rows.find((row) => row.slug === name && row.phase !== 'cancelled') ?? null;
  return {
    round: rows.find((row) => row.slug === slug) ?? null,
    previous: neighbour(before),
    next: neighbour(after),
  };
}

export function momentsOf(round: RoundRow): Moments {
  return {
    collecting: round.collecting_due_at,
    voting: round.voting_due_at,
    final: round.final_due_at,
    freeze: round.freeze_due_at,
  };
}

export function asNeighbour(round: RoundRow | null): Neighbour | null {
  return round && { slug: round.slug, phase: round.phase, moments: inMilliseconds(momentsOf(round)) };
}

/** Where months are left out in between, no vote begins before the last one ended. */
export async function overlapsBeyond(trx: Trx, slug: string, moments: Moments): Promise<ProblemReason[]> {
  const beside = [previousRoundSlug(slug), nextRoundSlug(slug)];
  const far = (await listRoundsAround(trx, slug, slug)).filter(
    (row) => row.slug !== slug && !beside.includes(row.slug),
  );
  return far.flatMap((row): ProblemReason[] => {
    const isBefore = row.slug < slug;
    const [end, begin] = isBefore ? [row.freeze_due_at, moments.voting] : [moments.freeze, row.voting_due_at];
    if (end <= begin) return [];
    const edge = isBefore ? row.freeze_due_at : row.voting_due_at;
    return [
      { code: 'overlaps', field: isBefore ? 'votingAt' : 'freezeAt', detail: `${row.slug} ${edge.toISOString()}` },
    ];
  });
}
