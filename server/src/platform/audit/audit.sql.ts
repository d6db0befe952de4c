import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database, Trx } from '../db/database.ts';

export interface Act {
  readonly actor: { id: string; name: string } | null;
  readonly act: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details?: Record<string, unknown>;
}

/** Writes what an operator (or, without an actor, a job) did, in the act's own transaction. Gives its id. */
export async function audit(trx: Trx, entry: Act): Promise<string> {
  const { id } = await trx
    .insertInto('audit_log')
    .values({
      actor_id: entry.actor?.id ?? null,
      actor_name: entry.actor?.name ?? 'Fraisier',
      act: entry.act,
      subject_type: entry.subjectType,
      subject_id: entry.subjectId,
      details: JSON.stringify(entry.details ?? {}, wellFormed),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Half of a character is none, and Postgres refuses the whole for it. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

export interface AuditFilter {
  /** Each word is found in what was written, or in the title of a design that the act was about. */
  readonly words?: string | undefined;
  readonly act?: string | undefined;
  /** A member's id; `shop` for what the site did by itself. */
  readonly actor?: string | undefined;
  /** An id, or the address of a round or run: on it, or naming it. */
  readonly subject?: string | undefined;
  /** Days of the shop's calendar, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface AuditRow {
  readonly id: string;
  readonly happened_at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly act: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly details: unknown;
  readonly mentions: string[];
}

interface Span {
  readonly limit: number;
  readonly order: 'newest' | 'oldest';
  /** Only what stands beyond this row, in the order asked for. */
  readonly after?: string | undefined;
  /** Only what stands before this row in time, whatever the order. */
  readonly until?: string | undefined;
}

export async function listActs(db: Database, filter: AuditFilter, span: Span): Promise<AuditRow[]> {
  const newest = span.order === 'newest';
  let query = db
    .selectFrom('audit_log')
    .select([
      'id',
      'happened_at',
      'actor_id',
      'actor_name',
      'act',
      'subject_type',
      'subject_id',
      'details',
      sql<string[]>`mentions`.as('mentions'),
    ])
    .orderBy('id', newest ? 'desc' : 'asc')
    .limit(span.limit);
  if (span.after) query = query.where('id', newest ? '<' : '>', span.after);
  if (span.until) query = query.where('id', '<', span.until);
  if (filter.act) query = query.where('act', '=', filter.act);
  if (filter.actor === 'shop') query = query.where('actor_id', 'is', null);
  else if (filter.actor) query = query.where('actor_id', '=', filter.actor);
  if (filter.subject) query = query.where(sql<SqlBool>`mentions @> array[${filter.subject}]::text[]`);
  if (filter.from) query = query.where('happened_at', '>=', startOf(filter.from, 0));
  if (filter.to) query = query.where('happened_at', '<', startOf(filter.to, 1));
  for (const word of await plainWords(db, filter.words)) query = query.where(await says(db, word));
  return query.execute();
}

/** A day begins when the shop's clock on the wall says so. */
function startOf(day: string, later: number): RawBuilder<Date> {
  return sql<Date>`((${day}::date + ${later}::int)::timestamp at time zone (select time_zone from shop_settings))`;
}

const MOST_WORDS = 8;
const ADDRESS = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|2[0-9]{3}-(0[1-9]|1[0-2])(-[1-9][0-9]*)?)$/i;

/** What is typed, as the log keeps its words. Ids, and the addresses of rounds and runs, stay whole. */
async function plainWords(db: Database, typed = ''): Promise<string[]> {
  const given = typed.split(/\s+/).filter((one) => one !== '');
  if (given.length === 0) return [];
  const whole = given.filter((one) => ADDRESS.test(one)).map((one) => one.toLowerCase());
  const rest = given.filter((one) => !ADDRESS.test(one)).join(' ');
  const { rows } = await sql<{ plain: string }>`select plain_words(${rest}) as plain`.execute(db);
  return [...whole, ...rows[0]!.plain.split(' ')].filter((one) => one !== '').slice(0, MOST_WORDS);
}

/** Words in the log, or an act that mentions what has them in its title. */
async function says(db: Database, word: string): Promise<RawBuilder<SqlBool>> {
  if (ADDRESS.test(word)) return sql<SqlBool>`mentions @> array[${word}]::text[]`;
  // What is left of a word has no sign that means anything to a query.
  const start = sql`to_tsquery('simple', ${`${word}:*`})`;
  const { rows } = await sql<{ id: string }>`
    with titled as materialized (select id from designs where to_tsvector('simple', plain_words(title)) @@ ${start})
    select id from titled
    union all select bounties.id from bounties join titled on titled.id = design_id
    union all select payment.id from payout_payments as payment
      join bounties on bounties.id = payment.bounty_id join titled on titled.id = design_id
    union all select print.id from print_orders as print
      join runs on runs.id = run_id join titled on titled.id = design_id`.execute(db);
  const ids = rows.map(({ id }) => id);
  // A union and no `or`: Postgres takes any word for a common one, and would walk the whole log for a rare one.
  return sql<SqlBool>`audit_log.id in (
    select id from audit_log where words @@ ${start}
    union select id from audit_log where mentions && ${ids}::text[])`;
}

/** Who has done something, by the name they last did it under. One look into the index for each. */
export async function listActors(db: Database): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive actors as (
      (select actor_id, actor_name from audit_log where actor_id is not null order by actor_id, id desc limit 1)
      union all
      select next.actor_id, next.actor_name from actors, lateral (
        select actor_id, actor_name from audit_log where actor_id > actors.actor_id order by actor_id, id desc limit 1
      ) as next
    )
    select actor_id as id, actor_name as name from actors order by actor_name`.execute(db);
  return rows;
}
