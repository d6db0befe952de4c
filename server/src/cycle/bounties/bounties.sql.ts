import { type Selectable, sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import type { Bounties } from '../../platform/db/schema.ts';

export type BountyRow = Selectable<Bounties>;

export interface NewBounty {
  readonly round_id: string;
  readonly design_id: string;
  readonly designer_id: string;
  readonly promised_cents: number;
  readonly promised_is_net: boolean;
  readonly gross_cents: number;
  readonly net_cents: number;
  readonly contribution_cents: number;
  readonly withholding: string;
  readonly owed_at: Date;
  /** Days of the shop's calendar until it is due: the same hour, also across a clock change. */
  readonly days: number;
}

export function insertBounty(trx: Trx, { days, ...row }: NewBounty): Promise<BountyRow> {
  return trx
    .insertInto('bounties')
    .values({
      ...row,
      due_at: sql<Date>`(${row.owed_at}::timestamptz at time zone (select time_zone from shop_settings)
        + make_interval(days => ${days}::int)) at time zone (select time_zone from shop_settings)`,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function findBountyOfDesign(trx: Trx, designId: string): Promise<BountyRow | undefined> {
  return trx.selectFrom('bounties').selectAll().where('design_id', '=', designId).executeTakeFirst();
}

export interface Winner {
  readonly email: string;
  readonly name: string;
  readonly locale: 'fr' | 'en';
  readonly title: string;
}

/** Whom to write to about a bounty; undefined when the account was erased. */
export async function findWinner(trx: Trx, bountyId: string): Promise<Winner | undefined> {
  const row = await trx
    .selectFrom('bounties')
    .innerJoin('members', 'members.id', 'bounties.designer_id')
    .innerJoin('designs', 'designs.id', 'bounties.design_id')
    .select(['members.email', 'members.name', 'members.locale', 'designs.title'])
    .where('bounties.id', '=', bountyId)
    .where('members.erased_at', 'is', null)
    .executeTakeFirst();
  return row as Winner | undefined;
}
