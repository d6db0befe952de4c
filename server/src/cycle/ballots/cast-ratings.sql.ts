import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import { type RawBuilder, sql } from 'kysely';
import { type Database, isSerializationFailure } from '../../platform/db/database.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { DB } from '../../platform/db/schema.ts';
import type { Stage } from './ballots.sql.ts';
import type { SealedVote } from './seal-vote.ts';

/** Everything here takes many votes of many voters at once: a vote alone is a list of one. */

/** Whose vote: of an account, or of whom a session belongs to while it lasts. */
export type VoteBy = { readonly memberId: string } | { readonly session: string };

export type AskedVote = VoteBy & { readonly design: string };

export interface VoteRow {
  /** Null when there is no such account, or no such session any more. */
  readonly member_id: string | null;
  readonly joined_at: Date | null;
  readonly session_ends_at: Date | null;
  /** Null when there is no such round. */
  readonly round_id: string | null;
  readonly phase: RoundPhase | null;
  readonly final_at: Date | null;
  /** The round's end has passed, although no job has frozen it yet. */
  readonly late: boolean | null;
  readonly own: boolean;
  readonly pseudonym_id: string | null;
  readonly deal_id: string | null;
  readonly deal_state: DealState | null;
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

type DealState = 'open' | 'rated' | 'skipped' | 'expired';

/**
 * What the rules look at, for each vote in the order asked. Nothing is held: `writeVotes` writes only if it is still
 * so. The session is looked at here, where the vote is, so that no vote comes after its sign-out.
 */
export async function readVotes(db: Database, slug: string, votes: readonly AskedVote[]): Promise<VoteRow[]> {
  const sessions = votes.map((vote) => ('session' in vote ? vote.session : null));
  const members = votes.map((vote) => ('memberId' in vote ? vote.memberId : null));
  const designs = votes.map((vote) => vote.design);
  const { rows } = await sql<VoteRow>`${prepared('read_votes')}
    with place as materialized (
      -- A phase without votes has no deals of its own: whether the design was dealt is not what is wrong then.
      select id, phase, case phase when 'final' then 'final' else 'voting' end as stage, final_at,
        freeze_due_at <= shop_now() as late
      from rounds where slug = ${slug}
    )
    select members.id as member_id, joined_at, sessions.expires_at as session_ends_at,
      place.id as round_id, place.phase, place.final_at, place.late,
      coalesce(designer_id = members.id, false) as own, pseudonyms.id as pseudonym_id,
      deals.id as deal_id, deals.state as deal_state, ratings.stars, ratings.would_wear, ratings.size,
      ballot_log.line, ballot_log.leaf, salt, payload, notes.body as note
    from unnest(${list(sessions, 'text')}, ${list(members, 'uuid')}, ${list(designs, 'uuid')})
      with ordinality as asked (session, member_id, design_id, nth)
    left join place on true
    ${byKey('sessions', sql`token = asked.session and expires_at > clock_timestamp()`)}
    ${byKey('members', sql`id = coalesce(asked.member_id, sessions.member_id) and erased_at is null`)}
    ${byKey('designs', sql`id = asked.design_id`)}
    ${byKey('pseudonyms', sql`round_id = place.id and member_id = members.id`)}
    ${byKey('deals', sql`pseudonym_id = pseudonyms.id and stage = place.stage and design_id = asked.design_id`)}
    ${byKey('ratings', sql`pseudonym_id = pseudonyms.id and design_id = asked.design_id`)}
    ${byKey('ballot_log', sql`round_id = place.id and leaf = ratings.leaf`)}
    ${byKey('ballot_openings', sql`round_id = place.id and leaf = ratings.leaf`)}
    ${byKey('notes', sql`pseudonym_id = pseudonyms.id and design_id = asked.design_id`)}
    order by nth`.execute(db);
  return rows;
}

/**
 * An array whose length the planner does not see. Else it would plan anew for each length, which takes longer than the
 * statement itself; so it keeps the one plan that fits all.
 */
function list(values: readonly unknown[], type: string): RawBuilder<unknown> {
  return sql`(select ${values}::${sql.raw(type)}[])`;
}

/**
 * Joins the one row, if any, that a unique key gives. `limit 1` keeps the planner from reading a whole table to join it
 * at once, which looks cheap as long as the table is small, and leaves it little to plan.
 */
function byKey(table: keyof DB, key: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`left join lateral (select * from ${sql.table(table)} where ${key} limit 1) as ${sql.ref(table)} on true`;
}

export interface NewRating extends SealedVote {
  readonly pseudonymId: string;
  readonly design: string;
  readonly stars: number;
  readonly wouldWear: boolean;
  readonly size: string | null;
  /** The leaf of the rating that stood when the vote was read; null when there was none. */
  readonly replaces: Buffer | null;
}

export interface DealAnswer {
  readonly dealId: string;
  readonly pseudonymId: string;
  readonly design: string;
  readonly from: DealState;
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

interface VotedRound {
  readonly id: string;
  readonly slug: string;
  readonly stage: Stage;
}

const column = <Row, K extends keyof Row>(rows: readonly Row[], name: K) => rows.map((row) => row[name]);

/**
 * All that votes write, in one statement that is its own transaction: the log's lines, what opens them, the ratings that
 * stand, the answered deals, and the words to the designers, which wait for moderation again when they change.
 *
 * False, and nothing written, when what was read is no longer so: the round has moved or ended, or someone else has
 * changed a rating or a deal. The round is held as `lockRound(…, 'share')` holds it, in the same order of asking: who
 * moves it waits for votes in flight and lets none in after. Rows are taken by design and pseudonym, deals first, so that
 * two processes do not wait for each other in a circle.
 */
export async function writeVotes(db: Database, round: VotedRound, votes: Votes): Promise<boolean> {
  const ratings = votes.ratings.toSorted(byPlace);
  const answers = votes.answers.toSorted(byPlace);
  const notes = votes.notes.toSorted(byPlace);
  const replaced = ratings.flatMap((rating) => rating.replaces ?? []);
  const late = answers.filter((answer) => answer.from === 'expired').map((answer) => answer.design);
  // What most votes do not need costs them nothing: each form is a statement of its own.
  const name = `write_votes${notes.length > 0 ? '_noted' : ''}${late.length > 0 ? '_late' : ''}`;
  try {
    await sql`${prepared(name)}
      with turn as materialized (
        select pg_advisory_xact_lock_shared(hashtextextended('round/' || ${round.slug}::text, 0))
      ), held as materialized (
        select rounds.id, phase, freeze_due_at from turn, rounds where rounds.id = ${round.id} for share of rounds
      ), timed as materialized (
        select held.*, shop_now() as now from held
      ), open as materialized (
        select id, now from timed where phase = ${round.stage} and freeze_due_at > now
      ), answer as (
        select * from unnest(
          ${list(column(answers, 'dealId'), 'uuid')}, ${list(column(answers, 'from'), 'text')}, ${list(column(answers, 'state'), 'text')}
        ) as answer (deal_id, was, said)
      ), kept as materialized (
        -- In the order of the answers, which are sorted.
        select deal.id, said from open, answer, lateral (
          select id from deals where id = deal_id and state = was limit 1 for update
        ) as deal
      ), answered as (
        update deals set answered_at = (select now from open),
          state = case when id = any(array(select id from kept where said = 'skipped')) then 'skipped' else 'rated' end
        where id = any(array(select id from kept)) returning 1
      ), cast_now as materialized (
        select open.id as round_id, rating.* from open, (select count(*) from kept) as first, unnest(
          ${list(column(ratings, 'pseudonymId'), 'uuid')}, ${list(column(ratings, 'design'), 'uuid')},
          ${list(column(ratings, 'stars'), 'smallint')}, ${list(column(ratings, 'wouldWear'), 'boolean')},
          ${list(column(ratings, 'size'), 'text')}, ${list(column(ratings, 'line'), 'text')},
          ${list(column(ratings, 'leaf'), 'bytea')}, ${list(column(ratings, 'salt'), 'bytea')}, ${list(column(ratings, 'payload'), 'text')}
        ) as rating (pseudonym_id, design_id, stars, would_wear, size, line, leaf, salt, payload)
      ), logged as (
        insert into ballot_log (round_id, kind, line, leaf) select round_id, 'ballot', line, leaf from cast_now
      ), sealed as (
        insert into ballot_openings (round_id, leaf, salt, payload) select round_id, leaf, salt, payload from cast_now
      ), rated as (
        insert into ratings (round_id, pseudonym_id, design_id, stars, would_wear, size, leaf)
        select round_id, pseudonym_id, design_id, stars, would_wear, size, leaf from cast_now
        on conflict (pseudonym_id, design_id) do update set stars = excluded.stars,
          would_wear = excluded.would_wear, size = excluded.size, leaf = excluded.leaf
        where ratings.leaf = any(${replaced}::bytea[])
        returning 1
      )${notes.length > 0 ? sayNotes(notes) : sql``}${late.length > 0 ? countShownAfterAll(round, late) : sql``}
      select require_unchanged(
        (select count(*) from open) = 1 and (select count(*) from rated) = ${ratings.length}::int
        and (select count(*) from answered) = ${answers.length}::int
      )`.execute(db);
    return true;
  } catch (error) {
    if (isSerializationFailure(error)) return false;
    throw error;
  }
}

interface Placed {
  readonly design: string;
  readonly pseudonymId: string;
}

function byPlace(a: Placed, b: Placed): number {
  if (a.design !== b.design) return a.design < b.design ? -1 : 1;
  return a.pseudonymId < b.pseudonymId ? -1 : a.pseudonymId > b.pseudonymId ? 1 : 0;
}

function sayNotes(notes: readonly NoteChange[]) {
  return sql`, said as (
    select * from open, unnest(
      ${list(column(notes, 'pseudonymId'), 'uuid')}, ${list(column(notes, 'design'), 'uuid')}, ${list(column(notes, 'body'), 'text')}
    ) as note (pseudonym_id, design_id, body)
  ), taken_back as (
    delete from notes where id = any(array(
      select notes.id from said ${byKey('notes', sql`pseudonym_id = said.pseudonym_id and design_id = said.design_id`)}
      where said.body = ''
    ))
  ), noted as (
    insert into notes (round_id, pseudonym_id, design_id, body)
    select id, pseudonym_id, design_id, body from said where body <> ''
    on conflict (pseudonym_id, design_id) do update
    set body = excluded.body, state = 'pending', moderated_by = null, moderated_at = null
  )`;
}

/** Answers to deals that had gone back to the pack: those designs were shown after all. Under the lock of `lockDealing`. */
function countShownAfterAll(round: VotedRound, designIds: readonly string[]) {
  return sql`, dealing as materialized (
    select pg_advisory_xact_lock(hashtextextended('dealing/' || ${round.id}::text || '/' || ${round.stage}::text, 0))
    from (select count(*) from kept) as first
  ), shown as (
    update exposures set dealt = dealt + late.times
    from dealing, (
      select design_id, count(*) as times from unnest(${list(designIds, 'uuid')}) as one (design_id) group by 1
    ) as late
    where exposures.round_id = ${round.id} and stage = ${round.stage} and exposures.design_id = late.design_id
  )`;
}
