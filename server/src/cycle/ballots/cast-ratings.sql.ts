import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import { type RawBuilder, sql } from 'kysely';
import { type Database, isSerializationFailure, isUniqueViolation } from '../../platform/db/database.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { DB } from '../../platform/db/schema.ts';
import type { Stage } from './ballots.sql.ts';
import type { SealedVote } from './seal-vote.ts';

/** Everything here takes many votes of many voters at once: a vote alone is a list of one. */

/**
 * Whose vote: of an account, or of whom a session belongs to while it lasts, who is `voter` where the sender says who gave
 * it.
 */
export type VoteBy = { readonly memberId: string } | { readonly session: string; readonly voter?: string | undefined };

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
  /** The rating as it stands, and the leaf of its line. */
  readonly stars: number | null;
  readonly would_wear: boolean | null;
  readonly size: string | null;
  readonly leaf: Buffer | null;
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
      deals.id as deal_id, deals.state as deal_state, ratings.stars, ratings.would_wear, ratings.size, ratings.leaf,
      notes.body as note
    from unnest(${sessions}::text[], ${members}::uuid[], ${designs}::uuid[])
      with ordinality as asked (session, member_id, design_id, nth)
    left join place on true
    ${byKey('sessions', ['member_id', 'expires_at'], sql`token = asked.session and expires_at > clock_timestamp()`)}
    ${byKey('members', ['id', 'joined_at'], sql`id = coalesce(asked.member_id, sessions.member_id) and erased_at is null`)}
    ${byKey('designs', ['designer_id'], sql`id = asked.design_id`)}
    ${byKey('pseudonyms', ['id'], sql`round_id = place.id and member_id = members.id`)}
    ${byKey('deals', ['id', 'state'], sql`pseudonym_id = pseudonyms.id and stage = place.stage and design_id = asked.design_id`)}
    ${byKey('ratings', ['pseudonym_id', 'stars', 'would_wear', 'size', 'leaf'], sql`pseudonym_id = pseudonyms.id and design_id = asked.design_id`)}
    -- A word comes with a rating: where there is none, nothing is looked for.
    ${byKey('notes', ['body'], sql`pseudonym_id = ratings.pseudonym_id and design_id = asked.design_id`)}
    order by nth`.execute(db);
  return rows;
}

/**
 * Joins the one row, if any, that a unique key gives. `limit 1` keeps the planner from reading a whole table to join it
 * at once, which looks cheap as long as the table is small, and leaves it little to plan.
 */
function byKey<T extends keyof DB>(table: T, columns: readonly (keyof DB[T] & string)[], key: RawBuilder<unknown>) {
  const read = sql.join(columns.map((column) => sql.ref(column)));
  return sql`left join lateral (select ${read} from ${sql.table(table)} where ${key} limit 1) as ${sql.ref(table)} on true`;
}

/** What proves ratings that stand, by the hex of their leaves. One that was erased meanwhile has none. */
export async function readProofs(
  db: Database,
  roundId: string,
  leaves: readonly Buffer[],
): Promise<Map<string, SealedVote>> {
  const { rows } = await sql<SealedVote>`${prepared('read_proofs')}
    select ballot_log.line, asked.leaf, ballot_openings.salt, ballot_openings.payload
    from unnest(${leaves}::bytea[]) as asked (leaf)
    ${byKey('ballot_log', ['line'], sql`round_id = ${roundId} and leaf = asked.leaf`)}
    ${byKey('ballot_openings', ['salt', 'payload'], sql`round_id = ${roundId} and leaf = asked.leaf`)}
    where payload is not null`.execute(db);
  return new Map(rows.map((row) => [row.leaf.toString('hex'), row]));
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
  const changed = ratings.filter((rating) => rating.replaces !== null);
  const late = answers.filter((answer) => answer.from === 'expired').map((answer) => answer.design);
  // What most votes do not need costs them nothing: each form is a statement of its own.
  const forms = { noted: notes.length > 0, late: late.length > 0, changed: changed.length > 0 };
  const name = ['write_votes', ...Object.keys(forms).filter((form) => forms[form as keyof typeof forms])].join('_');
  try {
    await sql`${prepared(name)}
      with turn as materialized (
        select pg_advisory_xact_lock_shared(hashtextextended('round/' || ${round.slug}::text, 0))
      ), held as materialized (
        select rounds.id, phase, freeze_due_at from turn, rounds where rounds.id = ${round.id} for share of rounds
      ), open as materialized (
        -- The clock is read once the round is held, and once.
        select id, now from (select held.*, shop_now() as now from held offset 0) as timed
        where phase = ${round.stage} and freeze_due_at > now
      ), dealt as materialized (
        select deal.ctid as at, now, was, said from open, unnest(
          ${column(answers, 'dealId')}::uuid[], ${column(answers, 'from')}::text[], ${column(answers, 'state')}::text[]
        ) as answer (deal_id, was, said),
        lateral (select ctid from deals where id = deal_id limit 1) as deal
      ), answered as (
        -- In the order of the answers, which are sorted. A row that somebody changed meanwhile stands elsewhere.
        update deals set state = said, answered_at = now from dealt where deals.ctid = at and state = was returning 1
      ), cast_now as materialized (
        select open.id as round_id, rating.* from open, (select count(*) from answered) as first, unnest(
          ${column(ratings, 'pseudonymId')}::uuid[], ${column(ratings, 'design')}::uuid[],
          ${column(ratings, 'stars')}::smallint[], ${column(ratings, 'wouldWear')}::boolean[],
          ${column(ratings, 'size')}::text[], ${column(ratings, 'line')}::text[], ${column(ratings, 'leaf')}::bytea[],
          ${column(ratings, 'salt')}::bytea[], ${column(ratings, 'payload')}::text[],
          ${forms.changed ? column(ratings, 'replaces') : []}::bytea[]
        ) as rating (pseudonym_id, design_id, stars, would_wear, size, line, leaf, salt, payload, replaces)
      ), logged as (
        insert into ballot_log (round_id, kind, line, leaf) select round_id, 'ballot', line, leaf from cast_now
      ), sealed as (
        insert into ballot_openings (round_id, leaf, salt, payload) select round_id, leaf, salt, payload from cast_now
      ), rated as (
        insert into ratings (round_id, pseudonym_id, design_id, stars, would_wear, size, leaf)
        select round_id, pseudonym_id, design_id, stars, would_wear, size, leaf from cast_now
        ${forms.changed ? sql`where replaces is null` : sql``}
      )${forms.changed ? changeRatings() : sql``}${forms.noted ? sayNotes(notes) : sql``}${forms.late ? countShownAfterAll(round, late) : sql``}
      select require_unchanged(
        (select count(*) from open) = 1 and (select count(*) from answered) = ${answers.length}::int
        ${forms.changed ? sql`and (select count(*) from changed) = ${changed.length}::int` : sql``}
      )`.execute(db);
    return true;
  } catch (error) {
    if (isSerializationFailure(error) || isUniqueViolation(error, 'ratings_pkey')) return false;
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

/** In the order of the votes, which are sorted. */
function changeRatings() {
  return sql`, standing as materialized (
    select rating.ctid as at, cast_now.* from cast_now, lateral (
      select ctid from ratings where pseudonym_id = cast_now.pseudonym_id and design_id = cast_now.design_id limit 1
    ) as rating
    where replaces is not null
  ), changed as (
    update ratings set stars = standing.stars, would_wear = standing.would_wear, size = standing.size,
      leaf = standing.leaf
    from standing where ratings.ctid = at and ratings.leaf = replaces returning 1
  )`;
}

function sayNotes(notes: readonly NoteChange[]) {
  return sql`, said as (
    select * from open, unnest(
      ${column(notes, 'pseudonymId')}::uuid[], ${column(notes, 'design')}::uuid[], ${column(notes, 'body')}::text[]
    ) as note (pseudonym_id, design_id, body)
  ), taken_back as (
    delete from notes where id = any(array(
      select notes.id from said ${byKey('notes', ['id'], sql`pseudonym_id = said.pseudonym_id and design_id = said.design_id`)}
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
    from (select count(*) from answered) as first
  ), shown as (
    update exposures set dealt = dealt + late.times
    from dealing, (
      select design_id, count(*) as times from unnest(${designIds}::uuid[]) as one (design_id) group by 1
    ) as late
    where exposures.round_id = ${round.id} and stage = ${round.stage} and exposures.design_id = late.design_id
  )`;
}
