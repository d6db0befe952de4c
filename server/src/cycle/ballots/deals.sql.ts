import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { Stage } from './ballots.sql.ts';

export interface Ballot {
  readonly roundId: string;
  readonly stage: Stage;
  readonly memberId: string;
}

export interface Dealing extends Ballot {
  readonly pseudonymId: string;
  /** Designs that this voter is shown at most in this stage. */
  readonly cap: number;
}

export async function insertExposures(
  trx: Trx,
  roundId: string,
  stage: Stage,
  designIds: readonly string[],
): Promise<void> {
  await sql`
    insert into exposures (round_id, stage, design_id)
    select ${roundId}, ${stage}, design_id from unnest(${designIds}::uuid[]) as one (design_id)
    on conflict do nothing`.execute(trx);
}

export async function countExposed(db: Database | Trx, roundId: string, stage: Stage): Promise<number> {
  const row = await db
    .selectFrom('exposures')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .where('stage', '=', stage)
    .executeTakeFirstOrThrow();
  return row.count;
}

/**
 * The voters' pseudonyms in the round, by member, made at their first hand. Not held: a vote marks its voter's pseudonym
 * while it holds the deals, and who deals takes the deals later.
 */
export async function makePseudonyms(
  trx: Trx,
  roundId: string,
  memberIds: readonly string[],
): Promise<Map<string, string>> {
  await sql`
    insert into pseudonyms (round_id, member_id)
    select ${roundId}, member_id from unnest(${memberIds}::uuid[]) as voter (member_id) order by member_id
    on conflict do nothing`.execute(trx);
  const rows = await trx
    .selectFrom('pseudonyms')
    .select(['id', 'member_id'])
    .where('round_id', '=', roundId)
    .where('member_id', '=', sql<string>`any(${memberIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.id]));
}

/** The hand that waits for answers, if there is one. */
export async function findOpenHand(trx: Trx, pseudonymId: string, stage: Stage): Promise<number | null> {
  const row = await trx
    .selectFrom('deals')
    .select((eb) => eb.fn.max('hand').as('hand'))
    .where('pseudonym_id', '=', pseudonymId)
    .where('stage', '=', stage)
    .where('state', '=', 'open')
    .where('expires_at', '>', sql<Date>`shop_now()`)
    .executeTakeFirst();
  return row?.hand ?? null;
}

/**
 * Exposures change under this lock only, so that everyone who is dealt a hand sees what all others were dealt before.
 * Deals are locked before it, never after.
 */
export async function lockDealing(trx: Trx, roundId: string, stage: Stage): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('dealing/' || ${roundId}::text || '/' || ${stage}::text, 0))`.execute(
    trx,
  );
}

/**
 * Holds the deals that a new hand may take back, in the order in which everyone takes them. Tells whether some of them
 * are past their time and not yet back in the pack.
 */
export async function lockReturnableDeals(trx: Trx, pseudonymIds: readonly string[], stage: Stage): Promise<boolean> {
  const { rows } = await sql<{ lapsed: boolean }>`${prepared('lock_returnable_deals')}
    select state = 'open' and expires_at <= shop_now() as lapsed from deals
    where pseudonym_id = any(${pseudonymIds}::uuid[]) and stage = ${stage} and state in ('open', 'expired')
    order by design_id, pseudonym_id for update`.execute(trx);
  return rows.some((row) => row.lapsed);
}

/** These voters' unanswered deals that are past their time return to the pack. Under `lockDealing`. */
export async function expireOwnDeals(trx: Trx, pseudonymIds: readonly string[], stage: Stage): Promise<void> {
  await sql`
    with expired as (
      update deals set state = 'expired'
      where pseudonym_id = any(${pseudonymIds}::uuid[]) and stage = ${stage} and state = 'open'
        and expires_at <= shop_now()
      returning round_id, stage, design_id
    ), taken as (
      select round_id, stage, design_id, count(*) as deals from expired group by 1, 2, 3
    )
    update exposures set dealt = dealt - taken.deals from taken
    where (exposures.round_id, exposures.stage, exposures.design_id) = (taken.round_id, taken.stage, taken.design_id)
  `.execute(trx);
}

/**
 * Deals the next hand: designs of the stage that are not the voter's own and not dealt to them, or lapsed; the least
 * shown first, then in the voter's own order. Gives them with the number of the hand; none when nothing is left. Under
 * `lockDealing`. A design once dealt counts towards the cap for good: letting deals lapse shows nobody more designs.
 */
export async function insertHand(
  trx: Trx,
  dealing: Dealing,
  { size, hours }: { readonly size: number; readonly hours: number },
): Promise<{ hand: number; design_id: string }[]> {
  const { roundId, stage, memberId, pseudonymId, cap } = dealing;
  const { rows } = await sql<{ hand: number; design_id: string }>`${prepared('insert_hand')}
    with mine as (
      select design_id, state, hand from deals where pseudonym_id = ${pseudonymId} and stage = ${stage}
    ), barred as (
      select id from designs where round_id = ${roundId} and (designer_id = ${memberId} or state <> 'admitted')
    ), pack as (
      select exposures.design_id, dealt, mine.design_id is null as fresh, sha256(
          (select seed from rounds where id = ${roundId}) || uuid_send(${pseudonymId}::uuid)
          || uuid_send(exposures.design_id)
        ) as key
      from exposures left join mine on mine.design_id = exposures.design_id
      where exposures.round_id = ${roundId} and exposures.stage = ${stage}
        and (mine.design_id is null or mine.state = 'expired')
        and not exists (select from barred where barred.id = exposures.design_id)
    ), allowed as (
      select *, row_number() over (partition by fresh order by dealt, key, design_id) as nth from pack
    ), chosen as (
      select design_id, row_number() over (order by dealt, key, design_id) as place from allowed
      where not fresh or nth <= ${cap}::int - (select count(*) from mine)
      order by place limit ${size}
    ), shown as (
      update exposures set dealt = dealt + 1 from chosen
      where round_id = ${roundId} and stage = ${stage} and exposures.design_id = chosen.design_id
    )
    insert into deals (round_id, pseudonym_id, design_id, stage, hand, place, dealt_at, expires_at)
    select ${roundId}, ${pseudonymId}, design_id, ${stage},
      (select coalesce(max(hand), 0) + 1 from mine), place, now, now + make_interval(hours => ${hours}::int)
    from chosen, shop_now() as now
    on conflict (pseudonym_id, stage, design_id) do update set state = 'open', hand = excluded.hand,
      place = excluded.place, dealt_at = excluded.dealt_at, expires_at = excluded.expires_at, answered_at = null
    returning hand, design_id`.execute(trx);
  return rows;
}

export interface HandRow {
  readonly id: string;
  readonly design_id: string;
  readonly state: string;
  readonly expires_at: Date;
  readonly stars: number | null;
  readonly would_wear: boolean | null;
  readonly size: string | null;
  readonly note: string | null;
}

/** A hand as it was laid out, with the answers so far. */
export function listHand(db: Database | Trx, pseudonymId: string, stage: Stage, hand: number): Promise<HandRow[]> {
  return db
    .selectFrom('deals')
    .leftJoin('ratings', (join) =>
      join.onRef('ratings.pseudonym_id', '=', 'deals.pseudonym_id').onRef('ratings.design_id', '=', 'deals.design_id'),
    )
    .leftJoin('notes', (join) =>
      join.onRef('notes.pseudonym_id', '=', 'deals.pseudonym_id').onRef('notes.design_id', '=', 'deals.design_id'),
    )
    .select([
      'deals.id',
      'deals.design_id',
      'deals.state',
      'deals.expires_at',
      'ratings.stars',
      'ratings.would_wear',
      'ratings.size',
      'notes.body as note',
    ])
    .where('deals.pseudonym_id', '=', pseudonymId)
    .where('deals.stage', '=', stage)
    .where('deals.hand', '=', hand)
    .where('deals.state', '!=', 'expired')
    .orderBy('deals.place')
    .execute();
}
