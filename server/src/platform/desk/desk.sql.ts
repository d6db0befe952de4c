import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

export interface DeskCounts {
  readonly designsToReview: number;
  readonly oldestReviewSince: Date | null;
  readonly notesToReview: number;
  readonly bountiesToPay: number;
  readonly payoutsToSettle: number;
  readonly bankLinesToSolve: number;
  readonly messagesToAnswer: number;
  readonly mailsUnsent: number;
  readonly mailsFailed: number;
  readonly clustersToDecide: number;
  readonly appealsToAnswer: number;
}

/** What waits for a person, prints and parcels aside, counted in one statement. */
export async function readDeskCounts(db: Database): Promise<DeskCounts> {
  const { rows } = await sql<DeskCounts>`
    select
      (select count(*) from designs where state = 'checked') as "designsToReview",
      (select min(artworks.checked_at) from designs join artworks on artworks.id = designs.artwork_id
        where designs.state = 'checked') as "oldestReviewSince",
      (select count(*) from notes where state = 'pending') as "notesToReview",
      (select count(*) from bounties where state in ('owed', 'failed') and contract_accepted_at is not null)
        as "bountiesToPay",
      (select count(*) from payout_payments where state = 'exported') as "payoutsToSettle",
      (select count(*) from bank_lines where verdict not in ('matched', 'known') and solved_at is null)
        + (select count(*) from payout_payments where state in ('stopped', 'surplus')) as "bankLinesToSolve",
      (select count(*) from contact_messages where answered_at is null) as "messagesToAnswer",
      (select count(*) from mails where sent_at is null and failed_at is null and unwanted_at is null) as "mailsUnsent",
      (select count(*) from mails where failed_at is not null) as "mailsFailed",
      (select count(*) from clusters join rounds on rounds.id = clusters.round_id
        where state = 'open' and phase in ('voting', 'final', 'frozen')) as "clustersToDecide",
      (select count(*) from appeals join rounds on rounds.id = appeals.round_id
        where state = 'open' and phase in ('voting', 'final', 'frozen', 'counted')) as "appealsToAnswer"
  `.execute(db);
  return rows[0]!;
}
