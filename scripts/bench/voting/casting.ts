import { fileURLToPath } from 'node:url';
import { countersAgree } from '@fraisier/server/cycle/ballots/counters.sql.ts';
import { countsAgree } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { followingUs, runToEnd, start } from '../../support/children.ts';
import { root } from '../../support/folders.ts';
import { PlainError } from '../../support/plain-error.ts';
import { query } from '../../support/query.ts';
import type { BenchShop } from '../bench-shop.ts';
import { median, spreadOf } from '../measure.ts';
import { type PgbenchRun, runPgbench } from '../pgbench.ts';
import { atLeast, atMost, figure, type Report } from '../report.ts';
import { openRound, type Round } from './crowd.ts';
import type { LoadOrder, LoadResult } from './load.ts';

export interface VotingBench {
  readonly shop: BenchShop;
  readonly pgbench: string;
  readonly report: Report;
  readonly seconds: number;
  readonly times: number;
  readonly ratings: number;
  readonly voters: number;
}

const VOTERS = 5000;
const DEALT = 100;

/** The least that a vote is to a database: one statement that puts a rating in its place and writes it into a log. */
export const UPSERT = `\\set voter random(1, ${VOTERS})
\\set design random(1, ${DEALT})
\\set stars random(1, 5)
with rated as (
  insert into rating (voter, design, stars, would_wear) values (:voter, :design, :stars, true)
  on conflict (voter, design) do update set stars = excluded.stars, would_wear = excluded.would_wear
  returning voter, design, stars, would_wear
)
insert into log (voter, design, stars, would_wear) select voter, design, stars, would_wear from rated;
`;

const UPSERT_A_BALLOT = `\\set voter random(1, ${VOTERS})
\\set stars random(1, 5)
with rated as (
  insert into rating (voter, design, stars, would_wear)
  select :voter, design, :stars, true from generate_series(1, ${DEALT}) as design
  on conflict (voter, design) do update set stars = excluded.stars, would_wear = excluded.would_wear
  returning voter, design, stars, would_wear
)
insert into log (voter, design, stars, would_wear) select voter, design, stars, would_wear from rated;
`;

export async function layOutPlain({ shop }: VotingBench): Promise<void> {
  await query(
    shop.plainUrl,
    `drop table if exists rating, log;
     create table rating (
       voter int not null, design int not null, stars smallint not null, would_wear boolean not null,
       primary key (voter, design)
     );
     create table log (
       id bigint generated always as identity primary key, voter int not null, design int not null,
       stars smallint not null, would_wear boolean not null
     )`,
  );
}

/** Sends votes for a while; refuses to go on when the log does not hold exactly what was accepted. */
export function loader({ shop }: VotingBench, round: Round, what: LoadOrder['what']) {
  let from = 0;
  const ratings = { rating: 1, ballot: round.crowd.dealt, hand: 0 }[what];
  const lines = async (): Promise<number> => {
    const { rows } = await shop.db.pool.query('select count(*) from ballot_log where round_id = $1', [round.id]);
    return rows[0].count;
  };
  return async (clients: number, seconds: number): Promise<LoadResult & { perSecond: number }> => {
    const { port, appUrl, secret } = shop;
    const before = await lines();
    const { taken, ...result } = await sendLoad({
      ...{ port, appUrl, secret, crowd: round.crowd, what, clients, seconds, from },
    });
    from += result.sent;
    const written = (await lines()) - before;
    if (written !== taken * ratings) {
      throw new PlainError(`${taken * ratings} ratings were accepted, but the log has ${written} lines more.`);
    }
    return { ...result, perSecond: taken / result.seconds };
  };
}

/** Lets the load client send for a while; refuses to go on when an answer is anything but yes. */
async function sendLoad(order: LoadOrder): Promise<LoadResult & { taken: number }> {
  const { code, output } = await runToEnd(
    process.execPath,
    [...followingUs, fileURLToPath(new URL('load.ts', import.meta.url)), JSON.stringify(order)],
    { cwd: root, channel: 'ipc' },
  );
  if (code !== 0) throw new PlainError(`The load ended with ${code}:\n${output}`);
  const result = JSON.parse(output) as LoadResult;
  const { 200: taken = 0, ...refused } = result.answers;
  if (Object.keys(refused).length > 0) throw new PlainError(`Votes were refused: ${JSON.stringify(refused)}.`);
  return { ...result, taken };
}

/** Votes a second that a server answers which does nothing but check, sign and answer: how far the limit itself is. */
async function bareVotes({ shop, seconds }: VotingBench, round: Round, clients: number): Promise<number> {
  const child = await start(
    process.execPath,
    [...followingUs, fileURLToPath(new URL('bare-server.ts', import.meta.url))],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  try {
    const port = await new Promise<number>((told) => child.process.once('message', (said) => told(Number(said))));
    const order = {
      port,
      appUrl: shop.appUrl,
      secret: shop.secret,
      crowd: round.crowd,
      what: 'rating',
      from: 0,
    } as const;
    await sendLoad({ ...order, clients, seconds: WARM_SECONDS });
    const { taken, seconds: took } = await sendLoad({ ...order, clients, seconds });
    return taken / took;
  } finally {
    await child.stop(5_000);
  }
}

const WARM_SECONDS = 2;
const CLIENTS = [1, 8, 32, 128] as const;
/** How many of pgbench's clients are the limit P for many of ours: with more it becomes slower. */
const P_CLIENTS = 32;
const least: Partial<Record<number, number>> = { 1: 0.5, 32: 1.2, 128: 1.5 };
const MOST_P99 = 4;

/** One rating a request, durable when it is answered, against the one statement that it is at least. */
export async function castOneByOne(bench: VotingBench): Promise<void> {
  const { shop, report, seconds, times, pgbench } = bench;
  await layOutPlain(bench);
  const round = await openRound(shop.db.pool, { slug: '2031-01', designs: 200, voters: VOTERS, dealt: DEALT });
  const send = loader(bench, round, 'rating');
  const limit = (clients: number, seed: number, length = seconds) =>
    runPgbench(pgbench, shop.plainUrl, { script: UPSERT, clients, seconds: length, seed });
  await limit(P_CLIENTS, 1, WARM_SECONDS);
  for (const clients of [1, 32, 128]) await send(clients, WARM_SECONDS);
  const memoryBefore = shop.memory();

  const runs = new Map(CLIENTS.map((clients) => [clients, [] as Turn[]]));
  for (let time = 0; time < times; time++) {
    for (const clients of CLIENTS) {
      const plain = await limit(clients, 10 + time);
      const bare = await bareVotes(bench, round, clients);
      runs.get(clients)!.push({ plain, bare, votes: await send(clients, seconds) });
    }
  }
  for (const [clients, turns] of runs) {
    const name = `one rating, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
    const best = clients > P_CLIENTS ? runs.get(P_CLIENTS)! : turns;
    const ratios = turns.map(({ votes }, nth) => votes.perSecond / best[nth]!.plain.perSecond);
    const p99s = turns.map(({ votes, plain }) => votes.p99 / plain.p99);
    const limitName = clients === 1 ? 'of pgbench’s' : `P (${Math.min(clients, P_CLIENTS)} of pgbench)`;
    const target = least[clients];
    const ratio = figure(`${name}: ratings/s`, median(ratios), limitName, spreadOf(ratios));
    report.add(target ? atLeast(target, ratio) : ratio);
    report.add(atMost(MOST_P99, figure(`${name}: p99`, median(p99s), 'of pgbench’s', spreadOf(p99s))));
    const ours = turns.map(({ votes }) => votes.perSecond);
    const theirs = turns.map(({ plain }) => plain.perSecond);
    const ofBare = turns.map(({ votes, bare }) => votes.perSecond / bare);
    report.add(figure(`${name}: against HTTP alone`, median(ofBare), 'of HTTP alone', spreadOf(ofBare)));
    const bares = turns.map(({ bare }, nth) => bare / best[nth]!.plain.perSecond);
    report.add(figure(`${name}: HTTP alone`, median(bares), limitName, spreadOf(bares)));
    report.add(figure(`${name}: ours`, median(ours), 'ratings/s', spreadOf(ours)));
    report.add(figure(`${name}: pgbench, ${clients}`, median(theirs), 'ratings/s', spreadOf(theirs)));
    const ownP99 = turns.map(({ votes }) => votes.p99);
    report.add(figure(`${name}: p50`, median(turns.map(({ votes }) => votes.p50)), 'ms'));
    report.add(figure(`${name}: p99`, median(ownP99), 'ms', spreadOf(ownP99)));
  }
  const agree = Number((await countersAgree(shop.db.db, round.id)) && (await countsAgree(shop.db.db, round.id)));
  report.add(atLeast(1, figure('counters, rows and log replay of these votes agree', agree, '1 is yes')));
  const grown = shop.memory() / memoryBefore;
  report.add(atMost(MOST_GROWN, figure('memory of the server after these votes', grown, 'of before')));
  report.note(`(The server held ${Math.round(memoryBefore / 2 ** 20)} MB before.)`);
}

const MOST_GROWN = 1.25;

interface Turn {
  readonly plain: PgbenchRun;
  /** Of a server that has no database. */
  readonly bare: number;
  readonly votes: LoadResult & { perSecond: number };
}

const BALLOT_CLIENTS = 8;
const LEAST_BALLOT = 0.8;

/** A hundred ratings in one request, as a phone sends that comes back, against a hundred in one statement. */
export async function castBallots(bench: VotingBench): Promise<void> {
  const { shop, report, seconds, times, pgbench } = bench;
  await layOutPlain(bench);
  const round = await openRound(shop.db.pool, { slug: '2031-02', designs: 200, voters: VOTERS, dealt: DEALT });
  const send = loader(bench, round, 'ballot');
  const limit = (seed: number, length = seconds) =>
    runPgbench(pgbench, shop.plainUrl, { script: UPSERT_A_BALLOT, clients: BALLOT_CLIENTS, seconds: length, seed });
  await limit(1, WARM_SECONDS);
  await send(BALLOT_CLIENTS, WARM_SECONDS);

  const turns: Omit<Turn, 'bare'>[] = [];
  for (let time = 0; time < times; time++) {
    const plain = await limit(20 + time);
    turns.push({ plain, votes: await send(BALLOT_CLIENTS, seconds) });
  }
  const ratios = turns.map(({ plain, votes }) => votes.perSecond / plain.perSecond);
  const ours = turns.map(({ votes }) => votes.perSecond * DEALT);
  const theirs = turns.map(({ plain }) => plain.perSecond * DEALT);
  const name = `a ballot of ${DEALT}, ${BALLOT_CLIENTS} clients`;
  const ratio = figure(`${name}: ratings/s`, median(ratios), 'of pgbench’s', spreadOf(ratios));
  report.add(atLeast(LEAST_BALLOT, ratio));
  report.add(figure(`${name}: ours`, median(ours), 'ratings/s', spreadOf(ours)));
  report.add(figure(`${name}: pgbench`, median(theirs), 'ratings/s', spreadOf(theirs)));
  const p50 = turns.map(({ votes }) => votes.p50);
  report.add(figure(`${name}: p50`, median(p50), 'ms', spreadOf(p50)));
}
