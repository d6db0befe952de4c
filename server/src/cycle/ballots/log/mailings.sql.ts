import { sql } from 'kysely';
import type { Database, Trx } from '../../../platform/db/database.ts';

/** False when the occasion has had its mails. */
export async function insertMailing(
  trx: Trx,
  { roundId, occasion, size }: { roundId: string; occasion: string; size: number },
): Promise<boolean> {
  const row = await trx
    .insertInto('head_mailings')
    .values({ round_id: roundId, occasion, size })
    .onConflict((conflict) => conflict.doNothing())
    .returning('size')
    .executeTakeFirst();
  return row !== undefined;
}

export interface Recipient {
  readonly id: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
  readonly slug: string;
  readonly number: number;
}

/** Who has a design in the running, once each. */
export async function listRecipients(trx: Trx, roundId: string): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select members.id, email, locale, slug, number from members
    join rounds on rounds.id = ${roundId}
    where erased_at is null and exists (
      select from designs where round_id = ${roundId} and designer_id = members.id and state = 'admitted'
    )
    order by members.id`.execute(trx);
  return rows;
}

/** Rounds being voted on whose newest head was never sent, with the day that it is in the shop once it is morning. */
export async function listUnsentHeads(
  db: Database,
  { timeZone, fromHour }: { timeZone: string; fromHour: number },
): Promise<{ roundId: string; size: number; day: string }[]> {
  const { rows } = await sql<{ roundId: string; size: number; day: string }>`
    select rounds.id as "roundId", newest.size, to_char(here, 'YYYY-MM-DD') as day
    from (select shop_now() at time zone ${timeZone} as here) as clock, rounds
    join lateral (
      select size from tree_heads where round_id = rounds.id order by size desc limit 1
    ) as newest on true
    where phase in ('voting', 'final') and extract(hour from here) >= ${fromHour}
      and not exists (
        select from head_mailings where round_id = rounds.id
          and (size >= newest.size or occasion = to_char(here, 'YYYY-MM-DD'))
      )
    order by rounds.slug`.execute(db);
  return rows;
}
