import { castBatch } from '@fraisier/server/cycle/ballots/cast-ratings.ts';
import { dealForMany } from '@fraisier/server/cycle/ballots/deal-hand.ts';
import { findMember } from '@fraisier/server/people/members.sql.ts';
import { createKeyedDatabase, type Database } from '@fraisier/server/platform/db/database.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openVotedRound } from '../../support/ballots.ts';
import { openShop, type TestShop } from '../../support/shop.ts';

let shop: TestShop;
let votesDb: Database;
beforeAll(async () => {
  shop = await openShop();
  votesDb = createKeyedDatabase(shop.deps.config.databaseUrl, 1);
});
afterAll(async () => {
  await votesDb.destroy();
  await shop.close();
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

/** What a statement that a connection keeps does to find its rows: tables, and what it looks for in an index. */
async function waysToRows(db: Database, name: string): Promise<[string, string][]> {
  const { rows: kept } = await sql<{ takes: number }>`
    select cardinality(parameter_types) as takes from pg_prepared_statements where name = ${name}`.execute(db);
  const nulls = Array.from({ length: kept[0]!.takes }, () => 'null').join(', ');
  const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: Plan }] }>`
    explain (format json) execute ${sql.raw(`${name}(${nulls})`)}`.execute(db);
  const ways: [string, string][] = [];
  const walk = (node: Plan) => {
    const { 'Node Type': type, 'Relation Name': table, 'Index Cond': cond } = node;
    if (table !== undefined && type.endsWith('Scan')) ways.push([table, cond ?? type]);
    for (const part of node.Plans ?? []) walk(part);
  };
  walk(rows[0]!['QUERY PLAN'][0].Plan);
  return ways;
}

it('a vote finds every row by its key, although its tables were a page long when the way was chosen', async () => {
  const round = await openVotedRound(shop, { designs: 3 });
  const voter = await shop.member();
  await dealForMany(shop.deps, round.slug, [(await findMember(shop.deps.db, voter.id))!]);
  const cast = (db: Database, stars: 1 | 2) =>
    castBatch({ votesDb: db }, round.slug, [
      { memberId: voter.id, design: round.designs[0]!, answer: { stars, wouldWear: false, note: `${stars} stars` } },
    ]);
  await cast(shop.deps.db, 1);
  await shop.pool.query('vacuum analyze');
  await cast(votesDb, 2);

  const keyed = (table: string, key: string) => [table, expect.stringContaining(key)];
  expect(await waysToRows(votesDb, 'read_votes')).toEqual([
    keyed('rounds', 'slug'),
    keyed('sessions', 'token'),
    keyed('members', '(id ='),
    keyed('designs', '(id ='),
    keyed('pseudonyms', 'member_id'),
    keyed('deals', 'design_id'),
    keyed('ratings', 'design_id'),
    keyed('ballot_log', 'leaf'),
    keyed('ballot_openings', 'leaf'),
    keyed('notes', 'design_id'),
  ]);
  expect(await waysToRows(votesDb, 'write_votes_noted')).toEqual([
    keyed('rounds', '(id ='),
    keyed('deals', '(id ='),
    keyed('deals', '(id ='),
    keyed('notes', 'design_id'),
    keyed('notes', '(id ='),
  ]);
});
