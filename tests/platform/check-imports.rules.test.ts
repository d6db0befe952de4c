import { describe, expect, it } from 'vitest';
import { scan } from '../../scripts/walls/scan.ts';
import { tablesAfter, writersIn } from '../../scripts/walls/tables.ts';
import { breaches } from '../../scripts/walls/walls.ts';

const tableOwners = { ratings: 'cycle/ballots', rounds: 'cycle/rounds', mails: 'platform/mail' };

function check(files: Record<string, string>): string[] {
  return breaches({ files: new Map(Object.entries(files)), tableOwners });
}

describe('good neighbours', () => {
  it('lets a use case take its own SQL, a neighbour’s read, the rules and the platform', () => {
    const found = check({
      'server/src/cycle/ballots/cast-ballot.ts': `
        import { reasonsNotToVote } from '@fraisier/shared/cycle/voting-rules.ts';
        import { enqueueMail } from '../../platform/mail/outbox.sql.ts';
        import { findRound } from '../rounds/rounds.sql.ts';
        import { writeRating } from './ballots.sql.ts';`,
      'server/src/cycle/ballots/ballots.sql.ts': `
        import { sql } from 'kysely';
        import type { Trx } from '../../platform/db/database.ts';
        export async function writeRating(trx: Trx) { await trx.insertInto('ratings').execute(); }`,
      'server/src/cycle/rounds/rounds.sql.ts': `
        export async function findRound(db) { return db.selectFrom('rounds').execute(); }
        export async function moveRound(db) { await db.updateTable('rounds').execute(); }`,
      'server/src/platform/mail/outbox.sql.ts': `export const enqueueMail = (trx) => trx.insertInto('mails').execute();`,
      'server/src/platform/storage/disk-storage.ts': `import { rm } from 'node:fs/promises';`,
      'server/src/platform/images/create-images.ts': `import sharp from 'sharp';`,
      'server/src/main.ts': `readConfig(process.env);`,
      'shared/src/contracts/ballots.ts': `import * as Type from 'typebox'; import { SCORES } from '../cycle/score.ts';`,
      'shared/src/cycle/tally.ts': `import { sum } from './integer-math.ts'; export const at = (now: Date) => new Date(now);`,
      'web/src/cycle/ballots/ballot-page.tsx': `
        import { useState } from 'react';
        import { castBallot } from '@fraisier/shared/contracts/ballots.ts';
        import { Button } from '../../platform/ui/button.tsx';`,
    });
    expect(found).toEqual([]);
  });

  it('lets types pass where code may not', () => {
    const file = 'server/src/cycle/ballots/ballots.sql.ts';
    expect(check({ [file]: `import type { Deps } from '../../deps.ts';` })).toEqual([]);
    expect(check({ [file]: `import { type Deps } from '../../deps.ts';` })).toEqual([]);
    expect(check({ [file]: `import { deps } from '../../deps.ts';` })).toHaveLength(1);
  });
});

describe('breaches', () => {
  const one = (path: string, source: string, sentence: RegExp) => {
    const found = check({ [path]: source });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
    expect(found[0]).toContain(`${path}:`);
  };

  it('keeps the verifier apart from what it verifies, both ways', () => {
    const alone = /second implementation/;
    one('shared/src/verifier/recount.ts', `import { score } from '../cycle/tally.ts';`, alone);
    one('shared/src/verifier/zip.ts', `import { inflateRawSync } from 'node:zlib';`, alone);
    one('shared/src/verifier/notes.ts', `import { verify } from 'noble';`, alone);
    const unknown = /knows nothing of its verifier/;
    one('server/src/cycle/rounds/count.ts', `import { rank } from '@fraisier/shared/verifier/recount.ts';`, unknown);
    const fromRules = check({ 'shared/src/cycle/tally.ts': `import { rank } from '../verifier/recount.ts';` });
    expect(fromRules.some((each) => unknown.test(each))).toBe(true);
    const page = 'web/src/cycle/ballots/verify-page.tsx';
    expect(check({ [page]: `import { verifyBundle } from '@fraisier/shared/verifier/verify-bundle.ts';` })).toEqual([]);
  });

  it.each([
    ['a package', `import * as Type from 'typebox';`],
    ['a node module', `import { createHash } from 'node:crypto';`],
    ['a contract', `import { x } from '../contracts/ballots.ts';`],
    ['the server', `import type { Deps } from '@fraisier/server/deps.ts';`],
    ['a module passed on', `export * from '../http/contract.ts';`],
    ['a module on demand', `const x = await import('../http/contract.ts');`],
  ])('keeps %s out of the pure rules', (_, source) => {
    one('shared/src/cycle/tally.ts', source, /is pure and imports only itself/);
  });

  it.each([
    [`const now = Date.now();`, /no clock/],
    [`const now = new Date();`, /no clock/],
    [`const die = Math.random();`, /no randomness/],
  ])('keeps clock and chance out of the pure rules: %s', (source, sentence) => {
    one('shared/src/cycle/dealing.ts', source, sentence);
  });

  it('keeps shared from the server and from Node', () => {
    one('shared/src/http/problems.ts', `import { app } from '@fraisier/server/app.ts';`, /shared imports only shared/);
    one('shared/src/http/problems.ts', `import { readFileSync } from 'node:fs';`, /runs in a browser/);
  });

  it('keeps the web from the server, and the server from the tests and the web', () => {
    one('web/src/app.tsx', `import type { DB } from '@fraisier/server/platform/db/schema.ts';`, /the web imports only/);
    one('web/src/app.tsx', `import { x } from '../../server/src/app.ts';`, /the web imports only/);
    one(
      'server/src/app.ts',
      `import { cloneDatabase } from '../../tests/support/database.ts';`,
      /the server imports only/,
    );
    one('server/src/app.ts', `import { render } from '../../web/src/entry-server.tsx';`, /the server imports only/);
  });

  it('keeps what touches the world in its adapter', () => {
    one(
      'server/src/cycle/submissions/check-artwork.ts',
      `import sharp from 'sharp';`,
      /only platform\/images imports sharp/,
    );
    one('server/src/platform/mail/x.ts', `import sharp from 'sharp';`, /only platform\/images imports sharp/);
    one('server/src/cycle/prints/packet.ts', `import { rm } from 'node:fs/promises';`, /only platform imports/);
    one('server/src/people/invite.ts', `import { createTransport } from 'nodemailer';`, /only platform\/mail/);
  });

  it('keeps the environment in main.ts, and is not fooled by words', () => {
    one('server/src/config.ts', `const url = process.env.DATABASE_URL;`, /only server\/src\/main.ts/);
    one('shared/src/http/contract.ts', `if (process.env['X']) {}`, /only server\/src\/main.ts/);
    const words = `// process.env\n/* import x from 'sharp'; */\nconst a = "process.env"; const b = \`\nimport sharp from 'sharp';\n\`;`;
    expect(check({ 'server/src/config.ts': words })).toEqual([]);
  });

  it('keeps a table to the SQL of its owner', () => {
    one('server/src/cycle/runs/runs.sql.ts', `db.updateTable('rounds').set({})`, /rounds belongs to cycle\/rounds/);
    one(
      'server/src/cycle/runs/runs.sql.ts',
      'sql`insert into ratings (score) values (1)`',
      /ratings belongs to cycle\/ballots/,
    );
    one('server/src/cycle/runs/runs.sql.ts', 'sql`update rounds as r set phase = 1`', /rounds belongs to/);
    one('server/src/cycle/runs/runs.sql.ts', 'sql`DELETE FROM mails`', /mails belongs to platform\/mail/);
    one('server/src/cycle/rounds/open-round.ts', `trx.insertInto('rounds')`, /written outside a .sql.ts/);
    one('server/src/cycle/rounds/rounds.sql.ts', `trx.insertInto('rouds')`, /rouds has no owner/);
  });

  it('does not take an upsert or a row lock for a write of another table', () => {
    const source = `sql\`insert into rounds (id) values (1) on conflict (id) do update set phase = 2\`;
      sql\`select 1 from ratings for update\`;`;
    expect(check({ 'server/src/cycle/rounds/rounds.sql.ts': source })).toEqual([]);
  });

  it('keeps a neighbour’s writes behind its use cases, also those that write through a helper', () => {
    const rounds = [
      "async function move(db) { await db.updateTable('rounds').execute(); }",
      'export async function closeRound(db) { await move(db); }',
      "export async function findRound(db) { return db.selectFrom('rounds'); }",
    ].join('\n');
    const files = (path: string, source: string) => ({
      'server/src/cycle/rounds/rounds.sql.ts': rounds,
      [path]: source,
    });
    const own = 'server/src/cycle/rounds/close.ts';
    const other = 'server/src/cycle/ballots/freeze.ts';
    const route = 'server/src/cycle/rounds/rounds.routes.ts';
    expect(check(files(own, `import { closeRound } from './rounds.sql.ts';`))).toEqual([]);
    expect(check(files(other, `import { findRound } from '../rounds/rounds.sql.ts';`))).toEqual([]);
    expect(check(files(other, `import { closeRound as c } from '../rounds/rounds.sql.ts';`))[0]).toMatch(
      /call a use case/,
    );
    expect(check(files(other, `import * as rounds from '../rounds/rounds.sql.ts';`))).toHaveLength(2);
    expect(check(files(route, `import { closeRound } from './rounds.sql.ts';`))[0]).toMatch(/a route calls a use case/);
    expect(check(files(route, `import { findRound } from './rounds.sql.ts';`))).toEqual([]);
  });

  it('keeps routes outermost and SQL innermost', () => {
    one(
      'server/src/people/invite.ts',
      `import { peopleRoutes } from './people.routes.ts';`,
      /routes are the outermost/,
    );
    one('server/src/people/people.routes.ts', `import { sql } from 'kysely';`, /belongs in a .sql.ts/);
    one('server/src/people/members.sql.ts', `import { invite } from './invite.ts';`, /imports only platform\/db/);
  });

  it('freezes migrations and gives every table an owner', () => {
    const created = `import { sql } from 'kysely'; sql\`create table ratings (id int)\`; sql\`create table rounds (id int)\`;`;
    const rest = 'sql`create table mails (id int)`;';
    expect(check({ 'migrations/1.ts': created, 'migrations/2.ts': rest })).toEqual([]);
    expect(check({ 'migrations/1.ts': created })[0]).toMatch(/mails is in no migration/);
    expect(
      check({ 'migrations/1.ts': created, 'migrations/2.ts': `${rest} sql\`create table likes (id int)\`` })[0],
    ).toMatch(/likes is in the migrations/);
    one(
      'migrations/1.ts',
      `import { x } from '../shared/src/cycle/tally.ts'; sql\`create table ratings (); create table rounds (); create table mails ();\``,
      /frozen/,
    );
  });
});

describe('the scanner', () => {
  it('reads every form of import', () => {
    const { imports } = scan(`import a, { b as c, type D } from 'one';\nimport * as e from "two";
      import type { F } from 'three'; import 'four'; export { g } from 'five'; export type { H } from 'six';
      const i = await import('seven'); import {\n  j,\n} from 'eight';`);
    expect(imports.map(({ from }) => from).sort()).toEqual([
      'eight',
      'five',
      'four',
      'one',
      'seven',
      'six',
      'three',
      'two',
    ]);
    const named = (from: string) => imports.find((each) => each.from === from);
    expect(named('one')).toEqual({ from: 'one', names: ['b', 'default'], typeOnly: false, line: 1 });
    expect(named('two')).toMatchObject({ names: ['*'], line: 2 });
    expect(named('three')?.typeOnly).toBe(true);
    expect(named('six')?.typeOnly).toBe(true);
    expect(named('five')).toMatchObject({ names: ['g'], typeOnly: false });
  });

  it('finds its way through templates, regular expressions and comments', () => {
    const source = `const a = /['"\`/*]/; // it's\nconst b = \`x \${[1].map((n) => \`\${n / 2}\`)} import y from 'no'\`;\nimport z from 'yes';`;
    expect(scan(source).imports.map(({ from }) => from)).toEqual(['yes']);
  });

  it('follows tables through creation, renaming and dropping', () => {
    const after = tablesAfter([
      'create table a (); create table if not exists b ()',
      'drop table a',
      'alter table b rename to c',
    ]);
    expect([...after]).toEqual(['c']);
  });

  it('knows which functions of a file write', () => {
    const text = `export const read = () => 1;\nconst put = () => sql\`insert into ratings\`;\nexport function save() { return put(); }`;
    expect([...writersIn(text, new Set(['ratings']))].sort()).toEqual(['put', 'save']);
  });
});
