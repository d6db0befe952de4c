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
  readonly 'TID Cond'?: string;
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
    const { 'Node Type': type, 'Relation Name': table, 'Index Cond': cond, 'TID Cond': place } = node;
    // What Postgres numbers or casts on its own is the same way.
    const key = (cond ?? place ?? type).replaceAll(/_\d+\./g, '.').replaceAll(/\((\w+)\)::\w+/g, '$1');
    if (table !== undefined && type.endsWith('Scan')) ways.push([table, key]);
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
  await cast(votesDb, 2);

  expect(await waysToRows(votesDb, 'read_votes')).toEqual([
    ['rounds', '(slug = $1)'],
    ['sessions', '(token = asked.session)'],
    ['members', '(id = COALESCE(asked.member_id, sessions.member_id))'],
    ['designs', '(id = asked.design_id)'],
    ['pseudonyms', '((round_id = place.id) AND (member_id = members.id))'],
    ['deals', '((pseudonym_id = pseudonyms.id) AND (stage = place.stage) AND (design_id = asked.design_id))'],
    ['ratings', '((pseudonym_id = pseudonyms.id) AND (design_id = asked.design_id))'],
    ['notes', '((pseudonym_id = ratings.pseudonym_id) AND (design_id = asked.design_id))'],
  ]);
  expect(await waysToRows(votesDb, 'read_proofs')).toEqual([
    ['ballot_log', '((round_id = $2) AND (leaf = asked.leaf))'],
    ['ballot_openings', '((round_id = $3) AND (leaf = asked.leaf))'],
  ]);
  expect(await waysToRows(votesDb, 'write_votes_noted_changed')).toEqual([
    ['rounds', '(id = $2)'],
    ['deals', '(id = answer.deal_id)'],
    ['deals', '(ctid = dealt.at)'],
    ['ratings', '((pseudonym_id = cast_now.pseudonym_id) AND (design_id = cast_now.design_id))'],
    ['ratings', '(ctid = standing.at)'],
    ['notes', '((pseudonym_id = said.pseudonym_id) AND (design_id = said.design_id))'],
    ['notes', expect.stringMatching(/^\(id = ANY/)],
  ]);
});
