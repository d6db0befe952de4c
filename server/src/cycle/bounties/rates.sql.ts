import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/db/database.ts';

export interface RateRow {
  readonly code: string;
  readonly payer: 'author' | 'shop';
  readonly label_fr: string;
  readonly label_en: string;
  readonly rate_bp: number;
  readonly base_bp: number;
}

/** Of each contribution the newest rate that is valid on that day in the shop's zone. A rate of zero ends one. */
export async function readRates(db: Database | Trx, on: Date): Promise<RateRow[]> {
  const { rows } = await sql<RateRow>`
    select code, payer, label_fr, label_en, rate_bp, base_bp from (
      select distinct on (code) * from withholding_rates
      where valid_from <= (${on}::timestamptz at time zone (select time_zone from shop_settings))::date
      order by code, valid_from desc) newest
    where rate_bp > 0
    order by payer, array_position(array['pension', 'csg', 'crds', 'training'], code) nulls last, code`.execute(db);
  return rows;
}

export interface RateLine extends RateRow {
  /** `2026-01-01`. */
  readonly valid_from: string;
  readonly added_at: Date | null;
  readonly added_by: string | null;
  readonly standing: 'now' | 'later' | 'past';
}

/** Every rate that there ever was, newest first within its contribution, and what it is today. */
export async function listRateLines(db: Database | Trx): Promise<{ today: string; lines: RateLine[] }> {
  const { rows } = await sql<RateLine & { today: string }>`
    with here as (select (shop_now() at time zone time_zone)::date as today from shop_settings)
    select r.valid_from::text, r.code, r.payer, r.label_fr, r.label_en, r.rate_bp, r.base_bp, r.added_at,
      members.name as added_by, here.today::text,
      case when r.valid_from > here.today then 'later'
        when r.valid_from = (select max(n.valid_from) from withholding_rates n
          where n.code = r.code and n.valid_from <= here.today) then 'now'
        else 'past' end as standing
    from withholding_rates r cross join here left join members on members.id = r.added_by
    order by r.payer, array_position(array['pension', 'csg', 'crds', 'training'], r.code) nulls last, r.code,
      r.valid_from desc`.execute(db);
  return { today: rows[0]?.today ?? '', lines: rows };
}

/** The newest day from which this contribution has a rate, and today, both by the shop's calendar. */
export async function lastRateDay(trx: Trx, code: string): Promise<{ today: string; last: string | null }> {
  const { rows } = await sql<{ today: string; last: string | null }>`
    select (shop_now() at time zone time_zone)::date::text as today,
      (select max(valid_from)::text from withholding_rates where code = ${code}) as last
    from shop_settings`.execute(trx);
  return rows[0]!;
}

/** False when there is one from that day already. */
export async function insertRate(
  trx: Trx,
  rate: RateRow & { readonly valid_from: string; readonly added_by: string },
): Promise<boolean> {
  const inserted = await trx
    .insertInto('withholding_rates')
    .values(rate)
    .onConflict((conflict) => conflict.columns(['valid_from', 'code']).doNothing())
    .returning('code')
    .executeTakeFirst();
  return inserted !== undefined;
}
