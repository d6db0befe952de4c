import { setTimeout as sleep } from 'node:timers/promises';
import { query } from '../support/query.ts';
import { Ambush, layTriggers } from './ambush.ts';
import { Bank } from './bank.ts';
import { Calendar, wakeJobs } from './calendar.ts';
import { diceOf } from './dice.ts';
import type { Fault } from './faults.ts';
import { History } from './history.ts';
import { Nemesis } from './nemesis.ts';
import { buy } from './people/buyer.ts';
import { type Cast, castOf } from './people/cast.ts';
import { type Desk, operate } from './people/operator.ts';
import { vote } from './people/voter.ts';
import { type Accepted, claim } from './people/winner.ts';
import type { Plan } from './plan.ts';
import { type ChaosShop, openChaosShop } from './shop.ts';

/** What is left when it is quiet again: what the checks look at. */
export interface Story {
  readonly plan: Plan;
  readonly shop: ChaosShop;
  readonly cast: Cast;
  readonly history: History;
  readonly bank: Bank;
  readonly calendar: Calendar;
  readonly ambush: Ambush;
  readonly nemesis: Nemesis;
  readonly accepted: ReadonlyMap<string, Accepted>;
  /** What did not come to rest in time, in words; empty when all did. */
  readonly unrest: readonly string[];
}

/** Lives the plan on a shop of its own, heals it, waits until it is quiet, and lets `look` look at it. */
export async function play<T>(
  plan: Plan,
  { fault, say }: { fault?: Fault | undefined; say: (line: string) => void },
  look: (story: Story) => Promise<T>,
): Promise<T> {
  const history = new History();
  const shop = await openChaosShop({
    ...(fault?.settings ? { settings: fault.settings } : {}),
    ...(fault?.rewrite ? { rewrite: fault.rewrite } : {}),
    prepare: async (databaseUrl) => {
      await layTriggers((text) => query(databaseUrl, text));
      if (fault?.sql) await query(databaseUrl, fault.sql);
    },
  });
  try {
    const calendar = new Calendar(shop);
    await calendar.set(new Date('2030-12-20T12:00:00Z'));
    const cast = await castOf(shop, history, plan, diceOf(plan.seed, 'cast'));
    // From here on kills may take what is not on the disk yet, and nothing before.
    await shop.ask('checkpoint');
    say(`the shop is open, ${plan.rounds.length} months are planned`);
    const bank = new Bank(plan, diceOf(plan.seed, 'bank'));
    const ambush = new Ambush(shop, plan);
    const nemesis = new Nemesis(shop, calendar);
    const accepted = new Map<string, Accepted>();
    const unrest: string[] = [];
    let stage: 'unrest' | 'calm' | 'over' = 'unrest';
    const life = { isOver: () => stage === 'over', isCalm: () => stage !== 'unrest' };
    for (const { closesAccount, slug } of plan.rounds) {
      const closed = cast.designers.find(({ round }) => round === slug);
      if (closesAccount && closed) bank.double.close(closed.ibans[0], 'AC04');
    }
    const desk: Desk = {
      plan,
      bank,
      life,
      cancelsLeft: plan.cancelledFiles,
      passedOver: new Set(),
      carry: fault?.carry ?? ((xml) => xml),
      acts: 0,
    };
    const everyone = [
      calendar.live(plan, life),
      wakeJobs(shop, life),
      atTheBank(bank, life),
      ...cast.operators.map((one, nth) => operate(one, desk, diceOf(plan.seed, `operator ${nth}`))),
      ...cast.voters.map((one, nth) => vote(one, plan.rounds, life, diceOf(plan.seed, `voter ${nth}`))),
      ...cast.designers.map((designer, nth) =>
        claim(designer, { cast, life, dice: diceOf(plan.seed, `designer ${nth}`), accepted }),
      ),
      ...cast.buyers.map((one, nth) => buy(one, life, diceOf(plan.seed, `buyer ${nth}`))),
      ...(fault?.meanwhile ? [fault.meanwhile({ shop, bank, life, cast })] : []),
    ];
    const failing = Promise.all(everyone);
    // What breaks the harness itself is told when it is awaited, and not as a stray.
    failing.catch(() => {});
    const blows = Promise.all([nemesis.rage(plan, life), ambush.lie(life)]);
    blows.catch(() => {});
    const lives = async () => {
      await sleep(plan.ms);
      await waitFor(() => ambush.hits.length >= plan.leastHits, plan.ms);
    };
    await Promise.race([lives(), failing]);
    stage = 'calm';
    await blows;
    say(`${history.count()} acts and ${nemesis.dealt.length + ambush.hits.length} blows: all is healed`);
    for (const line of Object.values(shop.lines)) line.heal();
    shop.smtp.play({});
    // Nobody turns a machine off and on in a real shop; here, a mail server that was away is asked again only after
    // minutes, which nobody waits for.
    await shop.worker.renew();
    await shop.api.ready();
    const until = Date.now() + plan.calmMs;
    let open = await whatIsOpen(shop, bank);
    while (open.length > 0 && Date.now() < until) {
      await Promise.race([sleep(1_000), failing]);
      open = await whatIsOpen(shop, bank);
    }
    unrest.push(...open);
    bank.tellAll();
    for (const paper of bank.papers) paper.copies = Math.max(paper.copies, paper === bank.papers.at(-1) ? 1 : 0);
    await waitFor(() => bank.papers.every(({ copies }) => copies <= 0), 15_000);
    stage = 'over';
    await failing;
    unrest.push(...(await comeToRest(shop, plan.restMs)));
    say('it is quiet: now everything is compared');
    return await look({ plan, shop, cast, history, bank, calendar, ambush, nemesis, accepted, unrest });
  } finally {
    await shop.close();
  }
}

async function atTheBank(bank: Bank, life: { isOver(): boolean }): Promise<void> {
  while (!life.isOver()) {
    bank.work();
    await sleep(1_500);
  }
}

/** What the people still have to do: months that are not decided, bounties that are not paid. */
async function whatIsOpen(shop: ChaosShop, bank: Bank): Promise<string[]> {
  const rounds = await shop.ask<{ slug: string; phase: string }>(
    `select slug, phase from rounds where phase not in ('decided', 'cancelled') order by slug`,
  );
  const bounties = await shop.ask<{ id: string; state: string }>(
    `select id, state from bounties where state <> 'paid' order by id`,
  );
  const papers = bank.papers.filter(({ copies }) => copies > 0).length;
  return [
    ...rounds.map(({ slug, phase }) => `the round ${slug} is ${phase}`),
    ...bounties.map(({ id, state }) => `the bounty ${id} is ${state}`),
    ...(papers > 0 ? [`${papers} answers of the bank are not taken in`] : []),
  ];
}

/** Jobs and mails end by themselves once nobody acts any more. */
async function comeToRest(shop: ChaosShop, patience: number): Promise<string[]> {
  const look = async () => {
    await shop.ask(
      `update mails set next_attempt_at = clock_timestamp() where sent_at is null and failed_at is null
         and unwanted_at is null and next_attempt_at < clock_timestamp() + interval '4 minutes 55 seconds'`,
    );
    await shop.ask(
      `update graphile_worker._private_jobs set run_at = now()
       where attempts > 0 and attempts < max_attempts and locked_at is null and run_at > now()`,
    );
    await shop.ask(
      `select graphile_worker.add_job('send-mail', '{}'::json, job_key => 'send-mail', max_attempts => 3)`,
    );
    const jobs = await shop.ask<{ name: string; last_error: string | null }>(
      `select task_identifier || case when locked_at is null then '' else ' (held by ' || locked_by || ' for '
         || extract(epoch from now() - locked_at)::int || ' s)' end as name, last_error
       from graphile_worker.jobs
       where run_at <= now() + interval '10 seconds' and task_identifier <> 'send-mail' and attempts < max_attempts`,
    );
    const mails = await shop.ask<{ cause: string; last_error: string | null }>(
      `select cause, last_error from mails where sent_at is null and failed_at is null and unwanted_at is null`,
    );
    return [
      ...jobs.map(
        ({ name, last_error: error }) => `the job ${name} is not done${error ? `: ${error.split('\n')[0]}` : ''}`,
      ),
      ...mails.map(({ cause, last_error: error }) => `the mail ${cause} has not left${error ? `: ${error}` : ''}`),
    ];
  };
  const until = Date.now() + patience;
  let left = await look();
  while (left.length > 0 && Date.now() < until) {
    await sleep(1_000);
    left = await look();
  }
  return left;
}

async function waitFor(done: () => boolean, patience: number): Promise<void> {
  const until = Date.now() + patience;
  while (!done() && Date.now() < until) await sleep(200);
}
