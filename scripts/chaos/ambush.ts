import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Life } from './people/life.ts';
import { type Plan, type StepAct, type StepBlow, type StepGroup, stepGroups } from './plan.ts';
import { type ChaosShop, isAway } from './shop.ts';

/** Whoever comes to an armed step asks for a lock of this class and the step's number, which the harness holds. */
const LOCKS = 4242;
const allSteps: readonly string[] = [...new Set<string>(Object.values(stepGroups).flat())];
/** For how long a step is waited for before the next one is. */
const PATIENCE = 9_000;
const QUIET_AFTER_HIT = 1_200;
/** Less than a client waits for an answer. */
const SECOND_WITHIN = 4_000;

/** The step's table, or the queue's own. */
const tableOf = (step: string) => step.replace(/^commit:/, '').replace(/:update$/, '');

/**
 * Puts a trigger at every step, which does nothing until the step is armed. They are the harness's own: nothing in the
 * shop knows of them.
 */
export async function layTriggers(ask: (text: string) => Promise<unknown>): Promise<void> {
  await ask(`
    create schema chaos;
    create table chaos.armed (step text primary key);
    create function chaos.step() returns trigger language plpgsql as $$
    begin
      if exists (select from chaos.armed where step = tg_argv[0]) then
        perform pg_advisory_xact_lock_shared(${LOCKS}, tg_argv[1]::int);
      end if;
      return null;
    end
    $$`);
  for (const [nth, step] of allSteps.entries()) {
    const name = `zz_chaos_${step.replace(/\W/g, '_')}`;
    const event = step.endsWith(':update') ? 'update' : 'insert';
    await ask(
      step.startsWith('commit:')
        ? `create constraint trigger ${name} after insert on ${tableOf(step)} deferrable initially deferred
           for each row execute function chaos.step('${step}', '${nth}')`
        : `create trigger ${name} after ${event} on ${tableOf(step)} for each statement
           execute function chaos.step('${step}', '${nth}')`,
    );
  }
}

export interface Hit extends StepBlow {
  readonly group: StepGroup;
}

interface Waiting {
  readonly pid: number;
  readonly port: number;
  readonly nth: number;
}

interface Group {
  readonly group: StepGroup;
  readonly steps: StepBlow[];
  armed: StepBlow | null;
  until: number;
}

/** Lies in wait at the planned steps, one of each group at a time, and does what is planned to whoever comes. */
export class Ambush {
  readonly hits: Hit[] = [];
  private keeper: pg.Client | undefined;
  private readonly shop: ChaosShop;
  private readonly plan: Plan;

  constructor(shop: ChaosShop, plan: Plan) {
    this.shop = shop;
    this.plan = plan;
  }

  async lie(life: Life): Promise<void> {
    const groups = Object.entries(this.plan.steps).map(
      ([group, steps]): Group => ({ group: group as StepGroup, steps: [...steps], armed: null, until: 0 }),
    );
    while (!life.isOver() && !life.isCalm()) {
      try {
        const keeper = await this.keep(groups);
        for (const group of groups) await this.armNext(keeper, group);
        for (const waiting of await this.whoWaits(keeper)) await this.strike(waiting, groups);
      } catch (error) {
        if (!isAway(error)) throw error;
        this.keeper = undefined;
        await sleep(100);
      }
      await sleep(40);
    }
    await this.leave();
  }

  private async armNext(keeper: pg.Client, group: Group): Promise<void> {
    if (Date.now() < group.until) return;
    if (group.armed) {
      // Nobody came: it has its turn again at the end.
      group.steps.push(group.armed);
      await this.disarm(group.armed.step);
      group.armed = null;
    }
    const [next] = group.steps;
    group.until = Date.now() + PATIENCE;
    if (!next) return;
    // Who was let through there last may still be on their way.
    const { rows } = await keeper.query<{ held: boolean }>(`select pg_try_advisory_lock(${LOCKS}, $1) as held`, [
      allSteps.indexOf(next.step),
    ]);
    if (!rows[0]?.held) return;
    group.armed = group.steps.shift()!;
    await keeper.query('insert into chaos.armed values ($1) on conflict do nothing', [next.step]);
  }

  /** Lets everyone through, and arms nothing more. */
  private async leave(): Promise<void> {
    await this.shop.ask('delete from chaos.armed');
    await this.keeper?.end().catch(() => {});
    this.keeper = undefined;
  }

  private async strike({ nth, pid, port }: Waiting, groups: readonly Group[]): Promise<void> {
    const step = allSteps[nth]!;
    const group = groups.find(({ armed }) => armed?.step === step);
    if (!group?.armed) return this.disarm(step);
    const { act } = group.armed;
    this.hits.push({ group: group.group, step, act });
    group.armed = null;
    group.until = Date.now() + QUIET_AFTER_HIT;
    if (act === 'hold for a second one') await this.awaitSecond(nth);
    else await this.act(act, pid, port);
    await this.disarm(step);
  }

  private async act(act: Exclude<StepAct, 'hold for a second one'>, pid: number, port: number): Promise<void> {
    const { api, worker, lines } = this.shop;
    if (act === 'hold') await sleep(700);
    else if (act === 'end the backend') await this.keeper!.query('select pg_terminate_backend($1)', [pid]);
    else if (act === 'kill Postgres') await this.shop.killPostgres(200);
    else if (act === 'kill the process') {
      if (lines.api.holds(port)) await api.kill(100);
      else if (lines.worker.holds(port)) await worker.kill(100);
    } else if (!lines.api.resetOne(port)) lines.worker.resetOne(port);
  }

  private async awaitSecond(nth: number): Promise<void> {
    const until = Date.now() + SECOND_WITHIN;
    while (Date.now() < until) {
      const { rows } = await this.keeper!.query(
        `select from pg_locks where locktype = 'advisory' and classid = ${LOCKS} and objid = $1 and not granted`,
        [nth],
      );
      if (rows.length > 1) return;
      await sleep(40);
    }
  }

  /** Nobody waits there any more, and whoever does goes on. */
  private async disarm(step: string): Promise<void> {
    await this.keeper?.query('delete from chaos.armed where step = $1', [step]);
    await this.keeper?.query(`select pg_advisory_unlock(${LOCKS}, $1)`, [allSteps.indexOf(step)]);
  }

  private async whoWaits(keeper: pg.Client): Promise<Waiting[]> {
    const { rows } = await keeper.query<Waiting>(
      `select distinct on (objid) activity.pid, client_port as port, objid::int as nth from pg_locks
       join pg_stat_activity as activity using (pid)
       where locktype = 'advisory' and classid = ${LOCKS} and not granted order by objid, activity.pid`,
    );
    return rows;
  }

  /** A session that holds the locks; a new one, after Postgres was killed, begins with nothing armed. */
  private async keep(groups: readonly Group[]): Promise<pg.Client> {
    if (this.keeper) return this.keeper;
    const keeper = new pg.Client({ connectionString: this.shop.databaseUrl });
    keeper.on('error', () => {
      if (this.keeper === keeper) this.keeper = undefined;
    });
    await keeper.connect();
    await keeper.query('delete from chaos.armed');
    for (const group of groups) {
      if (group.armed) group.steps.push(group.armed);
      group.armed = null;
      group.until = 0;
    }
    this.keeper = keeper;
    return keeper;
  }
}
