import { randomUUID } from 'node:crypto';
import { castBatch } from '@fraisier/server/cycle/ballots/cast-ratings.ts';
import { countersAgree } from '@fraisier/server/cycle/ballots/counters.sql.ts';
import { dealForMany } from '@fraisier/server/cycle/ballots/deal-hand.ts';
import { countsAgree } from '@fraisier/server/cycle/ballots/replay-log.sql.ts';
import { lockRound } from '@fraisier/server/cycle/rounds/find-round.ts';
import { findMember } from '@fraisier/server/people/members.sql.ts';
import { createDatabase } from '@fraisier/server/platform/db/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReceipt, openVotedRound, readTables, type VotedRound, wrongExposures } from '../../support/ballots.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
/** Who moves the round has connections of their own, as in another process. */
let mover: ReturnType<typeof createDatabase>;
beforeAll(async () => {
  // Broken connections are what is tried here: they need not be told.
  shop = await openShop({ logLevel: 'fatal' });
  mover = createDatabase(shop.deps.config.databaseUrl, 3);
  await Promise.all([1, 2, 3].map(() => mover.pool.query('select pg_sleep(0.02)')));
});
afterAll(async () => {
  await mover.db.destroy();
  await shop.close();
});

const ballot = (round: VotedRound, design: string) => `/api/rounds/${round.slug}/ballot/${design}`;
const two = { stars: 2, wouldWear: false };

/** People with every design of the round in front of them. */
async function dealtPeople(round: VotedRound, count: number): Promise<SignedIn[]> {
  const people = await Promise.all(
    Array.from({ length: count }, () => shop.member({ email: `${randomUUID()}@x.test` })),
  );
  const members = await Promise.all(people.map(async ({ id }) => (await findMember(shop.deps.db, id))!));
  await dealForMany(shop.deps, round.slug, members);
  return people;
}

/** Without a port: hundreds of calls at once. */
async function put(voter: Pick<SignedIn, 'cookie'>, url: string, payload: object) {
  const answer = await shop.app.inject({ method: 'PUT', url, payload, headers: { cookie: voter.cookie } });
  return { status: answer.statusCode, body: answer.json() };
}

/** Holds the round as an act does that moves it, until it is let go. */
async function holdRound(round: VotedRound) {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let taken = () => {};
  const held = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const done = mover.db.transaction().execute(async (trx) => {
    await lockRound(trx, round.slug, 'update');
    taken();
    await free;
  });
  await held;
  return async () => {
    letGo();
    await done;
  };
}

/** Waits until so many statements wait for a lock. */
async function someoneWaits(statements = 1): Promise<void> {
  for (;;) {
    const { rows } = await mover.pool.query(
      `select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (rows[0].count >= statements) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function everythingFits(round: VotedRound, accepted: number) {
  const { ratings, lines, openings, deals } = await readTables(shop, round);
  const counts = [ratings.length, lines.length, openings, deals.filter((deal) => deal.state === 'rated').length];
  expect(counts).toEqual(new Array(4).fill(accepted));
  expect(await countersAgree(shop.deps.db, round.id)).toBe(true);
  expect(await countsAgree(shop.deps.db, round.id)).toBe(true);
  expect(await wrongExposures(shop)).toEqual([]);
  return lines;
}

describe('four hundred votes at once and a freeze in the middle', () => {
  it('accepted, ratings and log lines are the same number; none is late and none double', async () => {
    const round = await openVotedRound(shop, { designs: 20 });
    const people = await dealtPeople(round, 20);
    const votes = people.flatMap((voter) => round.designs.map((design) => ({ voter, design })));
    expect(votes).toHaveLength(400);
    // More than the queue takes in one batch: the first goes, the freeze comes, the others must stay out.
    let linesAtFreeze = -1;
    const first = votes.splice(0, 150).map(({ voter, design }) => put(voter, ballot(round, design), two));
    const freeze = first[0]!.then(() =>
      mover.db.transaction().execute(async (trx) => {
        await lockRound(trx, round.slug, 'update');
        await trx.updateTable('rounds').set({ phase: 'frozen' }).where('id', '=', round.id).execute();
        const { rows } = await mover.pool.query('select count(*) from ballot_log where round_id = $1', [round.id]);
        linesAtFreeze = rows[0].count;
      }),
    );
    // Waves, so that some are before, some beside and some behind the freeze.
    const others = votes.map(async ({ voter, design }, nth) => {
      await new Promise((resolve) => setTimeout(resolve, nth * 2));
      return put(voter, ballot(round, design), { ...two, stars: 1 + (nth % 5) });
    });
    const answers = await Promise.all([...first, ...others]);
    await freeze;

    const accepted = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(accepted.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['round_closed']));
    expect(linesAtFreeze).toBe(accepted.length);
    const lines = await everythingFits(round, accepted.length);
    const receipts = accepted.map(({ body }) => body.receipt);
    for (const receipt of receipts) openReceipt(shop, receipt);
    expect(receipts.map(({ leaf }) => leaf).sort()).toEqual(lines.map(({ leaf }) => leaf).sort());
  });

  it('holds the planned end as strictly: a vote that waited past it is late', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const [voter] = await dealtPeople(round, 1);
    await mover.pool.query(
      `update rounds set final_due_at = shop_now(), freeze_due_at = shop_now() + interval '1 second' where id = $1`,
      [round.id],
    );
    const letGo = await holdRound(round);
    const vote = put(voter!, ballot(round, round.designs[0]!), two);
    await someoneWaits();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await letGo();
    const { status, body } = await vote;
    expect([status, body.code]).toEqual([409, 'round_closed']);
    await everythingFits(round, 0);
  });
});

describe('a voter in several places', () => {
  it('in two tabs and on a phone: one rating a design, a line for each change, one chain', async () => {
    const round = await openVotedRound(shop, { designs: 3 });
    const [tab] = await dealtPeople(round, 1);
    const phone = await shop.member({ email: tab!.email, name: tab!.name });
    expect(phone.cookie).not.toBe(tab!.cookie);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, nth) =>
        put([tab!, phone][nth % 2]!, ballot(round, round.designs[nth % 3]!), {
          stars: 1 + (nth % 5),
          wouldWear: false,
        }),
      ),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const { ratings, lines } = await readTables(shop, round);
    expect(ratings).toHaveLength(3);
    const leaves = new Set(answers.map(({ body }) => body.receipt.leaf));
    expect(lines).toHaveLength(leaves.size);
    const replaced = lines.map(({ line }) => JSON.parse(line).replaces).filter(Boolean);
    expect(new Set(replaced).size).toBe(replaced.length);
    expect(lines.length - replaced.length).toBe(3);
    expect(await countersAgree(shop.deps.db, round.id)).toBe(true);
    expect(await countsAgree(shop.deps.db, round.id)).toBe(true);
  });

  it('in two processes: who was slower looks again, and nothing is counted twice', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const [voter] = await dealtPeople(round, 1);
    // Each shop has a queue of its own on the same database.
    const other = await openShop({ databaseUrl: shop.deps.config.databaseUrl, secret: shop.deps.config.secret });
    try {
      const answers = await Promise.all(
        Array.from({ length: 40 }, async (_, nth) => {
          const { app } = [shop, other][nth % 2]!;
          const payload = { stars: 1 + (nth % 5), wouldWear: false };
          const url = ballot(round, round.designs[0]!);
          return app.inject({ method: 'PUT', url, payload, headers: { cookie: voter!.cookie } });
        }),
      );
      const accepted = answers.filter(({ statusCode }) => statusCode === 200);
      const others = answers.filter(({ statusCode }) => statusCode !== 200);
      expect(others.filter(({ statusCode }) => statusCode !== 503)).toEqual([]);
      const { ratings, lines } = await readTables(shop, round);
      expect(ratings).toHaveLength(1);
      expect(lines).toHaveLength(new Set(accepted.map((answer) => answer.json().receipt.leaf)).size);
      expect(await countersAgree(shop.deps.db, round.id)).toBe(true);
      expect(await countsAgree(shop.deps.db, round.id)).toBe(true);
    } finally {
      await other.close();
    }
  });
});

describe('who waits for whom', () => {
  const waitingFor = async () => {
    const { rows } = await mover.pool.query<{ locktype: string }>(
      `select locktype from pg_locks join pg_stat_activity using (pid)
       where not granted and datname = current_database() order by 1`,
    );
    return rows.map((row) => row.locktype);
  };

  it('new ratings and changed ones are counted by one batch at a time, so that no two wait for each other', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const [first, second, third] = await dealtPeople(round, 3);
    const [low, high] = round.designs as [string, string];
    const vote = ({ id }: SignedIn, design: string, stars: number) => ({
      memberId: id,
      design,
      answer: { stars, wouldWear: false },
    });
    const cast = async (...votes: ReturnType<typeof vote>[]) => {
      const outcomes = await castBatch(shop.deps, round.slug, votes);
      expect(outcomes.every((outcome) => typeof outcome === 'object' && outcome.reasons === null)).toBe(true);
    };
    await cast(vote(first!, high, 1), vote(third!, low, 1), vote(third!, high, 1));
    const holder = await mover.pool.connect();
    await holder.query('begin');
    await holder.query('select from rating_counts where round_id = $1 and design_id = $2 for update', [round.id, low]);
    const changes = cast(vote(third!, low, 2), vote(third!, high, 2));
    await someoneWaits();
    // Without an order of their own these would hold the counters of `high` and wait for those of `low`.
    const both = cast(vote(first!, high, 2), vote(second!, low, 1));
    await someoneWaits(2);
    const waiting = await waitingFor();
    await holder.query('commit');
    holder.release();
    expect(waiting).toEqual(['advisory', 'transactionid']);
    await Promise.all([changes, both]);
    expect(await countersAgree(shop.deps.db, round.id)).toBe(true);
  });

  it('who deals a hand holds nothing that a vote asks for after its deals', async () => {
    const round = await openVotedRound(shop, { designs: 12 });
    const voter = await shop.member({ email: `${randomUUID()}@x.test` });
    const hands = `/api/rounds/${round.slug}/hands`;
    const { body: hand } = await voter.post(hands).expect(200);
    await shop.pool.query(
      `update deals set dealt_at = shop_now() - interval '25 hours', expires_at = shop_now() - interval '1 hour'
       where round_id = $1`,
      [round.id],
    );
    const holder = await mover.pool.connect();
    await holder.query('begin');
    await holder.query('select from deals where round_id = $1 for update', [round.id]);
    const tabs = [voter.post(hands), voter.post(hands)].map((asked) => asked.expect(200).then(({ body }) => body));
    await someoneWaits(2);
    // As the first rating of a voter does, with the deals in its hands.
    const { rowCount } = await holder.query(
      'select from pseudonyms where round_id = $1 and member_id = $2 for no key update skip locked',
      [round.id, voter.id],
    );
    await holder.query('commit');
    holder.release();
    expect(rowCount).toBe(1);
    const [one, other] = await Promise.all(tabs);
    expect([one.hand, other.hand]).toEqual([hand.hand + 1, hand.hand + 1]);
    expect(await wrongExposures(shop)).toEqual([]);
  });
});

describe('a session', () => {
  it('that ends while a vote waits for its turn takes the vote with it', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    // So many that some are of each lane.
    const [leaving, staying, ...early] = await dealtPeople(round, 22);
    const letGo = await holdRound(round);
    const before = early.map((voter) => put(voter, ballot(round, round.designs[0]!), two));
    await someoneWaits(2);
    // These stand in the queue behind the first.
    const vote = put(leaving!, ballot(round, round.designs[0]!), two);
    const list = put(leaving!, `/api/rounds/${round.slug}/ballot`, { ratings: [{ design: round.designs[1], ...two }] });
    const other = put(staying!, ballot(round, round.designs[0]!), two);
    await shop.visitor.post('/api/auth/sign-out', {}).set('cookie', leaving!.cookie).expect(200);
    await letGo();
    for (const { status } of await Promise.all(before)) expect(status).toBe(200);
    for (const answer of [await vote, await list]) {
      expect([answer.status, answer.body.code]).toEqual([401, 'not_signed_in']);
    }
    expect((await other).status).toBe(200);
    await everythingFits(round, early.length + 1);
  });

  it('is refused when it has run out, or its member is gone, whatever else is wrong', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const [old, erased] = await dealtPeople(round, 2);
    await shop.pool.query(`update sessions set expires_at = clock_timestamp() where member_id = $1`, [old!.id]);
    await shop.pool.query('update members set erased_at = shop_now() where id = $1', [erased!.id]);
    for (const voter of [old!, erased!]) {
      expect((await put(voter, ballot(round, round.designs[0]!), two)).status).toBe(401);
      expect((await put(voter, '/api/rounds/2019-01/ballot', { ratings: [{ design: round.id, ...two }] })).status).toBe(
        401,
      );
    }
    await everythingFits(round, 0);
  });

  it('cannot be made up: a cookie without our signature is nobody, before the body is looked at', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const [voter] = await dealtPeople(round, 1);
    const [name, value = ''] = voter!.cookie.split('=');
    const [token, signature] = decodeURIComponent(value).split('.') as [string, string];
    const forged = [
      token,
      `${token}.`,
      `${token}.${Buffer.alloc(32).toString('base64')}`,
      `${token}x.${signature}`,
      `.${signature}`,
      '%E0%A4%A',
      '',
    ];
    for (const one of forged) {
      const cookie = `${name}=${one === '%E0%A4%A' ? one : encodeURIComponent(one)}`;
      const answer = await put({ cookie }, ballot(round, round.designs[0]!), { nonsense: true });
      expect([answer.status, answer.body.code], one).toEqual([401, 'not_signed_in']);
    }
    const beside = { cookie: `a=b; ${voter!.cookie}; c=d` };
    expect((await put(beside, ballot(round, round.designs[0]!), two)).status).toBe(200);
  });

  it('lasts on for those who only vote, at most once a day', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const [voter] = await dealtPeople(round, 1);
    const days = async () => {
      const { rows } = await shop.pool.query(
        `select extract(epoch from expires_at - clock_timestamp())::float8 / 86400 as days from sessions
         where member_id = $1`,
        [voter!.id],
      );
      return rows[0].days as number;
    };
    const setDays = (count: number) =>
      shop.pool.query(
        `update sessions set expires_at = clock_timestamp() + make_interval(hours => $2) where member_id = $1`,
        [voter!.id, Math.round(count * 24)],
      );
    await setDays(59.5);
    await put(voter!, ballot(round, round.designs[0]!), two);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await days()).toBeLessThan(59.6);
    await setDays(10);
    await put(voter!, ballot(round, round.designs[0]!), two);
    await expect.poll(days).toBeGreaterThan(59.9);
  });
});

describe('a batch that is cut off', () => {
  it('leaves nothing of its votes, and they can be sent again', async () => {
    const round = await openVotedRound(shop, { designs: 3 });
    const people = await dealtPeople(round, 5);
    const letGo = await holdRound(round);
    const cut = people.map((voter) => put(voter, ballot(round, round.designs[0]!), two));
    await someoneWaits();
    await mover.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where wait_event_type = 'Lock' and datname = current_database()`,
    );
    await letGo();
    const answers = await Promise.all(cut);
    // The pool notices a moment later that the connection is gone.
    const ask = () =>
      shop.pool.query('select').then(
        () => true,
        () => false,
      );
    await expect.poll(ask).toBe(true);
    const refused = answers.filter(({ status }) => status !== 200);
    // Those of the batch that was cut; what waited behind it is written by another connection.
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, body } of refused) expect([status, body.code]).toEqual([503, 'unavailable']);
    await everythingFits(round, 5 - refused.length);
    const again = await Promise.all(people.map((voter) => put(voter, ballot(round, round.designs[0]!), two)));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await everythingFits(round, 5);
  });
});

describe('the counters', () => {
  it('follow every change of the ratings, and an erasure', async () => {
    const round = await openVotedRound(shop, { designs: 3 });
    const people = await dealtPeople(round, 4);
    for (const [nth, voter] of people.entries()) {
      await put(voter, ballot(round, round.designs[0]!), { stars: 5, wouldWear: true });
      await put(voter, ballot(round, round.designs[nth % 3]!), { stars: 1 + nth, wouldWear: false });
    }
    expect(await countersAgree(shop.deps.db, round.id)).toBe(true);
    const totals = async () =>
      (await shop.pool.query('select voters, ratings from ballot_totals where round_id = $1', [round.id])).rows[0];
    expect(await totals()).toEqual({ voters: 4, ratings: 6 });
    await shop.pool.query(
      `delete from ratings using pseudonyms where pseudonyms.id = pseudonym_id and member_id = $1 and ratings.round_id = $2`,
      [people[1]!.id, round.id],
    );
    expect(await countersAgree(shop.deps.db, round.id)).toBe(true);
    expect(await totals()).toEqual({ voters: 3, ratings: 4 });
    await shop.pool.query('update rating_counts set ratings = ratings + 1 where round_id = $1', [round.id]);
    expect(await countersAgree(shop.deps.db, round.id)).toBe(false);
  });
});

describe('the tables', () => {
  it('take no rating or opening without its line, and no rating of a design of another round', async () => {
    const round = await openVotedRound(shop, { designs: 2 });
    const other = await openVotedRound(shop, { designs: 1 });
    const [voter] = await dealtPeople(round, 1);
    await put(voter!, ballot(round, round.designs[0]!), two);
    const foreign = { code: '23503' };
    const ask = (text: string, ...values: unknown[]) => shop.pool.query(text, [round.id, ...values]);
    const rating = `insert into ratings (round_id, pseudonym_id, design_id, stars, would_wear, leaf)`;
    const own = `select round_id, gen_random_uuid(), $2, 3, false`;
    await expect(
      ask(`${rating} ${own}, sha256('x') from ratings where round_id = $1`, round.designs[1]),
    ).rejects.toMatchObject(foreign);
    await expect(
      ask(`${rating} ${own}, leaf from ratings where round_id = $1`, other.designs[0]),
    ).rejects.toMatchObject(foreign);
    await expect(ask(`update ratings set leaf = sha256('x') where round_id = $1`)).rejects.toMatchObject(foreign);
    const opening = `insert into ballot_openings values ($1, sha256('x'), decode(repeat('00', 16), 'hex'), '{}')`;
    await expect(ask(opening)).rejects.toMatchObject(foreign);
    const line = `insert into ballot_log (round_id, kind, line, leaf) values (gen_random_uuid(), 'ballot', '{}', sha256('x'))`;
    await expect(shop.pool.query(line)).rejects.toMatchObject(foreign);
    await everythingFits(round, 1);
  });

  it.each([
    `update deals set state = 'lost'`,
    `update deals set stage = 'early'`,
    'update deals set hand = 0',
    'update deals set place = 0',
    'update ratings set stars = 6',
    `update ratings set size = 'XXS', would_wear = true`,
    `update ratings set size = 'S', would_wear = false`,
    `update ballot_openings set salt = '\\x00'`,
    `insert into ballot_log (round_id, kind, line, leaf) select id, 'bribe', '{}', sha256('x') from rounds`,
    `insert into ballot_log (round_id, kind, line, leaf) select id, 'ballot', '{}', '\\x00' from rounds`,
    `insert into ballot_log (round_id, kind, line, leaf, tree_index) select id, 'ballot', '{}', sha256('x'), -1 from rounds`,
  ])('refuse what is no value: %s', async (text) => {
    const round = await openVotedRound(shop, { designs: 2 });
    const [voter] = await dealtPeople(round, 1);
    await put(voter!, ballot(round, round.designs[0]!), two);
    await expect(shop.pool.query(text)).rejects.toMatchObject({ code: '23514' });
  });
});
