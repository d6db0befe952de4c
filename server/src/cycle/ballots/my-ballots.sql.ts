import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';
import type { SealedVote } from './seal-vote.ts';

export interface RatingColumns {
  readonly design_id: string;
  readonly stars: number;
  readonly would_wear: boolean;
  readonly size: string | null;
  readonly note: string | null;
}

export interface PlaceColumns {
  readonly tree_index: number | null;
  readonly covered: boolean;
}

/** A voter's ratings of a round with what proves them, in the order in which the designs were first dealt. */
export async function listOwnRatings(
  db: Database,
  roundId: string,
  memberId: string,
): Promise<(RatingColumns & SealedVote & PlaceColumns)[]> {
  const { rows } = await sql<RatingColumns & SealedVote & PlaceColumns>`
    select ratings.design_id, stars, would_wear, size, notes.body as note, line, ballot_log.leaf, salt, payload,
      tree_index, coalesce(tree_index < (select max(size) from tree_heads where round_id = ${roundId}), false) as covered
    from pseudonyms
    join ratings on ratings.pseudonym_id = pseudonyms.id
    join ballot_log on (ballot_log.round_id, ballot_log.leaf) = (ratings.round_id, ratings.leaf)
    join ballot_openings on (ballot_openings.round_id, ballot_openings.leaf) = (ratings.round_id, ratings.leaf)
    left join notes on (notes.pseudonym_id, notes.design_id) = (ratings.pseudonym_id, ratings.design_id)
    join lateral (
      select hand, place, stage from deals
      where (deals.pseudonym_id, deals.design_id) = (ratings.pseudonym_id, ratings.design_id)
      order by stage desc limit 1
    ) as first_deal on true
    where pseudonyms.round_id = ${roundId} and member_id = ${memberId}
    order by first_deal.stage desc, hand, place`.execute(db);
  return rows;
}

export interface BallotRow {
  readonly slug: string;
  readonly number: number;
  readonly phase: string;
  readonly rated: number;
  readonly skipped: number;
  readonly setAside: boolean;
}

/** The rounds in which the member answered at least one design, newest first. */
export async function listBallotRows(db: Database, memberId: string): Promise<BallotRow[]> {
  const { rows } = await sql<BallotRow>`
    select slug, number, phase, rated, skipped, exists (
      select from set_aside
      join ratings on (ratings.round_id, ratings.leaf) = (set_aside.round_id, set_aside.leaf)
      where set_aside.pseudonym_id = pseudonyms.id and released_at is null
    ) as "setAside"
    from pseudonyms
    join rounds on rounds.id = pseudonyms.round_id
    join lateral (
      select count(distinct deals.design_id) filter (where ratings.leaf is not null) as rated,
        count(distinct deals.design_id) filter (where deals.state = 'skipped' and ratings.leaf is null) as skipped
      from deals
      left join ratings on (ratings.pseudonym_id, ratings.design_id) = (deals.pseudonym_id, deals.design_id)
      where deals.pseudonym_id = pseudonyms.id
    ) as answers on rated + skipped > 0
    where member_id = ${memberId}
    order by slug desc`.execute(db);
  return rows;
}
