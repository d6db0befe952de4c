import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/database.ts';

/** What the rules of the nightly check compare. Each reads the whole ledger, in one snapshot. */

const UUID_CAUSE = '^[a-z]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:';

/** The id in a cause of this kind; null in any other, however broken it is: a check must not fall over what it looks for. */
const idIn = (kind: 'round' | 'bounty' | 'payment') =>
  sql<
    string | null
  >`(case when t.cause ~ ${UUID_CAUSE} and t.cause ~ ${`^${kind}:`} then split_part(t.cause, ':', 2)::uuid end)`;

export interface BookCounts {
  readonly transactions: number;
  readonly entries: number;
  readonly sum_cents: number;
}

export async function countBooks(trx: Trx): Promise<BookCounts> {
  const { rows } = await sql<BookCounts>`
    select (select count(*) from ledger_transactions) as transactions, count(*) as entries,
      coalesce(sum(amount_cents), 0)::bigint as sum_cents
    from ledger_entries`.execute(trx);
  return rows[0]!;
}

/** Transactions that are not zero, or have no entries. */
export async function listUnbalanced(trx: Trx): Promise<{ cause: string; entries: number; sum_cents: number }[]> {
  const { rows } = await sql<{ cause: string; entries: number; sum_cents: number }>`
    select t.cause, count(e.id) as entries, coalesce(sum(e.amount_cents), 0)::bigint as sum_cents
    from ledger_transactions t left join ledger_entries e on e.transaction_id = t.id
    group by t.id
    having count(e.id) = 0 or sum(e.amount_cents) <> 0
    order by t.id`.execute(trx);
  return rows;
}

/** Causes that were booked more than once. A transfer that was carried out twice says so in its cause. */
export async function listTwice(trx: Trx): Promise<{ cause: string; times: number }[]> {
  const { rows } = await sql<{ cause: string; times: number }>`
    select cause, count(*) as times from ledger_transactions group by cause having count(*) > 1 order by cause`.execute(
    trx,
  );
  return rows;
}

/** Transactions whose cause names nothing that there is. */
export async function listUnknownCauses(trx: Trx): Promise<{ cause: string }[]> {
  const { rows } = await sql<{ cause: string }>`
    with named as (
      select id, cause, split_part(cause, ':', 1) as kind,
        case when cause ~ ${UUID_CAUSE} then split_part(cause, ':', 2)::uuid end as subject
      from ledger_transactions)
    select cause from named
    where not case kind
      when 'round' then exists (select from rounds where rounds.id = subject)
      when 'bounty' then exists (select from bounties where bounties.id = subject)
      when 'payment' then exists (select from payments where payments.id = subject)
        or exists (select from payout_payments where payout_payments.id = subject)
      else false end
    order by named.id`.execute(trx);
  return rows;
}

export interface ReserveRow {
  readonly id: string;
  readonly slug: string;
  readonly phase: string;
  readonly bounty_cents: number;
  readonly bounty_is_net: boolean;
  /** When the promise was covered; null when it never was. */
  readonly reserved_at: Date | null;
  readonly collecting_at: Date | null;
  readonly held_cents: number;
}

/** Each round with what the books still hold in reserve for it. */
export async function listReserves(trx: Trx): Promise<ReserveRow[]> {
  const { rows } = await sql<ReserveRow>`
    with held as (
      select coalesce(b.round_id, ${idIn('round')}) as round_id,
        -sum(e.amount_cents)::bigint as cents
      from ledger_entries e
      join ledger_transactions t on t.id = e.transaction_id
      left join bounties b on b.id = ${idIn('bounty')}
      where e.account = 'bounty_reserved'
      group by 1)
    select r.id, r.slug, r.phase, r.bounty_cents, r.bounty_is_net, r.collecting_at,
      (select min(booked_at) from ledger_transactions where cause = 'round:' || r.id || ':reserve') as reserved_at,
      coalesce(held.cents, 0)::bigint as held_cents
    from rounds r left join held on held.round_id = r.id
    order by r.slug`.execute(trx);
  return rows;
}

export interface WinnerRow {
  readonly round: string;
  readonly design_id: string;
  readonly is_winner: boolean;
  readonly bounty_id: string | null;
  readonly is_owed: boolean;
}

/** Every winner and every bounty, side by side. */
export async function listWinnersAndBounties(trx: Trx): Promise<WinnerRow[]> {
  const { rows } = await sql<WinnerRow>`
    select rounds.slug as round, coalesce(w.design_id, b.design_id) as design_id, w.design_id is not null as is_winner,
      b.id as bounty_id,
      exists (select from ledger_transactions t where t.cause = 'bounty:' || b.id || ':owe') as is_owed
    from round_winners w
    full join bounties b on b.design_id = w.design_id and b.round_id = w.round_id
    join rounds on rounds.id = coalesce(w.round_id, b.round_id)
    order by rounds.slug, 2`.execute(trx);
  return rows;
}

export interface BountyPosition {
  readonly id: string;
  readonly round: string;
  readonly state: string;
  readonly gross_cents: number;
  readonly net_cents: number;
  readonly contribution_cents: number;
  /** What its statement keeps back, line by line. */
  readonly withheld_cents: number;
  readonly payments: readonly { readonly amountCents: number; readonly state: string }[];
  /** What all its transactions and those of its transfers moved, by account. */
  readonly moved: Readonly<Record<string, number>>;
}

export async function listBountyPositions(trx: Trx): Promise<BountyPosition[]> {
  const { rows } = await sql<BountyPosition>`
    with moved as (
      select coalesce(b.id, p.bounty_id) as bounty_id, e.account, sum(e.amount_cents) as cents
      from ledger_transactions t
      join ledger_entries e on e.transaction_id = t.id
      left join bounties b on b.id = ${idIn('bounty')}
      left join payout_payments p on p.id = ${idIn('payment')}
      where coalesce(b.id, p.bounty_id) is not null
      group by 1, 2)
    select b.id, rounds.slug as round, b.state, b.gross_cents, b.net_cents, b.contribution_cents,
      (select coalesce(sum((line ->> 'amountCents')::int), 0) from jsonb_array_elements(b.withholding) line
        where line ->> 'payer' = 'author')::int as withheld_cents,
      coalesce((select jsonb_agg(jsonb_build_object('amountCents', p.amount_cents, 'state', p.state) order by p.id)
        from payout_payments p where p.bounty_id = b.id), '[]') as payments,
      coalesce((select jsonb_object_agg(moved.account, moved.cents) from moved where moved.bounty_id = b.id), '{}')
        as moved
    from bounties b join rounds on rounds.id = b.round_id
    order by b.id`.execute(trx);
  return rows;
}

export interface PayoutSum {
  readonly id: string;
  readonly message_id: string;
  readonly total_cents: number;
  readonly payments_cents: number;
  /** What the exports of its transfers moved from owed to on their way. */
  readonly exported_cents: number;
}

export async function listPayoutSums(trx: Trx): Promise<PayoutSum[]> {
  const { rows } = await sql<PayoutSum>`
    select o.id, o.message_id, o.total_cents, coalesce(sum(p.amount_cents), 0)::bigint as payments_cents,
      coalesce(sum((select -sum(e.amount_cents) from ledger_transactions t
        join ledger_entries e on e.transaction_id = t.id and e.account = 'bounty_in_transit'
        where t.cause = 'payment:' || p.id || ':export')), 0)::bigint as exported_cents
    from payouts o left join payout_payments p on p.payout_id = o.id
    group by o.id
    order by o.id`.execute(trx);
  return rows;
}

export interface SaleRow {
  readonly id: string;
  readonly state: string;
  readonly amount_cents: number;
  readonly booked_cents: number;
}

/** Buyers' payments with what the books took in for each. */
export async function listSales(trx: Trx): Promise<SaleRow[]> {
  const { rows } = await sql<SaleRow>`
    with booked as (
      select ${idIn('payment')} as payment_id, sum(e.amount_cents)::bigint as cents
      from ledger_transactions t join ledger_entries e on e.transaction_id = t.id and e.account = 'payments_clearing'
      where t.cause ~ '^payment:'
      group by 1)
    select p.id, p.state, p.amount_cents, coalesce(booked.cents, 0)::bigint as booked_cents
    from payments p left join booked on booked.payment_id = p.id
    order by p.created_at, p.id`.execute(trx);
  return rows;
}
