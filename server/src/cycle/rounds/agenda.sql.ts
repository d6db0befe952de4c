import type { WaitingKind } from '@fraisier/shared/cycle/agenda.ts';
import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.ts';

export interface AgendaRow {
  readonly what: WaitingKind;
  readonly count: number;
  readonly since: Date | null;
  readonly dueAt: Date | null;
  readonly roundId: string | null;
  readonly subjects: string[];
}

/**
 * What the tables of the month say that waits for a person, of all rounds, in one statement. What follows from a
 * round's own phase is not in it.
 */
export async function readWaiting(db: Database, answerHours: number): Promise<AgendaRow[]> {
  const answer = sql`make_interval(hours => ${answerHours}::int)`;
  const { rows } = await sql<AgendaRow>`
    with live as (
      select id, phase, counted_at + make_interval(hours => appeal_hours) as appeals_end from rounds
      where phase in ('voting', 'final', 'frozen', 'counted')
    ), waiting (what, count, since, "dueAt", "roundId", subjects) as (
      select 'designs', count(*), min(checked_at), min(checked_at) + ${answer}, null::uuid, '{}'::text[]
        from designs join artworks on artworks.id = designs.artwork_id where designs.state = 'checked'
      union all
      select 'notes', count(*), null, null, null, '{}' from notes where state = 'pending'
      union all
      select 'clusters', count(*), min(found_at), null, round_id, '{}'
        from clusters join live on live.id = round_id
        where state = 'open' and phase <> 'counted' group by round_id
      union all
      select 'appeals', count(*), min(appealed_at), min(appeals_end), round_id, '{}'
        from appeals join live on live.id = round_id where state = 'open' group by round_id
      union all
      -- Written by a job right after the close: what is missing an hour later is missed.
      select 'letters', count(*), min(decided_at), min(decided_at) + interval '1 hour', round_id, '{}'
        from designs join rounds on rounds.id = round_id
        where phase = 'decided' and state = 'admitted' and decided_at < shop_now() - interval '10 minutes'
          and not exists (select from letters where letters.design_id = designs.id)
        group by round_id
      union all
      select case when state = 'failed' then 'payment_failed' when contract_accepted_at is null then 'bounty_of_winner'
          else 'bounty_to_pay' end, count(*), min(owed_at), min(due_at), round_id, array_agg(id::text order by due_at, id)
        from bounties where state in ('owed', 'failed') group by 1, round_id
      union all
      select 'payout_to_settle', count(*), null, min(due_at), null, array_agg(distinct bounties.id::text)
        from payout_payments join bounties on bounties.id = bounty_id where payout_payments.state = 'exported'
      union all
      select 'packet_failed', count(*), min(ordered_at), null, null, array_agg(distinct runs.slug)
        from print_orders join runs on runs.id = run_id where packet_state = 'failed'
      union all
      select 'delivery', count(*), min(ordered_at), null, null, array_agg(distinct runs.slug)
        from print_orders join runs on runs.id = run_id
        where print_orders.state = 'ordered' and packet_state <> 'failed'
      union all
      select 'messages', count(*), min(received_at), min(received_at) + ${answer}, null, '{}'
        from contact_messages where answered_at is null
      union all
      select 'mails_failed', count(*), min(created_at), null, null, '{}' from mails where failed_at is not null
      union all
      select 'jobs_failed', count(*), null, null, null, array_agg(distinct task_identifier)
        from graphile_worker.jobs
        where attempts >= max_attempts and locked_at is null and task_identifier <> 'send-mail'
    )
    select what, count, since, "dueAt", "roundId", coalesce(subjects, '{}') as subjects from waiting where count > 0
  `.execute(db);
  return rows;
}

export interface BountyDue {
  readonly id: string;
  readonly roundId: string;
  readonly dueAt: Date;
}

/** Bounties that are not paid, and when they are due. */
export async function listBountiesDue(db: Database): Promise<BountyDue[]> {
  const { rows } = await sql<BountyDue>`
    select id, round_id as "roundId", due_at as "dueAt" from bounties
    where state in ('owed', 'exported', 'failed') order by due_at, id`.execute(db);
  return rows;
}
