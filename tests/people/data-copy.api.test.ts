import { keptTables } from '@fraisier/server/people/my-data/kept-tables.sql.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binary } from '../support/binary.ts';
import { ibans } from '../support/bounties.ts';
import { type LivelyShop, livelyShop } from '../support/lively-shop.ts';
import { expectProblem } from '../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';
import { unzip } from '../support/unzip.ts';
import { actors, notCopied, others } from './kept-elsewhere.ts';

let shop: TestShop;
let lively: LivelyShop;
let everyone: SignedIn[];
const copies = new Map<string, Map<string, Buffer>>();

const ask = (who: SignedIn, locale = 'fr') => who.post('/api/me/data-copies', { locale });
const fetchCopy = (who: SignedIn, id: string) =>
  who
    .get(`/api/me/data-copies/${id}`)
    .buffer(true)
    .parse(binary as never);
async function copyOf(who: SignedIn, locale = 'fr') {
  const { body } = await ask(who, locale).expect(201);
  const answer = await fetchCopy(who, body.id).expect(200);
  expect(answer.headers['content-type']).toBe('application/zip');
  return unzip(answer.body as Buffer);
}
const jsonOf = (copy: Map<string, Buffer>) =>
  [...copy].filter(([name]) => name.endsWith('.json')).map(([, body]) => JSON.parse(body.toString('utf8')));

beforeAll(async () => {
  shop = await openShop();
  lively = await livelyShop(shop);
  const { people } = lively;
  everyone = [people.winner, people.buyer, people.member, people.loser, people.newDesigner, people.operator];
  everyone.push(await shop.member({ email: 'drawn@fraisier.test' }));
  await plantRareRows();
  await people.buyer.post(`/api/orders/${lively.sentOrder}/recommendation`, { score: 9, why: 'Doux.' }).expect(200);
  await people.buyer.put('/api/me/mail', { topic: 'questions', wanted: false }).expect(200);
  await people.buyer
    .post('/api/contact', { kind: 'question', name: 'Farid', email: 'buyer@fraisier.test', message: 'Et en lin ?' })
    .expect(202);
  await people.member.put('/api/me/address', { ...street, line1: '4 impasse des Voisins' }).expect(200);
  await people.winner.post(`/api/bounties/${lively.bounty}/iban-changes`, { iban: ibans.de }).expect(200);
  await people.loser.post('/api/me/email-change', { email: 'ailleurs@fraisier.test' }).expect(200);
  await shop.runJobsUndrawn();
  for (const who of everyone) copies.set(who.id, await copyOf(who));
}, 240_000);
afterAll(() => shop.close());

const street = { name: 'Nina Voisine', line1: '', postalCode: '75011', city: 'Paris', country: 'FR' };

/** What few people have: a passkey, an account elsewhere, a ballot set aside with its appeal, a payment of a bounty. */
async function plantRareRows() {
  const { member, winner } = lively.people;
  const add = (text: string, values: unknown[]) => shop.pool.query(text, values);
  await add(
    `insert into passkeys (member_id, name, public_key, credential_id, counter, device_type, backed_up)
     values ($1, 'Mon téléphone', 'SECRET-public-key', 'SECRET-credential', 3, 'multiDevice', true)`,
    [member.id],
  );
  await add(
    `insert into accounts (member_id, account_id, provider_id, access_token, refresh_token)
     values ($1, 'someone', 'elsewhere', 'SECRET-access', 'SECRET-refresh')`,
    [member.id],
  );
  await add(
    `insert into demo_people (key, place, member_id, what_fr, what_en) values ('nina', 99, $1, 'vote', 'votes')`,
    [member.id],
  );
  const cluster = await add(
    `insert into clusters (round_id, signal, evidence) select round_id, 'flat_ballot', '{}' from pseudonyms
     where member_id = $1 limit 1 returning id`,
    [member.id],
  );
  await add(
    `insert into set_aside (round_id, leaf, cluster_id, pseudonym_id, reason)
     select ratings.round_id, leaf, $2, pseudonym_id, 'flat_ballot' from ratings
     join pseudonyms on pseudonyms.id = pseudonym_id where member_id = $1`,
    [member.id, cluster.rows[0].id],
  );
  await add(
    `insert into appeals (round_id, pseudonym_id, reason) select round_id, id, 'Je les aime toutes ainsi.'
     from pseudonyms where member_id = $1 limit 1`,
    [member.id],
  );
  await add(
    `insert into voter_networks (pseudonym_id, network) select id, decode(md5('net'), 'hex') from pseudonyms
     where member_id = $1 on conflict do nothing`,
    [member.id],
  );
  const payout = await add(
    `insert into payouts (message_id, requested_for, total_cents, file_sealed, sha256, created_by)
     values ('M1', '2026-12-10', 100, 'SECRET', sha256('x'), $1) returning id`,
    [lively.people.admin.id],
  );
  await add(
    `insert into payout_payments (payout_id, bounty_id, amount_cents, end_to_end_id, iban_masked, payee, state, reason, settled_at, settled_by)
     select $1, id, 100, 'E2E-1', 'FR76 … 0185', 'Maud', 'failed', 'SECRET suspicion', now(), $3 from bounties
     where designer_id = $2`,
    [payout.rows[0].id, winner.id, lively.people.admin.id],
  );
}

describe('a copy of one’s data', () => {
  it('has every table of the database, or a reason why not', async () => {
    const { rows } = await shop.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%' order by 1`,
    );
    const copied = Object.values(keptTables).flatMap((tables) => tables.map(({ table }) => table as string));
    expect([...copied, ...Object.keys(notCopied)].sort()).toEqual(rows.map(({ name }) => name));
  });

  it('has every row that leads to the member by the database’s own keys, column by column', async () => {
    const missing: string[] = [];
    for (const who of everyone) {
      const owned = await ownedRows(who.id);
      for (const [table, rows] of owned) missing.push(...missingIn(who, table, rows));
    }
    expect(missing).toEqual([]);
  });

  it('has what leads to the member in other ways: by pseudonym, address or subject', async () => {
    const missing: string[] = [];
    for (const who of everyone) {
      for (const [table, where] of Object.entries(otherWays)) {
        const { rows } = await shop.pool.query(`select to_jsonb(t) as row from ${table} as t where ${where}`, [who.id]);
        missing.push(
          ...missingIn(
            who,
            table,
            rows.map(({ row }) => row),
          ),
        );
      }
    }
    expect(missing).toEqual([]);
  });

  it('was tried on at least one row of each table', () => {
    const seen = new Set<string>();
    for (const copy of copies.values()) {
      for (const file of jsonOf(copy)) {
        for (const [name, rows] of Object.entries(file)) if ((rows as unknown[]).length > 0) seen.add(name);
      }
    }
    const tables = Object.values(keptTables).flatMap((list) => list.map(({ table }) => camel(table)));
    expect(tables.filter((name) => !seen.has(name))).toEqual([]);
  });

  it('has one’s own files, byte by byte, and papers', async () => {
    const winner = copies.get(lively.people.winner.id)!;
    const names = [...winner.keys()];
    const { rows } = await shop.pool.query(
      'select artworks.id, sha256 from artworks join designs on designs.id = design_id where designer_id = $1',
      [lively.people.winner.id],
    );
    expect(rows.length).toBeGreaterThan(0);
    const { createHash } = await import('node:crypto');
    for (const { id, sha256 } of rows) {
      const name = names.find((one) => one.startsWith('designs/') && one.includes(id.slice(-8)))!;
      expect(createHash('sha256').update(winner.get(name)!).digest()).toEqual(sha256);
    }
    for (const paper of [/^letters\/.*\.pdf$/, /^bounties\/.*-contract\.pdf$/, /^bounties\/.*-statement\.pdf$/]) {
      expect(
        winner
          .get(names.find((name) => paper.test(name))!)!
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    const bought = copies.get(lively.people.buyer.id)!;
    expect([...bought.keys()].filter((name) => name.startsWith('invoices/')).length).toBe(2);
  });

  it('explains every file in the language asked for', async () => {
    const { buyer } = lively.people;
    const french = copies.get(buyer.id)!.get('LISEZMOI.txt')!.toString('utf8');
    const english = (await copyOf(buyer, 'en')).get('README.txt')!.toString('utf8');
    for (const text of [french, english]) {
      for (const file of Object.keys(keptTables)) expect(text).toContain(`${file}.json`);
      expect(text.split('\n').every((line) => line.length <= 88)).toBe(true);
    }
    expect(french).toContain('Farid Haddad');
    expect(french).not.toMatch(/ [:;?!»]/);
  });

  it('has no secret: no token, key, cipher or bank’s suspicion', async () => {
    const { rows } = await shop.pool.query(
      `select token as secret from sessions union all select encode(iban_sealed, 'hex') from bounties where iban_sealed is not null
       union all select encode(confirm_sha256, 'hex') from email_changes union all select encode(cancel_sha256, 'hex') from iban_changes
       union all select substring(body_text from '[?&]token=([A-Za-z0-9_-]{40,})') from mails where body_text ~ 'token='`,
    );
    const secrets = ['SECRET', ...rows.map(({ secret }) => secret as string)];
    expect(secrets.length).toBeGreaterThan(10);
    for (const who of everyone) {
      const text = textOf(copies.get(who.id)!);
      expect(secrets.filter((secret) => secret && text.includes(secret))).toEqual([]);
    }
  });

  it('has nothing of another member', async () => {
    for (const who of everyone) {
      const { rows } = await shop.pool.query<{ what: string; words: string }>(
        `select 'email' as what, email as words from members where id <> $1
         union all select 'member', id::text from members where id <> $1
         union all select 'street', line1 from delivery_addresses where member_id <> $1
           and line1 not in (select line1 from delivery_addresses where member_id = $1)
           and not exists (select from orders where member_id = $1 and address::text like '%' || line1 || '%')
         union all select 'pseudonym', id::text from pseudonyms where member_id <> $1
         union all select 'salt', encode(salt, 'hex') from ballot_openings where not exists (
           select from pseudonyms where member_id = $1 and payload like '%' || pseudonyms.id || '%')
         union all select 'legal name', legal_name from bounties where designer_id <> $1 and legal_name is not null
         union all select 'message', message from contact_messages where member_id is distinct from $1
         union all select 'note', body from notes where pseudonym_id not in (select id from pseudonyms where member_id = $1)
           and not (state = 'approved' and design_id in (select id from designs where designer_id = $1))
         union all select 'order', id::text from orders where member_id <> $1`,
        [who.id],
      );
      expect(rows.length).toBeGreaterThan(40);
      // Operators have what they did in their copy: to which order, message or design, and not whose it is.
      const text = textOf(copies.get(who.id)!, who === lively.people.operator ? ['acts.json'] : []);
      expect(rows.filter(({ words }) => text.includes(words)).map(({ what }) => `${who.email}: ${what}`)).toEqual([]);
    }
    const acts = copies.get(lively.people.operator.id)!.get('acts.json')!.toString('utf8');
    const { rows: emails } = await shop.pool.query('select email from members');
    expect(emails.filter(({ email }) => acts.includes(email))).toEqual([]);
  });
});

describe('asking for a copy', () => {
  it('is for who is signed in, lately, and asks in a language there is', async () => {
    expect(expectProblem(await shop.visitor.post('/api/me/data-copies', { locale: 'fr' }))).toBe('not_signed_in');
    const who = await shop.member();
    expect(expectProblem(await ask(who, 'de'))).toBe('bad_input');
    await shop.pool.query("update sessions set created_at = created_at - interval '1 day' where member_id = $1", [
      who.id,
    ]);
    expect(expectProblem(await ask(who))).toBe('sign_in_again');
  });

  it('gives a copy that only its owner fetches, within a quarter of an hour, twice too', async () => {
    const [who, other] = [await shop.member(), await shop.operator()];
    const { body } = await ask(who).expect(201);
    expect(expectProblem(await other.get(`/api/me/data-copies/${body.id}`))).toBe('not_found');
    expect(expectProblem(await shop.visitor.get(`/api/me/data-copies/${body.id}`))).toBe('not_signed_in');
    await fetchCopy(who, body.id).expect(200);
    await fetchCopy(who, body.id).expect(200);
    await shop.pool.query("update data_copies set asked_at = asked_at - interval '16 minutes'");
    expect(expectProblem(await who.get(`/api/me/data-copies/${body.id}`))).toBe('copy_gone');
    const { rows } = await shop.pool.query(
      "select actor_id from audit_log where act = 'copy-data' and subject_id = $1",
      [who.id],
    );
    expect(rows).toEqual([{ actor_id: null }]);
  });

  it('is done five times a day, however many ask at once', async () => {
    const who = await shop.member();
    const answers = await Promise.all(Array.from({ length: 7 }, () => ask(who)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 429, 429]);
    await shop.pool.query("update data_copies set asked_at = asked_at - interval '25 hours' where member_id = $1", [
      who.id,
    ]);
    await ask(who).expect(201);
  });
});

const otherWays: Readonly<Record<string, string>> = {
  ratings: 'pseudonym_id in (select id from pseudonyms where member_id = $1)',
  deals: 'pseudonym_id in (select id from pseudonyms where member_id = $1)',
  notes: 'pseudonym_id in (select id from pseudonyms where member_id = $1)',
  appeals: 'pseudonym_id in (select id from pseudonyms where member_id = $1)',
  set_aside: 'pseudonym_id in (select id from pseudonyms where member_id = $1)',
  ballot_openings: `exists (select from pseudonyms where member_id = $1
    and payload::jsonb ->> 'pseudonym' = pseudonyms.id::text)`,
  mails: 'recipient = (select email from members where id = $1)',
  unwanted_topics: 'recipient = (select email from members where id = $1)',
  contact_messages: 'email = (select email from members where id = $1)',
  secret_readings: `subject_id in (select id from bounties where designer_id = $1
    union select iban_changes.id from iban_changes join bounties on bounties.id = bounty_id where designer_id = $1)`,
  audit_log: 'actor_id = $1::uuid or subject_id = $1::text',
};

type Row = Record<string, unknown>;

/** Every row from which the database's foreign keys lead to the member, but not by way of who of the workshop acted. */
async function ownedRows(memberId: string): Promise<Map<string, Row[]>> {
  const { rows: keys } = await shop.pool.query<{ child: string; column: string; parent: string; target: string }>(
    `select conrelid::regclass::text as child, child.attname as column, confrelid::regclass::text as parent,
       target.attname as target
     from pg_constraint
     join pg_attribute as child on child.attrelid = conrelid and child.attnum = conkey[1]
     join pg_attribute as target on target.attrelid = confrelid and target.attnum = confkey[1]
     where contype = 'f' and connamespace = 'public'::regnamespace and cardinality(conkey) = 1`,
  );
  const { rows: own } = await shop.pool.query('select to_jsonb(t) as row from members as t where id = $1', [memberId]);
  const found = new Map<string, Row[]>([['members', [own[0].row]]]);
  for (const parents = ['members']; parents.length > 0; ) {
    const parent = parents.shift()!;
    for (const { child, column, target } of keys.filter((key) => key.parent === parent)) {
      if (
        child in notCopied ||
        actors.has(`${child}.${column}`) ||
        others.has(`${child}.${column}`) ||
        found.has(child)
      )
        continue;
      const values = found.get(parent)!.map((row) => row[target]);
      const { rows } = await shop.pool.query(
        `select to_jsonb(t) as row from ${child} as t where ${column}::text = any($1)`,
        [values.map(String)],
      );
      found.set(
        child,
        rows.map(({ row }) => row),
      );
      parents.push(child);
    }
  }
  return found;
}

/** The rows that no row of the copy has, with all but what is left out on purpose. */
function missingIn(who: SignedIn, table: string, rows: readonly Row[]): string[] {
  const [file, kept] = Object.entries(keptTables)
    .flatMap(([name, tables]) => tables.map((one) => [name, one] as const))
    .find(([, one]) => one.table === table)!;
  const without: readonly string[] = ('without' in kept && kept.without) || [];
  const copied = JSON.parse(copies.get(who.id)!.get(`${file}.json`)!.toString('utf8'))[camel(table)] as Row[];
  const has = (row: Row) =>
    copied.some((one) =>
      Object.entries(row).every(
        ([column, value]) =>
          without.includes(column) ||
          sinceChanged.has(`${table}.${column}`) ||
          JSON.stringify(one[camel(column)]) === JSON.stringify(value),
      ),
    );
  return rows.filter((row) => !has(row)).map((row) => `${who.email}: ${table} ${JSON.stringify(row).slice(0, 200)}`);
}

/** Without its links, or written again between the copy and the look at it. */
const sinceChanged = new Set(['mails.body_text']);

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function textOf(copy: Map<string, Buffer>, but: readonly string[] = []): string {
  return [...copy]
    .filter(([name]) => /\.(json|txt)$/.test(name) && !but.includes(name))
    .map(([, body]) => body.toString('utf8'))
    .join('\n');
}
