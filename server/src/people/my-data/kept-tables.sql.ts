import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';
import type { DB } from '../../platform/db/schema.ts';

/** Whose rows are read. */
export interface Owner {
  readonly id: string;
  readonly addresses: readonly { readonly address: string; readonly since: Date | null; readonly until: Date | null }[];
}

/** Rows of one table that are somebody's, as they stand: a column that is added later is copied without a word here. */
export interface KeptTable {
  readonly table: keyof DB;
  /** Which rows of `t` are theirs. */
  readonly mine: (owner: Owner) => RawBuilder<SqlBool>;
  /** Secrets, and who of the workshop did something. */
  readonly without?: readonly string[];
  /** What makes a row readable by itself, as jsonb. */
  readonly plus?: RawBuilder<unknown> | ((owner: Owner) => RawBuilder<unknown>);
  readonly by: string;
}

const of = (column: string) => (owner: Owner) => sql<SqlBool>`${sql.ref(`t.${column}`)} = ${owner.id}`;
const fromThem = (owner: Owner, column: string) => {
  const spans = owner.addresses.map(
    ({ address, since, until }) => sql<SqlBool>`(${sql.ref(`t.${column}`)} = ${address}
      and uuid_extract_timestamp(t.id) between coalesce(${since}::timestamptz, '-infinity')
        and coalesce(${until}::timestamptz, 'infinity'))`,
  );
  return sql<SqlBool>`(${sql.join(spans, sql` or `)})`;
};
const inDesigns = (owner: Owner) =>
  sql<SqlBool>`t.design_id in (select id from designs where designer_id = ${owner.id})`;
const inOrders = (owner: Owner) => sql<SqlBool>`t.order_id in (select id from orders where member_id = ${owner.id})`;
const inBallots = (owner: Owner) =>
  sql<SqlBool>`t.pseudonym_id in (select id from pseudonyms where member_id = ${owner.id})`;
const inBounties = (owner: Owner) =>
  sql<SqlBool>`t.bounty_id in (select id from bounties where designer_id = ${owner.id})`;

const round = sql`jsonb_build_object('round', (select slug from rounds where rounds.id = t.round_id))`;
const roundAndTitle = sql`jsonb_build_object(
  'round', (select slug from rounds where rounds.id = t.round_id),
  'title', (select title from designs where designs.id = t.design_id))`;
const run = sql`jsonb_build_object('run', (select slug from runs where runs.id = t.run_id))`;
const title = sql`jsonb_build_object('title', (select title from designs where designs.id = t.design_id))`;
// Whoever reads the copy must not sign in, or call something off, by a link of it.
const withoutTokens = sql`jsonb_build_object(
  'body_text', regexp_replace(t.body_text, '([?&]token=)[A-Za-z0-9_.-]+', '\\1…', 'g'))`;

/** Every file of JSON and the tables in it, each under its own name. */
export const keptTables = {
  account: [
    { table: 'members', mine: of('id'), by: 'id' },
    { table: 'delivery_addresses', mine: of('member_id'), by: 'member_id' },
    { table: 'sessions', mine: of('member_id'), by: 'created_at', without: ['token'] },
    { table: 'passkeys', mine: of('member_id'), by: 'created_at', without: ['public_key', 'credential_id', 'counter'] },
    {
      table: 'accounts',
      mine: of('member_id'),
      by: 'created_at',
      without: ['access_token', 'refresh_token', 'id_token', 'password'],
    },
    { table: 'email_changes', mine: of('member_id'), by: 'id', without: ['confirm_sha256'] },
    {
      table: 'unwanted_topics',
      mine: ({ addresses }) =>
        sql<SqlBool>`t.recipient in (${sql.join(addresses.filter((one) => one.until === null).map((one) => one.address))})`,
      by: 'topic',
    },
    { table: 'data_copies', mine: of('member_id'), by: 'asked_at' },
    { table: 'demo_people', mine: of('member_id'), by: 'key' },
  ],
  messages: [
    {
      table: 'contact_messages',
      mine: (owner) => sql<SqlBool>`(t.member_id = ${owner.id} or ${fromThem(owner, 'email')})`,
      by: 'id',
      without: ['answered_by'],
    },
  ],
  mails: [
    {
      table: 'mails',
      mine: (owner) => fromThem(owner, 'recipient'),
      by: 'id',
      without: ['body_html', 'last_error'],
      plus: withoutTokens,
    },
  ],
  designs: [
    { table: 'designs', mine: of('designer_id'), by: 'id', plus: round },
    { table: 'artworks', mine: inDesigns, by: 'id', without: ['storage_key'], plus: title },
    { table: 'design_decisions', mine: inDesigns, by: 'id', without: ['decided_by'], plus: title },
  ],
  votes: [
    { table: 'pseudonyms', mine: of('member_id'), by: 'id', plus: round },
    { table: 'deals', mine: inBallots, by: 'id', plus: roundAndTitle },
    { table: 'ratings', mine: inBallots, by: 'design_id', plus: roundAndTitle },
    { table: 'notes', mine: inBallots, by: 'id', without: ['moderated_by'], plus: roundAndTitle },
    {
      table: 'ballot_openings',
      // What a newer rating replaced is in the log for ever, and opens as well.
      mine: ({ id }) => sql<SqlBool>`(t.round_id, t.leaf) in (
        with recursive said (round_id, leaf, line) as (
          select log.round_id, log.leaf, log.line from pseudonyms
          join ratings on ratings.pseudonym_id = pseudonyms.id
          join ballot_log as log on (log.round_id, log.leaf) = (ratings.round_id, ratings.leaf)
          where member_id = ${id}
          union
          select older.round_id, older.leaf, older.line from said join ballot_log as older
            on older.round_id = said.round_id and older.leaf = decode(said.line::jsonb ->> 'replaces', 'hex')
        )
        select round_id, leaf from said)`,
      by: 'leaf',
      plus: sql`jsonb_build_object(
        'round', (select slug from rounds where rounds.id = t.round_id),
        'line', (select line from ballot_log where (ballot_log.round_id, ballot_log.leaf) = (t.round_id, t.leaf)))`,
    },
    { table: 'set_aside', mine: inBallots, by: 'set_aside_at', without: ['cluster_id'], plus: round },
    { table: 'appeals', mine: inBallots, by: 'id', without: ['decided_by'], plus: round },
    { table: 'voter_networks', mine: inBallots, by: 'pseudonym_id' },
  ],
  orders: [
    { table: 'orders', mine: of('member_id'), by: 'id', without: ['request_sha256', 'idempotency_key'], plus: run },
    { table: 'payments', mine: inOrders, by: 'id' },
    { table: 'pieces', mine: inOrders, by: 'number', plus: run },
    { table: 'invoices', mine: inOrders, by: 'number' },
    { table: 'recommendations', mine: inOrders, by: 'order_id' },
  ],
  bounties: [
    {
      table: 'bounties',
      mine: of('designer_id'),
      by: 'id',
      without: ['iban_sealed', 'social_security_sealed'],
      plus: roundAndTitle,
    },
    {
      table: 'iban_changes',
      mine: inBounties,
      by: 'id',
      without: ['iban_sealed', 'cancel_sha256', 'decided_by', 'requested_by'],
    },
    { table: 'payout_payments', mine: inBounties, by: 'id', without: ['settled_by', 'reason', 'reason_code'] },
    {
      table: 'secret_readings',
      mine: ({ id }) => sql<SqlBool>`(t.subject_type = 'bounty' and t.subject_id in (
          select id from bounties where designer_id = ${id})
        or t.subject_type = 'iban-change' and t.subject_id in (
          select iban_changes.id from iban_changes join bounties on bounties.id = bounty_id where designer_id = ${id}))`,
      by: 'id',
      without: ['read_by'],
    },
  ],
  letters: [{ table: 'letters', mine: of('designer_id'), by: 'written_at', plus: roundAndTitle }],
  acts: [
    {
      table: 'audit_log',
      mine: ({ id }) => sql<SqlBool>`(t.actor_id = ${id} or t.subject_id = ${id})`,
      by: 'id',
      // What an operator did may tell of others; what they did it to has its name elsewhere.
      without: ['details', 'words', 'mentions', 'actor_name', 'actor_id'],
      plus: ({ id }) => sql`jsonb_build_object('by_you', t.actor_id is not distinct from ${id}::uuid)`,
    },
  ],
} as const satisfies Readonly<Record<string, readonly KeptTable[]>>;

export type CopyFile = keyof typeof keptTables;

/** The rows of one table that are theirs. */
export async function readKept(
  db: Database,
  { table, mine, without = [], plus = sql`'{}'::jsonb`, by }: KeptTable,
  owner: Owner,
): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select (to_jsonb(t) - ${[...without]}::text[]) || ${typeof plus === 'function' ? plus(owner) : plus} as row
    from ${sql.table(table)} as t where ${mine(owner)} order by ${sql.ref(`t.${by}`)}`.execute(db);
  return rows.map(({ row }) => row);
}

export interface OwnArtwork {
  readonly id: string;
  readonly key: string;
  readonly format: string;
  readonly title: string;
  readonly round: string;
  readonly at: Date;
}

/** The files that were handed in, every version. */
export async function listOwnArtworks(db: Database, memberId: string): Promise<OwnArtwork[]> {
  const { rows } = await sql<OwnArtwork>`
    select artworks.id, storage_key as key, format, title, slug as round, uploaded_at as at
    from artworks join designs on designs.id = design_id join rounds on rounds.id = round_id
    where designer_id = ${memberId} order by artworks.id`.execute(db);
  return rows;
}

export interface OwnPapers {
  readonly invoices: readonly { readonly number: string; readonly orderId: string }[];
  readonly letters: readonly { readonly designId: string; readonly round: string }[];
  readonly bounties: readonly { readonly id: string; readonly round: string; readonly contract: boolean }[];
}

export async function listOwnPapers(db: Database, memberId: string): Promise<OwnPapers> {
  const [invoices, letters, bounties] = await Promise.all([
    sql<{ number: string; orderId: string }>`
      select invoices.number, order_id as "orderId" from invoices join orders on orders.id = order_id
      where member_id = ${memberId} order by invoices.number`.execute(db),
    sql<{ designId: string; round: string }>`
      select design_id as "designId", slug as round from letters join rounds on rounds.id = round_id
      where designer_id = ${memberId} order by slug, design_id`.execute(db),
    sql<{ id: string; round: string; contract: boolean }>`
      select bounties.id, slug as round, contract_text is not null and contract_sha256 is not null as contract
      from bounties join rounds on rounds.id = round_id
      where designer_id = ${memberId} and legal_name is not null order by slug, bounties.id`.execute(db),
  ]);
  return { invoices: invoices.rows, letters: letters.rows, bounties: bounties.rows };
}
