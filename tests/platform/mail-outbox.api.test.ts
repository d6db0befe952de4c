import { forgetMails } from '@fraisier/server/platform/mail/forget-mails.job.ts';
import { writeMail } from '@fraisier/server/platform/mail/outbox.ts';
import { sendMail } from '@fraisier/server/platform/mail/send-mail.job.ts';
import { createSmtpMailer } from '@fraisier/server/platform/mail/smtp-mailer.ts';
import type { OutboxMail } from '@fraisier/shared/contracts/mails.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmtp, type SmtpServer } from '../support/hostile-smtp.ts';
import { openShop, type SignedIn, type TestShop } from '../support/shop.ts';

let shop: TestShop;
let smtp: SmtpServer;
let operator: SignedIn;
beforeAll(async () => {
  shop = await openShop();
  smtp = await openSmtp(({ to }) => {
    if (to.startsWith('gone')) return { RCPT: { say: `550 5.1.1 <${to}> is unknown` } };
    return to.startsWith('slow') ? { RCPT: { say: '451 4.2.0 Later' } } : {};
  });
  operator = await shop.operator();
  for (const [to, template] of [
    ['ana@fraisier.test', 'order-sent'],
    ['gone@fraisier.test', 'order-sent'],
    ['slow@fraisier.test', 'order-sent'],
    ['voter@fraisier.test', 'ballot-set-aside'],
    ['gone-voter@fraisier.test', 'ballot-set-aside'],
  ] as const) {
    await writeMail(shop.deps.db, {
      cause: to,
      to,
      locale: 'fr',
      template,
      content: { subject: 'Un mail', paragraphs: ['Ce que dit le mail ne regarde que son lecteur.'] },
    });
  }
  await send();
});
afterAll(async () => {
  await smtp.close();
  await shop.close();
});

const send = () =>
  sendMail({
    ...shop.deps,
    log: Object.assign(Object.create(shop.deps.log), { warn: () => {} }),
    mailer: createSmtpMailer(smtp.url, 'a@fraisier.test', shop.deps.config.appUrl),
  });
const list = async (query = ''): Promise<OutboxMail[]> =>
  (await operator.get(`/api/mails${query}`).expect(200)).body.items;
const only = async (state: string): Promise<OutboxMail> => (await list(`?state=${state}`))[0]!;

describe('the outbox', () => {
  it('tells of each mail what became of it, and nothing of what it says', async () => {
    const states = (await list()).map(({ recipient, state, attempts }) => [recipient, state, attempts]);
    expect(states).toEqual([
      [null, 'failed', 1],
      [null, 'sent', 1],
      ['s•••@fraisier.test', 'waiting', 1],
      ['g•••@fraisier.test', 'failed', 1],
      ['a•••@fraisier.test', 'sent', 1],
    ]);
    const answer = await operator.get('/api/mails').expect(200);
    expect(answer.text).not.toContain('ne regarde que son lecteur');
    expect(answer.text).not.toMatch(/(gone|slow|ana|voter)@/);
    const slow = await only('waiting');
    expect(slow.lastError).toContain('451 4.2.0 Later');
    expect(Date.parse(slow.nextAttemptAt!)).toBeGreaterThan((await shop.now()).getTime());
    const [, gone] = await list('?state=failed');
    expect(gone!.lastError).toContain('550 5.1.1 <g•••@fraisier.test> is unknown');
    expect(gone!.failedAt).not.toBeNull();
  });

  it('finds an address that is known, but never who was written to about a ballot', async () => {
    expect((await list('?to=Gone@Fraisier.test')).map(({ recipient }) => recipient)).toEqual(['gone@fraisier.test']);
    expect(await list('?to=voter@fraisier.test')).toEqual([]);
    expect(await list('?to=gone-voter@fraisier.test')).toEqual([]);
    expect(await list('?to=nobody@fraisier.test')).toEqual([]);
  });

  it('counts what waits and what failed, with what the server says', async () => {
    const { body } = await operator.get('/api/mails/counts').expect(200);
    expect(body).toMatchObject({ waiting: 1, delayed: 1, failed: 2, trouble: null });
    expect((await operator.get('/api/desk').expect(200)).body).toMatchObject({ mailsUnsent: 1, mailsFailed: 2 });
  });

  it('says that the server takes nothing only while it is the server and not a mail', async () => {
    const trouble = async () => (await operator.get('/api/mails/counts').expect(200)).body.trouble;
    smtp.play({ connect: { say: '554 5.7.1 Your address is on a list' } });
    await shop.pool.query('update mails set next_attempt_at = clock_timestamp() where sent_at is null');
    await send();
    expect(await trouble()).toBe('554 5.7.1 Your address is on a list');
    smtp.play({ RCPT: { say: '451 4.2.0 Later' } });
    await shop.pool.query('update mails set next_attempt_at = clock_timestamp() where sent_at is null');
    await send();
    expect(await trouble()).toBeNull();
  });

  it('has a failed mail tried again, in somebody’s name', async () => {
    const [failed] = await list('?to=gone@fraisier.test');
    smtp.play({});
    const { body } = await operator.post(`/api/mails/${failed!.id}/retry`).expect(200);
    expect(body).toMatchObject({ state: 'waiting', attempts: 0, failedAt: null });
    await send();
    expect((await list('?to=gone@fraisier.test'))[0]).toMatchObject({ state: 'sent' });
    const again = await operator.post(`/api/mails/${failed!.id}/retry`).expect(409);
    expect(again.body.code).toBe('mail_settled');
    const acts = await operator.get('/api/audit?act=retry-mail').expect(200);
    expect(acts.body.items).toHaveLength(1);
    expect(acts.body.items[0]).toMatchObject({ actorId: operator.id, subjectId: failed!.id });
  });

  it('has a waiting mail tried now', async () => {
    const slow = await only('waiting');
    await operator.post(`/api/mails/${slow.id}/retry`).expect(200);
    await send();
    expect((await list('?to=slow@fraisier.test'))[0]).toMatchObject({ state: 'sent' });
  });

  it('has all failed mails tried again; a second time there are none, and that is no act', async () => {
    expect((await operator.post('/api/mails/retry').expect(200)).body).toEqual({ mails: 1 });
    expect((await operator.post('/api/mails/retry').expect(200)).body).toEqual({ mails: 0 });
    await send();
    expect(await list('?state=failed')).toEqual([]);
    expect((await operator.get('/api/audit?act=retry-mails').expect(200)).body.items).toHaveLength(1);
  });

  it('is for operators, by ids and words that there are', async () => {
    const member = await shop.member();
    const id = crypto.randomUUID();
    for (const path of ['/api/mails', '/api/mails/counts']) {
      await shop.visitor.get(path).expect(401);
      await member.get(path).expect(403);
    }
    for (const path of ['/api/mails/retry', `/api/mails/${id}/retry`]) {
      await shop.visitor.post(path).expect(401);
      await member.post(path).expect(403);
    }
    await operator.post(`/api/mails/${id}/retry`).expect(404);
    await operator.post('/api/mails/one/retry').expect(400);
    await operator.get('/api/mails?state=lost').expect(400);
    await operator.get('/api/mails?to=a').expect(400);
    await operator.get('/api/mails?cursor=1').expect(400);
  });

  it('goes on page after page', async () => {
    for (let nth = 0; nth < 60; nth++) {
      await writeMail(shop.deps.db, {
        cause: `page:${nth}`,
        to: 'page@fraisier.test',
        locale: 'fr',
        template: 'order-sent',
        content: { subject: `${nth}`, paragraphs: [] },
      });
    }
    const first = (await operator.get('/api/mails?to=page@fraisier.test').expect(200)).body;
    const second = (await operator.get(`/api/mails?to=page@fraisier.test&cursor=${first.nextCursor}`).expect(200)).body;
    const subjects = [...first.items, ...second.items].map((mail: OutboxMail) => Number(mail.subject));
    expect(subjects).toEqual(Array.from({ length: 60 }, (_, nth) => 59 - nth));
    expect(second.nextCursor).toBeNull();
  });

  it('forgets what a mail said thirty days after it left, and never one that may be sent again', async () => {
    const written = () =>
      shop.pool
        .query<{ recipient: string }>(`select recipient from mails where body_html <> '' order by recipient`)
        .then(({ rows }) => rows.map(({ recipient }) => recipient));
    const all = await written();
    await shop.pool.query(`update mails set failed_at = shop_now() where cause = 'page:7'`);
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    await shop.setClock(days(29));
    await forgetMails(shop.deps);
    expect(await written()).toEqual(all);
    await shop.setClock(days(31));
    await forgetMails(shop.deps);
    expect(all).toContain('gone@fraisier.test');
    expect(new Set(await written())).toEqual(new Set(['page@fraisier.test']));
    expect((await list('?to=gone@fraisier.test'))[0]).toMatchObject({ subject: 'Un mail', state: 'sent' });
  });
});
