import { randomUUID } from 'node:crypto';
import { countersAgree } from '@fraisier/server/cycle/ballots/counters.sql.ts';
import { dealForMany } from '@fraisier/server/cycle/ballots/deal-hand.ts';
import { countsAgree } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { findMember } from '@fraisier/server/people/members.sql.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openVotedRound, readTables, wrongExposures } from '../../support/ballots.ts';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let server: ServerProcess | undefined;
beforeAll(async () => {
  shop = await openShop();
});
afterEach(() => server?.kill());
afterAll(() => shop.close());

interface Sent {
  readonly voter: SignedIn;
  readonly design: string;
  readonly stars: number;
  /** The receipt's leaf; null when no answer came, so that nobody knows. */
  leaf: string | null;
}

describe('a server that is killed while it takes votes', () => {
  it('keeps every vote that it has answered, and of the others all or nothing', async () => {
    const round = await openVotedRound(shop, { designs: 30 });
    const people = await Promise.all(
      Array.from({ length: 16 }, () => shop.member({ email: `${randomUUID()}@x.test` })),
    );
    const members = await Promise.all(people.map(async ({ id }) => (await findMember(shop.deps.db, id))!));
    await dealForMany(shop.deps, round.slug, members);
    const history: Sent[] = [];
    let next = 0;

    // Killed again and again, each time somewhere else in what it is doing.
    for (const patience of [20, 75]) {
      server = await startServer(shop, { WORKER_CONCURRENCY: '0', TRUST_PROXY: 'true', LOG_LEVEL: 'fatal' });
      const { url } = server;
      const from = history.length;
      const voting = people.map(async (voter) => {
        for (;;) {
          const sent: Sent = {
            voter,
            design: round.designs[next++ % 30]!,
            stars: 1 + (Math.floor(next / 30) % 5),
            leaf: null,
          };
          history.push(sent);
          const answer = await fetch(`${url}/api/rounds/${round.slug}/ballot/${sent.design}`, {
            method: 'PUT',
            headers: { cookie: voter.cookie, 'content-type': 'application/json' },
            body: JSON.stringify({ stars: sent.stars, wouldWear: false }),
          }).catch(() => null);
          const body = await answer?.json().catch(() => null);
          if (!body) return;
          expect(answer?.status).toBe(200);
          sent.leaf = body.receipt.leaf;
        }
      });
      await expect.poll(() => history.length - from, { timeout: 20_000, interval: 1 }).toBeGreaterThan(100 + patience);
      await server.kill();
      await Promise.all(voting);
    }

    // What a killed process had begun may still be committed or rolled back by the database.
    const busy = async () =>
      (
        await shop.pool.query(
          `select count(*) from pg_stat_activity
           where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`,
        )
      ).rows[0].count;
    await expect.poll(busy, { timeout: 10_000 }).toBe(0);

    const { ratings, lines, openings, deals } = await readTables(shop, round);
    const answered = history.filter((sent) => sent.leaf !== null);
    const unknown = history.filter((sent) => sent.leaf === null);
    expect(answered.length).toBeGreaterThan(100);
    expect(unknown.length).toBeGreaterThan(0);
    const logged = new Set(lines.map(({ leaf }) => leaf));
    expect(answered.filter((sent) => !logged.has(sent.leaf!))).toEqual([]);
    const known = new Set(answered.map(({ leaf }) => leaf));
    expect(lines.length - known.size).toBeLessThanOrEqual(unknown.length);
    expect(openings).toBe(lines.length);

    // Both or neither: every rating that stands has its line and its answered deal, and the other way round.
    expect(ratings.every(({ leaf }) => logged.has(leaf))).toBe(true);
    const key = ({ pseudonym_id, design_id }: { pseudonym_id: string; design_id: string }) => pseudonym_id + design_id;
    const rated = deals.filter((deal) => deal.state === 'rated');
    expect(rated.map(key).sort()).toEqual(ratings.map(key).sort());
    const replaced = lines.filter(({ line }) => JSON.parse(line).replaces !== null);
    expect(lines.length - replaced.length).toBe(ratings.length);
    expect(await countersAgree(shop.deps.db, round.id)).toBe(true);
    expect(await countsAgree(shop.deps.db, round.id)).toBe(true);
    expect(await wrongExposures(shop)).toEqual([]);
  }, 120_000);
});
