import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

export interface Entry {
  readonly account: string;
  /** Debit is positive, credit negative. */
  readonly amountCents: number;
}

/** Gives the id, or null when this cause is booked already. Waits for another transaction that books the same cause. */
export async function insertTransaction(
  trx: Trx,
  row: { cause: string; description: string; booked_by: string | null },
): Promise<string | null> {
  const inserted = await trx
    .insertInto('ledger_transactions')
    .values(row)
    .onConflict((conflict) => conflict.column('cause').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}

export async function insertEntries(trx: Trx, transactionId: string, entries: readonly Entry[]): Promise<void> {
  await trx
    .insertInto('ledger_entries')
    .values(
      entries.map(({ account, amountCents }) => ({
        transaction_id: transactionId,
        account,
        amount_cents: amountCents,
      })),
    )
    .execute();
}

/** What the ledger still holds in reserve for the bounties of a round, in cents. */
export async function readReserve(db: Database | Trx, roundId: string): Promise<number> {
  const { rows } = await sql<{ cents: number }>`
    select coalesce(-sum(e.amount_cents), 0)::bigint as cents
    from ledger_entries e
    join ledger_transactions t on t.id = e.transaction_id
    where e.account = 'bounty_reserved'
      and t.cause in (
        select 'round:' || ${roundId}::text || suffix from unnest(array[':reserve', ':release']) suffix
        union all
        select 'bounty:' || b.id || ':owe' from bounties b where b.round_id = ${roundId})`.execute(db);
  return rows[0]?.cents ?? 0;
}

export async function countTransactions(trx: Trx, causePrefix: string): Promise<number> {
  const row = await trx
    .selectFrom('ledger_transactions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => eb.fn<boolean>('starts_with', ['cause', eb.val(causePrefix)]))
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface AccountRow {
  readonly code: string;
  readonly kind: 'asset' | 'liability' | 'income' | 'expense';
  readonly name_fr: string;
  readonly name_en: string;
}

export interface BalanceRow extends AccountRow {
  readonly debit_cents: number;
  readonly credit_cents: number;
}

/** The end of a day by the shop's calendar; null stays null and means now. */
const endOf = (on: string | null) =>
  sql<Date | null>`((${on}::date + 1)::timestamp at time zone (select time_zone from shop_settings))`;

/** What was booked until the end of a day. */
const until = (on: string | null) => sql<boolean>`(${on}::date is null or t.booked_at < ${endOf(on)})`;

/** Every account with its debits and credits until the end of a day. */
export async function readBalances(
  db: Database | Trx,
  on: string | null = null,
  account: string | null = null,
): Promise<BalanceRow[]> {
  const { rows } = await sql<BalanceRow>`
    select a.code, a.kind, a.name_fr, a.name_en,
      coalesce(sum(e.amount_cents) filter (where e.amount_cents > 0), 0)::bigint as debit_cents,
      coalesce(-sum(e.amount_cents) filter (where e.amount_cents < 0), 0)::bigint as credit_cents
    from ledger_accounts a
    left join (ledger_entries e join ledger_transactions t on t.id = e.transaction_id and ${until(on)})
      on e.account = a.code
    where ${account}::text is null or a.code = ${account}
    group by a.code
    order by array_position(array['asset', 'liability', 'income', 'expense'], a.kind), a.code`.execute(db);
  return rows;
}

export interface TransactionRow {
  readonly id: string;
  readonly cause: string;
  readonly description: string;
  readonly booked_at: Date;
  readonly round: string | null;
  readonly round_number: number | null;
  readonly bounty: string | null;
  readonly end_to_end_id: string | null;
  readonly payout: string | null;
  readonly run: string | null;
  readonly order: string | null;
  readonly numbers: number[] | null;
}

/** Newest first; one more than asked for, which tells whether there is another page. */
export async function listTransactionIds(
  db: Database,
  page: { on: string | null; cursor?: string | undefined; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from ledger_transactions t
    where (${page.cursor ?? null}::uuid is null or t.id < ${page.cursor ?? null}::uuid) and ${until(page.on)}
    order by t.id desc
    limit ${page.limit + 1}::int`.execute(db);
  return rows.map((row) => row.id);
}

/** Transactions with what their causes name: a round, a bounty, a transfer, or the order that was paid. Newest first. */
export async function describeTransactions(db: Database, ids: readonly string[]): Promise<TransactionRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<TransactionRow>`
    with page as (
      select id, cause, description, booked_at, split_part(cause, ':', 1) as kind,
        case when cause ~ '^[a-z]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:' then split_part(cause, ':', 2)::uuid end
          as subject
      from ledger_transactions
      where id = any(${ids}::uuid[]))
    select page.id, page.cause, page.description, page.booked_at,
      rounds.slug as round, rounds.number as round_number, bounties.id as bounty,
      transfers.end_to_end_id, transfers.payout_id as payout, runs.slug as run, orders.id as order,
      (select array_agg((item ->> 'number')::int order by (item ->> 'number')::int)
        from jsonb_array_elements(orders.items) item) as numbers
    from page
    left join payout_payments transfers on page.kind = 'payment' and transfers.id = page.subject
    left join payments on page.kind = 'payment' and payments.id = page.subject
    left join orders on orders.id = payments.order_id
    left join runs on runs.id = orders.run_id
    left join bounties on bounties.id = coalesce(transfers.bounty_id, case when page.kind = 'bounty' then page.subject end)
    left join rounds on rounds.id = coalesce(bounties.round_id, case when page.kind = 'round' then page.subject end)
    order by page.id desc`.execute(db);
  return rows;
}

export interface AccountEntryRow {
  readonly id: string;
  readonly transaction_id: string;
  readonly amount_cents: number;
  readonly balance_cents: number;
}

/** The entries of one account, newest first, each with the account's balance after it. */
export async function listAccountEntries(
  db: Database,
  page: { account: string; on: string | null; cursor?: string | undefined; limit: number },
): Promise<AccountEntryRow[]> {
  const { rows } = await sql<AccountEntryRow>`
    select * from (
      select e.id, e.transaction_id, e.amount_cents, sum(e.amount_cents) over (order by e.id)::bigint as balance_cents
      from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
      where e.account = ${page.account} and ${until(page.on)}) every
    where ${page.cursor ?? null}::uuid is null or id < ${page.cursor ?? null}::uuid
    order by id desc
    limit ${page.limit + 1}::int`.execute(db);
  return rows;
}

export interface ExportedEntry {
  readonly id: string;
  readonly transaction_id: string;
  readonly booked_on: string;
  readonly cause: string;
  readonly description: string;
  readonly account: string;
  readonly name_fr: string;
  readonly name_en: string;
  readonly amount_cents: number;
  readonly booked_by: string | null;
}

/** Entries for a spreadsheet, oldest first, after the one named: a batch at a time. */
export async function listEntriesAfter(
  db: Database,
  page: { on: string | null; account: string | null; after: string | null; limit: number },
): Promise<ExportedEntry[]> {
  const { rows } = await sql<ExportedEntry>`
    select e.id, e.transaction_id, t.cause, t.description, e.account, a.name_fr, a.name_en, e.amount_cents,
      to_char(t.booked_at at time zone (select time_zone from shop_settings), 'YYYY-MM-DD HH24:MI:SS') as booked_on,
      members.name as booked_by
    from ledger_entries e
    join ledger_transactions t on t.id = e.transaction_id
    join ledger_accounts a on a.code = e.account
    left join members on members.id = t.booked_by
    where (${page.after}::uuid is null or e.id > ${page.after}::uuid) and ${until(page.on)}
      and (${page.account}::text is null or e.account = ${page.account})
    order by e.id
    limit ${page.limit}::int`.execute(db);
  return rows;
}

export function listEntries(db: Database, transactionIds: readonly string[]) {
  if (transactionIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('ledger_entries')
    .select(['transaction_id', 'account', 'amount_cents'])
    .where('transaction_id', 'in', [...transactionIds])
    .orderBy('amount_cents', 'desc')
    .orderBy('id')
    .execute();
}

export interface BountyLedgerRow {
  readonly bounty_id: string;
  readonly cause: string;
  readonly description: string;
  readonly booked_at: Date;
  readonly moved_cents: number;
}

/** What was booked for these bounties, their round's reserve first: each transaction with the sum that it moved. */
export async function listBountyTransactions(
  db: Database | Trx,
  bountyIds: readonly string[],
): Promise<BountyLedgerRow[]> {
  if (bountyIds.length === 0) return [];
  const { rows } = await sql<BountyLedgerRow>`
    with causes as (
      select b.id as bounty_id, t.id from bounties b
        join ledger_transactions t on t.cause = 'round:' || b.round_id || ':reserve'
        where b.id = any(${bountyIds}::uuid[])
      union all
      select b.id, t.id from bounties b
        join ledger_transactions t on starts_with(t.cause, 'bounty:' || b.id || ':')
        where b.id = any(${bountyIds}::uuid[])
      union all
      select p.bounty_id, t.id from payout_payments p
        join ledger_transactions t on starts_with(t.cause, 'payment:' || p.id || ':')
        where p.bounty_id = any(${bountyIds}::uuid[]))
    select c.bounty_id, t.cause, t.description, t.booked_at,
      (select sum(e.amount_cents) filter (where e.amount_cents > 0)
       from ledger_entries e where e.transaction_id = t.id)::bigint as moved_cents
    from causes c join ledger_transactions t on t.id = c.id
    order by c.bounty_id, t.id`.execute(db);
  return rows;
}
