import { setTimeout as sleep } from 'node:timers/promises';
import type { Life } from './people/life.ts';
import type { Plan } from './plan.ts';
import type { ChaosShop } from './shop.ts';

const MINUTE = 60_000;
/** A share of a month's time for its vote; the final has the rest. */
const VOTE_SHARE = 0.6;

interface RoundDue {
  readonly slug: string;
  readonly phase: string;
  readonly collecting_due_at: Date;
  readonly voting_due_at: Date;
  readonly final_due_at: Date;
  readonly freeze_due_at: Date;
}

/** A round that was seen in a phase before its moment, by the clock that the harness itself set. */
export interface TooEarly {
  readonly round: string;
  readonly phase: string;
  readonly due: string;
  readonly seenAt: string;
}

/** The shop's time: goes from moment to moment, stands still just before each, and then a minute after it. */
export class Calendar {
  readonly early: TooEarly[] = [];
  /** The latest that the clock ever showed, in milliseconds past the real one. */
  private offset = 0;
  private latest = 0;
  private readonly shop: ChaosShop;

  constructor(shop: ChaosShop) {
    this.shop = shop;
  }

  async set(moment: Date | number): Promise<void> {
    // What was there before is seen by the clock that was there before.
    this.latest = Math.max(this.latest, Date.now() + this.offset);
    this.offset = new Date(moment).getTime() - Date.now();
    this.latest = Math.max(this.latest, Date.now() + this.offset);
    await this.shop.ask(`update shop_clock set clock_offset = $1::timestamptz - clock_timestamp()`, [new Date(moment)]);
  }

  now(): number {
    return Date.now() + this.offset;
  }

  /** For a moment, and then it is as late as it would have been. */
  async goBack(ms: number, forMs: number): Promise<void> {
    await this.shop.ask(`update shop_clock set clock_offset = clock_offset - make_interval(secs => $1)`, [ms / 1000]);
    await sleep(forMs);
    await this.shop.ask(`update shop_clock set clock_offset = $1::timestamptz - clock_timestamp()`, [
      new Date(this.now()),
    ]);
  }

  /** Lives through the months of the plan, and looks all along whether anything moves before its time. */
  async live({ monthMs: each }: Plan, life: Life): Promise<void> {
    const dues = await this.read();
    const watching = this.watch(life);
    for (const [nth, due] of dues.entries()) {
      if (nth === 0) await this.come(due.voting_due_at, 0);
      await sleep(each * VOTE_SHARE);
      await this.come(due.final_due_at, Math.max(1_600, each * 0.05));
      await sleep(each * (0.95 - VOTE_SHARE));
      await this.come(due.freeze_due_at, Math.max(1_600, each * 0.05));
    }
    // The last month is over; what waits for hours goes on waiting by the clock.
    while (!life.isOver()) {
      await this.set(this.now() + 26 * 60 * MINUTE);
      await sleep(2_000);
    }
    await watching;
  }

  private async come(moment: Date, waitMs: number): Promise<void> {
    await this.set(moment.getTime() - 20_000);
    await sleep(waitMs);
    await this.set(moment.getTime() + MINUTE);
  }

  private async watch(life: Life): Promise<void> {
    const order = ['planned', 'collecting', 'voting', 'final', 'frozen', 'counted', 'decided'];
    while (!life.isOver()) {
      const rounds = await this.read();
      const latest = Math.max(this.latest, this.now());
      for (const round of rounds) {
        const reached = order.indexOf(round.phase);
        const dues = [null, null, round.voting_due_at, round.final_due_at, round.freeze_due_at];
        for (const [phase, due] of dues.entries()) {
          if (due && reached >= phase && due.getTime() > latest) {
            this.early.push({
              round: round.slug,
              phase: order[phase]!,
              due: due.toISOString(),
              seenAt: new Date(latest).toISOString(),
            });
          }
        }
      }
      await sleep(400);
    }
  }

  private read(): Promise<RoundDue[]> {
    return this.shop.ask<RoundDue>(
      `select slug, phase, collecting_due_at, voting_due_at, final_due_at, freeze_due_at from rounds order by slug`,
    );
  }
}

/** What comes every few minutes anyway: one that was begun too often is followed by the next. */
export const periodic = [
  'advance-due-rounds',
  'send-mail',
  'lapse-holds',
  'expire-deals',
  'sign-heads',
  'mail-heads',
  'find-clusters',
] as const;

/** What a minute brings the worker, every second. */
export async function wakeJobs(shop: ChaosShop, life: Life): Promise<void> {
  while (!life.isOver()) {
    await shop.ask(
      `select graphile_worker.add_job(name, '{}'::json, job_key => name, max_attempts => 3) from unnest($1::text[]) as name`,
      [periodic],
    );
    // A mail's wait is minutes; here a minute is a second.
    await shop.ask(
      `update mails set next_attempt_at = clock_timestamp()
       where sent_at is null and failed_at is null and unwanted_at is null and attempts between 1 and 10
         and next_attempt_at < clock_timestamp() + interval '4 minutes 50 seconds'`,
    );
    // So are those of jobs that failed.
    await shop.ask(
      `update graphile_worker._private_jobs set run_at = now()
       where attempts between 1 and 8 and attempts < max_attempts and locked_at is null and run_at > now()`,
    );
    await sleep(1_000);
  }
}
