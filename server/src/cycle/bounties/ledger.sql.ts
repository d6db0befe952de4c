import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

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

export interface BalanceRow {
  readonly code: string;
  readonly kind: string;
  readonly name_fr: string;
  readonly name_en: string;
  readonly balance_cents: number;
}

/** Every account with its balance: debit positive, credit negative; together they are zero. */
export async function readBalances(db: Database | Trx): Promise<BalanceRow[]> {
  const { rows } = await sql<BalanceRow>`
    select a.code, a.kind, a.name_fr, a.name_en, coalesce(sum(e.amount_cents), 0)::bigint as balance_cents
    from ledger_accounts a left join ledger_entries e on e.account = a.code
    group by a.code
    order by array_position(array['asset', 'liability', 'income', 'expense'], a.kind), a.code`.execute(db);
  return rows;
}

export interface TransactionRow {
  readonly id: string;
  readonly cause: string;
  readonly description: string;
  readonly booked_at: Date;
  readonly round_number: number | null;
  readonly end_to_end_id: string | null;
  readonly run: string | null;
  readonly numbers: number[] | null;
}

/** Newest first, each with what its cause names: a round, a bounty, a transfer, or the order that was paid. */
export async function listTransactions(
  db: Database,
  page: { cursor?: string | undefined; limit: number },
): Promise<TransactionRow[]> {
  const { rows } = await sql<TransactionRow>`
    with page as (
      select id, cause, description, booked_at, split_part(cause, ':', 1) as kind,
        case when cause ~ '^[a-z]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:' then split_part(cause, ':', 2)::uuid end
          as subject
      from ledger_transactions
      where ${page.cursor ?? null}::uuid is null or id < ${page.cursor ?? null}::uuid
      order by id desc
      limit ${page.limit + 1}::int)
    select page.id, page.cause, page.description, page.booked_at,
      rounds.number as round_number, transfers.end_to_end_id, runs.slug as run,
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
        join ledger_transactions t on t.cause = any(array[
          'payment:' || p.id || ':export', 'payment:' || p.id || ':paid', 'payment:' || p.id || ':failed'])
        where p.bounty_id = any(${bountyIds}::uuid[]))
    select c.bounty_id, t.cause, t.description, t.booked_at,
      (select sum(e.amount_cents) filter (where e.amount_cents > 0)
       from ledger_entries e where e.transaction_id = t.id)::bigint as moved_cents
    from causes c join ledger_transactions t on t.id = c.id
    order by c.bounty_id, t.id`.execute(db);
  return rows;
}
