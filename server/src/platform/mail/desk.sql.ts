import type { MailState } from '@fraisier/shared/contracts/mails.ts';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database, Trx } from '../db/database.ts';
import type { MailRow } from './outbox.sql.ts';

/** A mail as operators see it: without its text. The next attempt is told by the shop's clock, like all else. */
export type DeskMail = Pick<
  MailRow,
  | 'id'
  | 'template'
  | 'locale'
  | 'subject'
  | 'recipient'
  | 'attempts'
  | 'created_at'
  | 'sent_at'
  | 'failed_at'
  | 'unwanted_at'
  | 'last_error'
> & { readonly next_attempt_at: Date };

const columns = [
  'id',
  'template',
  'locale',
  'subject',
  'recipient',
  'attempts',
  'created_at',
  'sent_at',
  'failed_at',
  'unwanted_at',
  'last_error',
  sql<Date>`next_attempt_at + (select clock_offset from shop_clock)`.as('next_attempt_at'),
] as const;

const states: Readonly<Record<MailState, RawBuilder<SqlBool>>> = {
  waiting: sql<SqlBool>`sent_at is null and failed_at is null and unwanted_at is null`,
  sent: sql<SqlBool>`sent_at is not null`,
  failed: sql<SqlBool>`failed_at is not null`,
  unwanted: sql<SqlBool>`unwanted_at is not null`,
};

export interface OutboxFilter {
  readonly state?: MailState | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Templates that no address finds. */
  readonly hidden: readonly string[];
}

export function listOutbox(db: Database, filter: OutboxFilter): Promise<DeskMail[]> {
  let query = db.selectFrom('mails').select(columns).orderBy('id', 'desc').limit(filter.limit);
  if (filter.cursor) query = query.where('id', '<', filter.cursor);
  if (filter.state) query = query.where(states[filter.state]);
  if (filter.to) {
    query = query.where('recipient', '=', filter.to.trim().toLowerCase()).where('template', 'not in', filter.hidden);
  }
  return query.execute();
}

export interface MailCounts {
  readonly waiting: number;
  readonly delayed: number;
  readonly failed: number;
  readonly oldestWaitingSince: Date | null;
  readonly lastSentAt: Date | null;
  readonly trouble: string | null;
}

export async function countOutbox(db: Database): Promise<MailCounts> {
  const { rows } = await sql<MailCounts>`
    select
      (select count(*) from mails where ${states.waiting}) as waiting,
      (select count(*) from mails where ${states.waiting} and last_error is not null) as delayed,
      (select count(*) from mails where ${states.failed}) as failed,
      (select min(created_at) from mails where ${states.waiting}) as "oldestWaitingSince",
      (select sent_at from mails where ${states.sent} order by id desc limit 1) as "lastSentAt",
      (select last_error from mails where ${states.waiting} and trouble = 'server'
        order by next_attempt_at desc limit 1) as trouble`.execute(db);
  return rows[0]!;
}

export function findDeskMail(trx: Trx | Database, id: string): Promise<DeskMail | undefined> {
  return trx.selectFrom('mails').select(columns).where('id', '=', id).executeTakeFirst();
}

/** Due at once, with all its attempts before it. Not one that has left, or is just leaving: it would go twice. */
export async function reviveMail(trx: Trx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update mails set failed_at = null, attempts = 0, next_attempt_at = clock_timestamp()
    where id = ${id} and sent_at is null and unwanted_at is null and last_error is not null returning id`.execute(trx);
  return rows.length > 0;
}

export async function reviveFailedMails(trx: Trx): Promise<number> {
  const { rows } = await sql`
    update mails set failed_at = null, attempts = 0, next_attempt_at = clock_timestamp()
    where failed_at is not null returning id`.execute(trx);
  return rows.length;
}
