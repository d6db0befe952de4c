import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import type { Stage } from './ballots.sql.ts';
import type { SealedVote } from './seal-vote.ts';

/** Everything here takes many votes of many voters at once: a vote alone is a list of one. */

interface Table {
  readonly roundId: string;
  readonly stage: Stage;
}

interface Asked {
  readonly memberId: string;
  readonly design: string;
}

/** Holds the deals that are about to be answered, in the order in which everyone takes them. */
export async function lockDeals(trx: Trx, { roundId, stage }: Table, votes: readonly Asked[]): Promise<void> {
  await sql`
    select deals.id
    from unnest(${votes.map((vote) => vote.memberId)}::uuid[], ${votes.map((vote) => vote.design)}::uuid[])
      as asked (member_id, design_id)
    join pseudonyms on pseudonyms.round_id = ${roundId} and pseudonyms.member_id = asked.member_id
    join deals on deals.pseudonym_id = pseudonyms.id and stage = ${stage} and deals.design_id = asked.design_id
    order by deals.design_id, deals.pseudonym_id
    for update of deals`.execute(trx);
}

export interface VoteRow {
  /** The round's end has passed, although no job has frozen it yet. */
  readonly late: boolean;
  readonly joined_at: Date;
  readonly own: boolean;
  readonly pseudonym_id: string | null;
  readonly deal_id: string | null;
  readonly deal_state: 'open' | 'rated' | 'skipped' | 'expired' | null;
  /** The rating as it stands, with what proves it. */
  readonly stars: number | null;
  readonly would_wear: boolean | null;
  readonly size: string | null;
  readonly line: string | null;
  readonly leaf: Buffer | null;
  readonly salt: Buffer | null;
  readonly payload: string | null;
  readonly note: string | null;
}

/** What the rules look at, for each vote in the order asked. Under `lockDeals`, so that it stays true. */
export async function readVotes(trx: Trx, { roundId, stage }: Table, votes: readonly Asked[]): Promise<VoteRow[]> {
  const { rows } = await sql<VoteRow>`
    select (select freeze_due_at <= shop_now() from rounds where id = ${roundId}) as late,
      joined_at, coalesce(designer_id = members.id, false) as own, pseudonyms.id as pseudonym_id,
      deals.id as deal_id, deals.state as deal_state, ratings.stars, ratings.would_wear, ratings.size,
      ballot_log.line, ballot_log.leaf, salt, payload, notes.body as note
    from unnest(${votes.map((vote) => vote.memberId)}::uuid[], ${votes.map((vote) => vote.design)}::uuid[])
      with ordinality as asked (member_id, design_id, nth)
    join members on members.id = asked.member_id
    left join designs on designs.id = asked.design_id
    left join pseudonyms on pseudonyms.round_id = ${roundId} and pseudonyms.member_id = asked.member_id
    left join deals on deals.pseudonym_id = pseudonyms.id and stage = ${stage} and deals.design_id = asked.design_id
    left join ratings on ratings.pseudonym_id = pseudonyms.id and ratings.design_id = asked.design_id
    left join ballot_log on ballot_log.round_id = ${roundId} and ballot_log.leaf = ratings.leaf
    left join ballot_openings on ballot_openings.round_id = ${roundId} and ballot_openings.leaf = ratings.leaf
    left join notes on notes.pseudonym_id = pseudonyms.id and notes.design_id = asked.design_id
    order by nth`.execute(trx);
  return rows;
}

export interface NewRating extends SealedVote {
  readonly pseudonymId: string;
  readonly design: string;
  readonly stars: number;
  readonly wouldWear: boolean;
  readonly size: string | null;
}

export interface DealAnswer {
  readonly dealId: string;
  readonly state: 'rated' | 'skipped';
}

export interface NoteChange {
  readonly pseudonymId: string;
  readonly design: string;
  /** Empty takes the word back. */
  readonly body: string;
}

export interface Votes {
  readonly ratings: readonly NewRating[];
  readonly answers: readonly DealAnswer[];
  readonly notes: readonly NoteChange[];
}

const column = <Row, K extends keyof Row>(rows: readonly Row[], name: K) => rows.map((row) => row[name]);

/**
 * All that votes write, in one statement: the log's lines, what opens them, the ratings that stand, the answered deals,
 * and the words to the designers, which wait for moderation again when they change.
 */
export async function writeVotes(trx: Trx, roundId: string, { ratings, answers, notes }: Votes): Promise<void> {
  if (ratings.length + answers.length + notes.length === 0) return;
  await sql`
    with cast_now as (
      select * from unnest(
        ${column(ratings, 'pseudonymId')}::uuid[], ${column(ratings, 'design')}::uuid[],
        ${column(ratings, 'stars')}::smallint[], ${column(ratings, 'wouldWear')}::boolean[],
        ${column(ratings, 'size')}::text[], ${column(ratings, 'line')}::text[],
        ${column(ratings, 'leaf')}::bytea[], ${column(ratings, 'salt')}::bytea[], ${column(ratings, 'payload')}::text[]
      ) as rating (pseudonym_id, design_id, stars, would_wear, size, line, leaf, salt, payload)
    ), logged as (
      insert into ballot_log (round_id, kind, line, leaf) select ${roundId}, 'ballot', line, leaf from cast_now
    ), sealed as (
      insert into ballot_openings (round_id, leaf, salt, payload)
      select ${roundId}, leaf, salt, payload from cast_now
    ), answered as (
      update deals set state = answer.state, answered_at = shop_now()
      from unnest(${column(answers, 'dealId')}::uuid[], ${column(answers, 'state')}::text[]) as answer (id, state)
      where deals.id = answer.id
    ), said as (
      select * from unnest(
        ${column(notes, 'pseudonymId')}::uuid[], ${column(notes, 'design')}::uuid[], ${column(notes, 'body')}::text[]
      ) as note (pseudonym_id, design_id, body)
    ), taken_back as (
      delete from notes using said
      where (notes.pseudonym_id, notes.design_id) = (said.pseudonym_id, said.design_id) and said.body = ''
    ), noted as (
      insert into notes (round_id, pseudonym_id, design_id, body)
      select ${roundId}, pseudonym_id, design_id, body from said where body <> ''
      on conflict (pseudonym_id, design_id) do update
      set body = excluded.body, state = 'pending', moderated_by = null, moderated_at = null
    )
    insert into ratings (round_id, pseudonym_id, design_id, stars, would_wear, size, leaf)
    select ${roundId}, pseudonym_id, design_id, stars, would_wear, size, leaf from cast_now
    on conflict (pseudonym_id, design_id) do update set stars = excluded.stars,
      would_wear = excluded.would_wear, size = excluded.size, leaf = excluded.leaf`.execute(trx);
}

/** Answers to deals that had gone back to the pack: those designs were shown after all. Under `lockDealing`. */
export async function countShownAfterAll(
  trx: Trx,
  { roundId, stage }: Table,
  designIds: readonly string[],
): Promise<void> {
  await sql`
    update exposures set dealt = dealt + shown.times
    from (select design_id, count(*) as times from unnest(${designIds}::uuid[]) as one (design_id) group by 1) as shown
    where round_id = ${roundId} and stage = ${stage} and exposures.design_id = shown.design_id`.execute(trx);
}
