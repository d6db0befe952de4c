import { writeMail, writeMails } from '@fraisier/server/platform/mail/outbox.ts';
import { sendMail } from '@fraisier/server/platform/mail/send-mail.job.ts';
import { createSmtpMailer } from '@fraisier/server/platform/mail/smtp-mailer.ts';
import { unsubscribeToken } from '@fraisier/server/platform/mail/unsubscribe.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmtp, type SmtpServer } from '../support/hostile-smtp.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

const content = { subject: 'Un mail', paragraphs: ['Un mail dont on peut se passer.'] };

let shop: TestShop;
let smtp: SmtpServer;
let ana: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  smtp = await openSmtp();
  ana = await shop.member({ email: 'ana@fraisier.test' });
});
afterAll(async () => {
  await smtp.close();
  await shop.close();
});

let causes = 0;
async function write(template: 'signed-head' | 'recommendation' | 'contact-answer', to = ana.email) {
  const cause = `topic:${++causes}`;
  await writeMail(shop.deps.db, { cause, to, locale: 'fr', template, content });
  return shop.deps.db.selectFrom('mails').selectAll().where('cause', '=', cause).executeTakeFirstOrThrow();
}
const tokenOf = (mail: { id: string }) => unsubscribeToken(shop.deps.config, mail.id);
const send = () =>
  sendMail({ ...shop.deps, mailer: createSmtpMailer(smtp.url, 'a@fraisier.test', shop.deps.config.appUrl) });
const lastTo = (address: string) => smtp.letters.findLast(({ to }) => to === address)!.raw;
const topics = async () => (await ana.get('/api/me/mail').expect(200)).body.topics;
const everything = async () =>
  (
    await shop.pool.query(
      'select (select count(*) from unwanted_topics) as unwanted, (select md5(string_agg(m::text, $1 order by id)) from mails m) as mails',
      ['|'],
    )
  ).rows[0];

describe('a mail that one can do without', () => {
  it('carries the link of RFC 8058 in its head and the page’s at its foot; a service mail neither', async () => {
    const mail = await write('signed-head');
    await write('contact-answer', 'service@fraisier.test');
    await send();
    const raw = lastTo(ana.email);
    const url = `http://localhost:3000/unsubscribe/${tokenOf(mail)}`;
    expect(raw).toContain(`List-Unsubscribe: <${url}>\r\n`);
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    const words = raw.replaceAll('=\r\n', '');
    expect(words).toContain(`http://localhost:3000/fr/mail/${tokenOf(mail)}`);
    expect(words).not.toContain('unsubscribe.invalid');
    expect(lastTo('service@fraisier.test')).not.toMatch(/List-Unsubscribe|unsubscribe/i);
  });

  it('is stopped by the one click of a mail program, without any session', async () => {
    const mail = await write('signed-head');
    const path = `/unsubscribe/${tokenOf(mail)}`;
    for (let nth = 0; nth < 2; nth++) {
      await shop.visitor.post(path).type('form').send('List-Unsubscribe=One-Click').expect(200);
    }
    expect(await topics()).toEqual([
      { topic: 'heads', wanted: false },
      { topic: 'questions', wanted: true },
    ]);
    await shop.visitor.post(path).field('List-Unsubscribe', 'One-Click').expect(200);
    await shop.visitor.post(path).expect(200);
  });

  it('is then written no more, and what waited does not leave', async () => {
    await ana.put('/api/me/mail', { topic: 'heads', wanted: true }).expect(200);
    const waiting = await write('signed-head');
    await ana.put('/api/me/mail', { topic: 'heads', wanted: false }).expect(200);
    const before = smtp.letters.length;
    const after = await write('signed-head');
    const other = await write('recommendation');
    await send();
    expect(smtp.letters.slice(before).map(({ to }) => to)).toEqual([ana.email]);
    const { rows } = await shop.pool.query(
      'select id, unwanted_at is not null as unwanted, body_html from mails where id = any($1) order by id',
      [[waiting.id, after.id, other.id]],
    );
    expect(rows).toMatchObject([
      { unwanted: true, body_html: '' },
      { unwanted: true, body_html: '' },
      { unwanted: false },
    ]);
    // Its cause is used up: a job that looks for who has not been asked yet does not find them for ever.
    expect(after.unwanted_at).not.toBeNull();
  });

  it('among many is left out for those who do not want it', async () => {
    const copies = [ana.email, 'ben@fraisier.test'].map((to) => ({ cause: `many:${to}`, to }));
    await writeMails(shop.deps.db, { locale: 'fr', template: 'signed-head', content, copies });
    const before = smtp.letters.length;
    await send();
    expect(smtp.letters.slice(before).map(({ to }) => to)).toEqual(['ben@fraisier.test']);
  });

  it('comes again when it is wanted again', async () => {
    const mail = await write('signed-head');
    const path = `/api/mail/preferences/${tokenOf(mail)}`;
    const { body } = await shop.visitor.get(path).expect(200);
    expect(body).toEqual({ topic: 'heads', wanted: false, address: 'a•••@fraisier.test' });
    expect((await shop.visitor.put(path, { wanted: true }).expect(200)).body.wanted).toBe(true);
    expect((await shop.visitor.put(path, { wanted: true }).expect(200)).body.wanted).toBe(true);
    expect((await topics())[0]).toEqual({ topic: 'heads', wanted: true });
  });
});

describe('the link at the foot of a mail', () => {
  it('changes nothing when it is opened, by a person or by a program that opens every link', async () => {
    const mail = await write('recommendation');
    await send();
    const before = await everything();
    for (const path of [`/unsubscribe/${tokenOf(mail)}`, `/api/mail/preferences/${tokenOf(mail)}`]) {
      for (let nth = 0; nth < 3; nth++) {
        await shop.visitor.get(path);
        await shop.app.inject({ method: 'HEAD', url: path });
      }
    }
    const { headers } = await shop.visitor.get(`/unsubscribe/${tokenOf(mail)}`).expect(302);
    expect(headers.location).toBe(`http://localhost:3000/fr/mail/${tokenOf(mail)}`);
    expect(await everything()).toEqual(before);
  });

  it('does nothing when it is made up, changed, of another mail’s id, or of a mail that is service', async () => {
    const mail = await write('recommendation');
    const good = tokenOf(mail);
    const service = tokenOf(await write('contact-answer'));
    const flipped = good.slice(0, -1) + (good.endsWith('A') ? 'B' : 'A');
    const foreign = unsubscribeToken({ secret: 'another secret, of another shop, long' }, mail.id);
    const moved = tokenOf({ id: crypto.randomUUID() }).slice(0, 22) + good.slice(22);
    const before = await everything();
    for (const token of [flipped, foreign, moved, 'A'.repeat(44)]) {
      await shop.visitor.get(`/api/mail/preferences/${token}`).expect(404);
      await shop.visitor.put(`/api/mail/preferences/${token}`, { wanted: false }).expect(404);
      await shop.visitor.get(`/unsubscribe/${token}`).expect(404);
      await shop.visitor.post(`/unsubscribe/${token}`).type('form').send('List-Unsubscribe=One-Click').expect(404);
    }
    await shop.visitor.get(`/api/mail/preferences/${service}`).expect(404);
    await shop.visitor.get('/api/mail/preferences/short').expect(400);
    await shop.visitor.put(`/api/mail/preferences/${good}`, { wanted: 'no' }).expect(400);
    await shop.visitor.post('/unsubscribe/short').expect(404);
    expect(await everything()).toEqual(before);
  });

  it('is not pressed by another site’s page in somebody’s browser', async () => {
    const mail = await write('recommendation');
    const answer = await shop.visitor
      .post(`/unsubscribe/${tokenOf(mail)}`)
      .set('origin', 'https://evil.example')
      .type('form')
      .send('List-Unsubscribe=One-Click');
    expect(answer.body.code).toBe('cross_site');
    await shop.visitor
      .post(`/unsubscribe/${tokenOf(mail)}`)
      .type('xml')
      .send('<a/>')
      .expect(415);
  });

  it('still answers a mail program when the account and its mails are gone', async () => {
    const gone = await shop.member({ email: 'gone@fraisier.test' });
    const mail = await write('recommendation', gone.email);
    await gone.put('/api/me/mail', { topic: 'heads', wanted: false }).expect(200);
    await gone.delete('/api/me').send({ email: gone.email }).expect(204);
    await shop.visitor
      .post(`/unsubscribe/${tokenOf(mail)}`)
      .type('form')
      .send('a=b')
      .expect(200);
    const { rows } = await shop.pool.query("select from unwanted_topics where recipient = 'gone@fraisier.test'");
    expect(rows).toEqual([]);
  });
});

describe('one’s own wishes', () => {
  it('are for who is signed in, and of topics that there are', async () => {
    await shop.visitor.get('/api/me/mail').expect(401);
    await shop.visitor.put('/api/me/mail', { topic: 'heads', wanted: false }).expect(401);
    await ana.put('/api/me/mail', { topic: 'sign-in', wanted: false }).expect(400);
    await ana.put('/api/me/mail', { topic: 'heads' }).expect(400);
  });
});
