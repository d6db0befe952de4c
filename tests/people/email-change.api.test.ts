import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ibans, makeReady, winTogether } from '../support/bounties.ts';
import { expectProblem } from '../support/routes.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const ask = (who: SignedIn, email: string) => who.post('/api/me/email-change', { email });
const confirm = (who: SignedIn, token: string) => who.post('/api/email-changes/confirmation', { token });
const callOff = (token: string) => shop.visitor.post('/api/email-changes/cancellation', { token });
const emailOf = async (who: SignedIn) =>
  (await shop.pool.query<{ email: string }>('select email from members where id = $1', [who.id])).rows[0]!.email;

async function mailsTo(address: string) {
  await shop.runJobs();
  const { body } = await shop.visitor.get(`/api/demo/mail?to=${encodeURIComponent(address)}`).expect(200);
  return body.items as { template: string; text: string; links: string[] }[];
}
async function tokenTo(address: string, template: string) {
  const mail = (await mailsTo(address)).find((one) => one.template === template);
  return new URL(mail!.links.find((link) => link.includes('token='))!).searchParams.get('token')!;
}
const move = async (who: SignedIn, email: string) => {
  await ask(who, email).expect(200);
  await confirm(who, await tokenTo(email, 'email-confirm')).expect(200);
};
/** Some time passes on the real clock, by which links and sign-ins end. */
const later = (span: string) =>
  shop.pool.query(
    `update email_changes set asked_at = asked_at - $1::interval, confirm_until = confirm_until - $1::interval,
       keep_until = keep_until - $1::interval`,
    [span],
  );

describe('asking for another address', () => {
  it('changes nothing before the link that it got is pressed, and then once', async () => {
    const maud = await shop.member({ email: 'maud@fraisier.test' });
    const asked = await ask(maud, 'Maud@Atelier.test').expect(200);
    expect(asked.body).toMatchObject({ email: 'maud@atelier.test' });
    expect((await maud.get('/api/me/email-change').expect(200)).body).toEqual(asked.body);
    expect(await emailOf(maud)).toBe('maud@fraisier.test');

    const token = await tokenTo('maud@atelier.test', 'email-confirm');
    const { body: me } = await confirm(maud, token).expect(200);
    expect(me).toMatchObject({ id: maud.id, email: 'maud@atelier.test' });
    expect((await maud.get('/api/me')).body.email).toBe('maud@atelier.test');
    expect((await maud.get('/api/me/email-change')).body).toBeNull();
    // The same button again: it is so already.
    expect((await confirm(maud, token).expect(200)).body).toEqual(me);
    await move(maud, 'maud@ailleurs.test');
    expect(expectProblem(await confirm(maud, token))).toBe('email_link_dead');
    const { rows } = await shop.pool.query(
      'select act, actor_id, actor_name from audit_log where subject_id = $1 order by id',
      [maud.id],
    );
    expect(rows.map((row) => row.act)).toEqual([
      'ask-email-change',
      'change-email',
      'ask-email-change',
      'change-email',
    ]);
    // A name would stay in the log for ever.
    expect(rows.every((row) => row.actor_id === null && row.actor_name === 'Fraisier')).toBe(true);
  });

  it('is for who is signed in, and signed in lately', async () => {
    expect(expectProblem(await shop.visitor.post('/api/me/email-change', { email: 'x@y.test' }))).toBe('not_signed_in');
    const who = await shop.member();
    await shop.pool.query("update sessions set created_at = created_at - interval '1 day' where member_id = $1", [
      who.id,
    ]);
    expect(expectProblem(await ask(who, 'stale@fraisier.test'))).toBe('sign_in_again');
    expect(await mailsTo('stale@fraisier.test')).toEqual([]);
  });

  it('refuses what is no address, and the one that the account has', async () => {
    const who = await shop.member();
    for (const email of ['', 'x', 'a b@c.test', null, `${'x'.repeat(250)}@y.test`]) {
      expect(expectProblem(await ask(who, email as string))).toBe('bad_input');
    }
    expect(expectProblem(await ask(who, who.email.toUpperCase()))).toBe('email_unchanged');
  });

  it('answers and keeps the same whether the address has an account or not; only its owner is told', async () => {
    const [one, other] = [await shop.member(), await shop.member({ locale: 'en' })];
    const free = await ask(one, 'free@fraisier.test').expect(200);
    const taken = await ask(one, other.email).expect(200);
    const shape = ({ email: _, ...rest }: Record<string, string>) => Object.keys(rest);
    expect(shape(taken.body)).toEqual(shape(free.body));
    expect((await one.get('/api/me/email-change')).body.email).toBe(other.email);
    const mails = await mailsTo(other.email);
    expect(mails.map((mail) => mail.template)).toEqual(['email-taken']);
    expect(mails[0]!.links.join()).not.toContain('token');
    expect((await mailsTo(one.email)).filter((mail) => mail.template === 'email-asked')).toHaveLength(2);
  });

  it('lets only the newest of several be confirmed', async () => {
    const who = await shop.member();
    await ask(who, 'first@fraisier.test').expect(200);
    const first = await tokenTo('first@fraisier.test', 'email-confirm');
    await ask(who, 'second@fraisier.test').expect(200);
    expect(expectProblem(await confirm(who, first))).toBe('email_link_dead');
    await confirm(who, await tokenTo('second@fraisier.test', 'email-confirm')).expect(200);
    expect(await emailOf(who)).toBe('second@fraisier.test');
  });

  it('of two who ask at the same moment for one account, one waits', async () => {
    const who = await shop.member();
    const answers = await Promise.all([ask(who, 'left@fraisier.test'), ask(who, 'right@fraisier.test')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const tokens = [
      await tokenTo('left@fraisier.test', 'email-confirm'),
      await tokenTo('right@fraisier.test', 'email-confirm'),
    ];
    const done = [await confirm(who, tokens[0]!), await confirm(who, tokens[1]!)];
    expect(done.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('is refused after five in an hour, by one person or for one address', async () => {
    const who = await shop.member();
    for (let nth = 0; nth < 5; nth += 1) await ask(who, `nth-${nth}@fraisier.test`).expect(200);
    expect(expectProblem(await ask(who, 'sixth@fraisier.test'))).toBe('too_many_requests');
    for (let nth = 0; nth < 5; nth += 1) await ask(await shop.member(), 'bombed@fraisier.test').expect(200);
    expect(expectProblem(await ask(await shop.member(), 'bombed@fraisier.test'))).toBe('too_many_requests');
    await later('61 minutes');
    await ask(who, 'sixth@fraisier.test').expect(200);
  });

  it('is taken back by who asked, twice as well', async () => {
    const who = await shop.member();
    await ask(who, 'never-mind@fraisier.test').expect(200);
    await who.delete('/api/me/email-change').expect(204);
    await who.delete('/api/me/email-change').expect(204);
    expect((await who.get('/api/me/email-change')).body).toBeNull();
    expect(expectProblem(await confirm(who, await tokenTo('never-mind@fraisier.test', 'email-confirm')))).toBe(
      'email_link_dead',
    );
    expect(expectProblem(await shop.visitor.delete('/api/me/email-change'))).toBe('not_signed_in');
  });

  it('forgets after a day the addresses that came to nothing', async () => {
    const who = await shop.member();
    await ask(who, 'typo@stranger.test').expect(200);
    await later('25 hours');
    await shop.pool.query("select graphile_worker.add_job('forget-asked-addresses')");
    await shop.runJobs();
    const { rows } = await shop.pool.query("select from email_changes where new_email = 'typo@stranger.test'");
    expect(rows).toHaveLength(0);
  });
});

describe('the link that the new address got', () => {
  it('is no use to a stranger whose address was mistyped', async () => {
    const [who, stranger] = [await shop.member(), await shop.member()];
    await ask(who, 'mistyped@fraisier.test').expect(200);
    const token = await tokenTo('mistyped@fraisier.test', 'email-confirm');
    expect(expectProblem(await confirm(stranger, token))).toBe('email_link_dead');
    expect(expectProblem(await shop.visitor.post('/api/email-changes/confirmation', { token }))).toBe('not_signed_in');
    expect(expectProblem(await confirm(who, 'x'))).toBe('bad_input');
    expect(expectProblem(await confirm(who, 'x'.repeat(43)))).toBe('email_link_dead');
    await confirm(who, token).expect(200);
  });

  it('is dead after an hour', async () => {
    const who = await shop.member();
    await ask(who, 'too-late@fraisier.test').expect(200);
    const token = await tokenTo('too-late@fraisier.test', 'email-confirm');
    await later('61 minutes');
    expect((await who.get('/api/me/email-change')).body).toBeNull();
    expect(expectProblem(await confirm(who, token))).toBe('email_link_dead');
  });

  it('ends every other session, and kills sign-in links to the old address', async () => {
    const who = await shop.member();
    const elsewhere = await shop.member({ email: who.email });
    const link = await shop.deps.accounts.issueToken(who.email);
    await move(who, 'alone@fraisier.test');
    await who.get('/api/me/address').expect(200);
    await elsewhere.get('/api/me/address').expect(401);
    expect(expectProblem(await shop.visitor.post('/api/sign-in', { token: link }))).toBe('link_used');
  });

  it('lets one of two people have an address that both asked for', async () => {
    const both = [await shop.member(), await shop.member()] as const;
    const tokens: string[] = [];
    for (const who of both) {
      await ask(who, 'wanted@fraisier.test').expect(200);
      tokens.push(await tokenTo('wanted@fraisier.test', 'email-confirm'));
    }
    const answers = await Promise.all([confirm(both[0], tokens[0]!), confirm(both[1], tokens[1]!)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('email_taken');
    const loser = answers[0]!.status === 409 ? both[0] : both[1];
    expect(await emailOf(loser)).toBe(loser.email);
  });

  it('takes along what was on its way: mails, what is not wanted, answers', async () => {
    const who = await shop.member();
    await who.put('/api/me/mail', { topic: 'heads', wanted: false }).expect((answer) => {
      if (answer.status >= 300) throw new Error(String(answer.status));
    });
    await who.post('/api/contact', { kind: 'question', name: 'Maud', email: who.email, message: 'Où est ma pièce ?' });
    await ask(who, 'moved@fraisier.test').expect(200);
    const token = await tokenTo('moved@fraisier.test', 'email-confirm');
    await shop.visitor.post('/api/auth/sign-in/magic-link', { email: who.email }).expect(200);
    await shop.pool.query(
      `insert into mails (cause, recipient, locale, template, subject, body_text, body_html, priority)
       values ('letter:waiting', $1, 'fr', 'result-letter', 'Votre lettre', 'x', 'x', 0)`,
      [who.email],
    );
    await confirm(who, token).expect(200);
    const { rows } = await shop.pool.query("select recipient from mails where cause = 'letter:waiting'");
    expect(rows[0].recipient).toBe('moved@fraisier.test');
    const topics = (await who.get('/api/me/mail')).body.topics as { topic: string; wanted: boolean }[];
    expect(topics.find(({ topic }) => topic === 'heads')!.wanted).toBe(false);
    const message = await shop.pool.query('select email from contact_messages where member_id = $1', [who.id]);
    expect(message.rows[0].email).toBe('moved@fraisier.test');
    const left = (await mailsTo(who.email)).map((mail) => mail.template);
    expect(left).toContain('sign-in');
    expect(left).toContain('email-changed');
  });
});

describe('the link that the old address got', () => {
  it('calls a change off that waits, and ends every session; again, nothing more', async () => {
    const who = await shop.member({ email: 'owner@fraisier.test' });
    await ask(who, 'thief@fraisier.test').expect(200);
    const confirming = await tokenTo('thief@fraisier.test', 'email-confirm');
    const keeping = await tokenTo('owner@fraisier.test', 'email-asked');
    expect((await callOff(keeping).expect(200)).body).toEqual({ address: 'o•••@fraisier.test' });
    await who.get('/api/me/address').expect(401);
    const back = await shop.member({ email: 'owner@fraisier.test' });
    expect(back.id).toBe(who.id);
    expect(expectProblem(await confirm(back, confirming))).toBe('email_link_dead');
    await callOff(keeping).expect(200);
    await back.get('/api/me/address').expect(200);
  });

  it('gives an account back to its owner after a thief has moved it, twice even', async () => {
    const owner = await shop.member({ email: 'victim@fraisier.test' });
    await owner.put('/api/me/mail', { topic: 'questions', wanted: false });
    await shop.pool.query(
      `insert into passkeys (member_id, name, public_key, credential_id, counter, device_type, backed_up, created_at)
       values ($1, 'mine', 'k', 'mine', 0, 'd', false, now() - interval '1 day'), ($1, 'theirs', 'k', 'theirs', 0, 'd', false, now())`,
      [owner.id],
    );
    const thief = owner;
    await move(thief, 'thief-1@fraisier.test');
    await move(thief, 'thief-2@fraisier.test');
    const keeping = await tokenTo('victim@fraisier.test', 'email-asked');
    await callOff(keeping).expect(200);
    expect(await emailOf(owner)).toBe('victim@fraisier.test');
    await thief.get('/api/me/address').expect(401);
    const { rows } = await shop.pool.query('select name from passkeys where member_id = $1', [owner.id]);
    expect(rows).toEqual([{ name: 'mine' }]);
    // What the thief was sent is worth nothing now.
    const theirs = await tokenTo('thief-1@fraisier.test', 'email-asked');
    await callOff(theirs).expect(200);
    expect(await emailOf(owner)).toBe('victim@fraisier.test');
    const again = await shop.member({ email: 'victim@fraisier.test' });
    expect(again.id).toBe(owner.id);
    const topics = (await again.get('/api/me/mail')).body.topics as { topic: string; wanted: boolean }[];
    expect(topics.find(({ topic }) => topic === 'questions')!.wanted).toBe(false);
  });

  it('keeps the old address for its account until then: nobody moves there, nobody begins anew there', async () => {
    const owner = await shop.member({ email: 'kept@fraisier.test' });
    await move(owner, 'elsewhere@fraisier.test');
    const other = await shop.member();
    await ask(other, 'kept@fraisier.test').expect(200);
    await shop.visitor.post('/api/auth/sign-in/magic-link', { email: 'kept@fraisier.test' }).expect(200);
    const mails = await mailsTo('kept@fraisier.test');
    expect(mails.map((mail) => mail.template).sort()).toEqual([
      'email-asked',
      'email-changed',
      'email-moved',
      'email-taken',
    ]);
    await expect(
      shop.pool.query("update members set email = 'kept@fraisier.test' where id = $1", [other.id]),
    ).rejects.toThrow(/kept for the account/);
    await callOff(await tokenTo('kept@fraisier.test', 'email-moved')).expect(200);
    expect(await emailOf(owner)).toBe('kept@fraisier.test');
  });

  it('is too late after seven days, and the address is free then', async () => {
    const owner = await shop.member({ email: 'gone@fraisier.test' });
    await move(owner, 'new-home@fraisier.test');
    const keeping = await tokenTo('gone@fraisier.test', 'email-changed');
    await later('169 hours');
    expect(expectProblem(await callOff(keeping))).toBe('email_change_settled');
    expect(await emailOf(owner)).toBe('new-home@fraisier.test');
    const next = await shop.member({ email: 'gone@fraisier.test' });
    expect(next.id).not.toBe(owner.id);
    expect(expectProblem(await callOff('x'.repeat(44)))).toBe('not_found');
    expect(expectProblem(await callOff('short'))).toBe('bad_input');
  });
});

describe('erasing an account that had another address', () => {
  it('forgets both, and leaves what the next owner of the old one was sent', async () => {
    const who = await shop.member({ email: 'before@fraisier.test' });
    await shop.visitor.post('/api/contact', {
      kind: 'question',
      name: 'Who',
      email: 'before@fraisier.test',
      message: 'Sans être connecté.',
    });
    await move(who, 'after@fraisier.test');
    await shop.runJobs();
    await shop.pool.query("update email_changes set keep_until = now() where old_email = 'before@fraisier.test'");
    const next = await shop.member({ email: 'before@fraisier.test' });
    await shop.visitor.post('/api/auth/sign-in/magic-link', { email: 'before@fraisier.test' }).expect(200);
    await who.delete('/api/me').send({ email: 'after@fraisier.test' }).expect(204);
    const count = async (text: string) => (await shop.pool.query(text, [who.id])).rows[0].count as number;
    expect(await count('select count(*)::int from email_changes where member_id = $1')).toBe(0);
    const { rows } = await shop.pool.query(
      "select template from mails where recipient in ('before@fraisier.test', 'after@fraisier.test')",
    );
    expect(rows).toEqual([{ template: 'sign-in' }]);
    expect((await shop.pool.query("select from contact_messages where email = 'before@fraisier.test'")).rowCount).toBe(
      0,
    );
    await next.get('/api/me/address').expect(200);
  });
});

describe('a winner who moved to another address', () => {
  it('hears at both that another account is asked for, as long as the old one can take the account back', async () => {
    const [won] = await winTogether(shop, 1);
    const { winner, bounty } = won!;
    await makeReady(won!);
    await move(winner, 'winner.elsewhere@fraisier.test');
    await winner.post(`/api/bounties/${bounty}/iban-changes`, { iban: ibans.de }).expect(200);
    for (const address of [winner.email, 'winner.elsewhere@fraisier.test']) {
      expect((await mailsTo(address)).map((mail) => mail.template)).toContain('bounty-iban-asked');
    }
    await later('169 hours');
    await winner.post(`/api/bounties/${bounty}/iban-changes`, { iban: ibans.be }).expect(200);
    const asked = async (address: string) =>
      (await mailsTo(address)).filter((mail) => mail.template === 'bounty-iban-asked').length;
    expect(await asked(winner.email)).toBe(1);
    expect(await asked('winner.elsewhere@fraisier.test')).toBe(2);
  }, 90_000);
});
