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
