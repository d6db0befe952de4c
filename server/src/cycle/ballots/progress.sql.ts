import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { Ballot } from './deals.sql.ts';

export interface Progress {
  readonly dealt: number;
  readonly rated: number;
  readonly skipped: number;
  /** Dealt and not answered. */
  readonly open: number;
  readonly left: number;
  /** The number of the last hand; 0 before the first. */
  readonly hands: number;
}

/** How far a voter is in a stage, whether they began or not. A deal past its time counts as back in the pack. */
export async function readProgress(
  db: Database | Trx,
  { roundId, stage, memberId, cap }: Ballot & { readonly cap: number },
): Promise<Progress> {
  const { rows } = await sql<Progress>`${prepared('read_progress')}
    with mine as (
      select design_id, hand,
        case when deals.state = 'open' and expires_at <= shop_now() then 'expired' else deals.state end as state
      from pseudonyms join deals on deals.pseudonym_id = pseudonyms.id
      where pseudonyms.round_id = ${roundId} and member_id = ${memberId} and stage = ${stage}
    ), barred as (
      select id from designs where round_id = ${roundId} and (designer_id = ${memberId} or state <> 'admitted')
    ), pack as (
      select mine.state from exposures left join mine on mine.design_id = exposures.design_id
      where exposures.round_id = ${roundId} and stage = ${stage}
        and not exists (select from barred where barred.id = exposures.design_id)
    ), answers as (
      select count(*) as all, count(*) filter (where state <> 'expired') as dealt,
        count(*) filter (where state = 'rated') as rated, count(*) filter (where state = 'skipped') as skipped,
        count(*) filter (where state = 'open') as open, coalesce(max(hand), 0) as hands
      from mine
    )
    select dealt, rated, skipped, open, hands, (
      select count(*) filter (where state = 'expired')
        + least(count(*) filter (where state is null), greatest(${cap}::int - answers.all, 0)) from pack
    ) as left
    from answers`.execute(db);
  return rows[0]!;
}

/** What a voter did in both stages together, for a round that takes no votes. */
export async function readWholeBallot(
  db: Database | Trx,
  roundId: string,
  memberId: string,
): Promise<Pick<Progress, 'dealt' | 'rated' | 'skipped'>> {
  const { rows } = await sql<Pick<Progress, 'dealt' | 'rated' | 'skipped'>>`
    with answers as (
      select deals.design_id, bool_or(ratings.leaf is not null) as rated, bool_or(deals.state = 'skipped') as skipped
      from pseudonyms join deals on deals.pseudonym_id = pseudonyms.id
      left join ratings on (ratings.pseudonym_id, ratings.design_id) = (deals.pseudonym_id, deals.design_id)
      where pseudonyms.round_id = ${roundId} and member_id = ${memberId}
      group by deals.design_id
    )
    select count(*) as dealt, count(*) filter (where rated) as rated,
      count(*) filter (where skipped and not rated) as skipped
    from answers`.execute(db);
  return rows[0]!;
}
