import { buildApp } from '@fraisier/server/app.ts';
import type { Deps } from '@fraisier/server/deps.ts';
import { enqueue } from '@fraisier/server/platform/jobs/queue.ts';
import { MOST_ATTEMPTS, minutesToWait } from '@fraisier/server/platform/mail/backoff.ts';
import { SendFailure } from '@fraisier/server/platform/mail/mailer.ts';
import { writeMail } from '@fraisier/server/platform/mail/outbox.ts';
import { sendMail } from '@fraisier/server/platform/mail/send-mail.job.ts';
import { createSmtpMailer } from '@fraisier/server/platform/mail/smtp-mailer.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSmtp, type SmtpServer } from '../support/hostile-smtp.ts';
import { openShop, type TestShop } from '../support/shop.ts';

const limits = { connect: 400, silence: 600, whole: 1200 };

let shop: TestShop;
let smtp: SmtpServer;
/** The shop's parts with a mailer that knows nothing yet of its server. */
let deps: Deps;

const mailerTo = (url: string) => createSmtpMailer(url, shop.deps.config.mailFrom, shop.deps.config.appUrl, limits);

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  smtp = await openSmtp();
  deps = { ...shop.deps, mailer: mailerTo(smtp.url), log: silent(shop.deps.log) };
});
afterEach(async () => {
  await smtp.close();
  await shop.pool.query('delete from mails');
});

function silent(log: Deps['log']): Deps['log'] {
  return Object.assign(Object.create(log), { warn: () => {} });
}

async function write(to: string, template: 'contact-received' | 'sign-in' | 'result-letter' = 'contact-received') {
  await shop.deps.db.transaction().execute((trx) =>
    writeMail(trx, {
      cause: `test:${crypto.randomUUID()}`,
      to,
      locale: 'fr',
      template,
      content: { subject: 'Essai de « Hérisson »', paragraphs: ['.', 'Un point au début, et une œuvre.'] },
    }),
  );
}

interface Row {
  readonly id: string;
  readonly recipient: string;
  readonly attempts: number;
  readonly sent_at: Date | null;
  readonly failed_at: Date | null;
  readonly last_error: string | null;
  /** Minutes until the next attempt. */
  readonly wait: number;
}

async function rows(): Promise<Row[]> {
  const { rows: all } = await shop.pool.query<Row>(
    `select id, recipient, attempts, sent_at, failed_at, last_error,
       extract(epoch from next_attempt_at - clock_timestamp())::float / 60 as wait
     from mails order by recipient`,
  );
  return all;
}

/** As if the time until the next attempt were over. */
const later = () => shop.pool.query('update mails set next_attempt_at = clock_timestamp() where sent_at is null');
const stateOf = (row: Row | undefined) =>
  row?.sent_at ? 'sent' : row?.failed_at ? 'failed' : row?.last_error ? 'delayed' : 'waiting';

describe('a mail server that takes mail', () => {
  it('gets it once, whole, with its text and its HTML', async () => {
    await write('ana@fraisier.test');
    await sendMail(deps);
    await sendMail(deps);
    expect(smtp.letters).toHaveLength(1);
    const { raw, to, from } = smtp.letters[0]!;
    const [mail] = await rows();
    expect([from, to]).toEqual(['bonjour@fraisier.test', 'ana@fraisier.test']);
    expect(raw).toContain(`Message-ID: <${mail!.id}@localhost>`);
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).toContain('Content-Type: text/plain; charset=utf-8');
    expect(raw).toContain('Content-Type: text/html; charset=utf-8');
    expect(raw.split('\r\n').every((line) => line.length <= 998)).toBe(true);
    expect([...raw].every((letter) => letter.charCodeAt(0) < 128)).toBe(true);
    expect(stateOf(mail)).toBe('sent');
  });

  it('gets urgent mail before letters', async () => {
    for (let nth = 0; nth < 6; nth++) await write(`letter-${nth}@fraisier.test`, 'result-letter');
    await write('now@fraisier.test', 'sign-in');
    smtp.play({ answer: { after: 30 } });
    await sendMail(deps);
    expect(smtp.letters.slice(0, 4).map(({ to }) => to)).toContain('now@fraisier.test');
    expect(smtp.letters).toHaveLength(7);
  });

  it('and is slow gets four at once at most, and keeps no job waiting behind', async () => {
    for (let nth = 0; nth < 12; nth++) await write(`slow-${nth}@fraisier.test`);
    smtp.play({ answer: { after: 250 } });
    const ended: string[] = [];
    const first = sendMail(deps).then(() => ended.push('the first'));
    // Another worker of this process is woken for the next mail: it is free at once.
    await sendMail(deps).then(() => ended.push('the second'));
    await first;
    expect(ended).toEqual(['the second', 'the first']);
    expect(smtp.letters).toHaveLength(12);
    expect(smtp.mostAtOnce()).toBeLessThanOrEqual(4);
  });
});

describe('a mail server that refuses', () => {
  it('for now (4xx) gets it again later, each time after a longer wait, and so many times at most', async () => {
    await write('later@fraisier.test');
    smtp.play({ RCPT: { say: '451 4.7.1 Greylisted, come back' } });
    const waits: number[] = [];
    for (let nth = 0; nth < MOST_ATTEMPTS; nth++) {
      deps = { ...deps, mailer: mailerTo(smtp.url) };
      await sendMail(deps);
      const [row] = await rows();
      expect(row!.attempts).toBe(nth + 1);
      expect(row!.last_error).toContain('451 4.7.1 Greylisted');
      if (row!.failed_at === null) waits.push(Math.round(row!.wait));
      await sendMail(deps);
      expect(smtp.connections()).toBe(nth + 1);
      await later();
    }
    const planned = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, nth) => minutesToWait(nth + 1));
    expect(waits).toEqual(planned);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(stateOf((await rows())[0])).toBe('failed');
    expect(smtp.letters).toEqual([]);
  });

  it('for good (5xx) gets it no more, and the desk says so', async () => {
    await write('gone@fraisier.test');
    smtp.play({ RCPT: { say: '550 5.1.1 No such mailbox' } });
    await sendMail(deps);
    const [row] = await rows();
    expect(stateOf(row)).toBe('failed');
    expect(row).toMatchObject({ attempts: 1, last_error: expect.stringContaining('550 5.1.1 No such mailbox') });
    const operator = await shop.operator();
    expect((await operator.get('/api/desk').expect(200)).body).toMatchObject({ mailsFailed: 1, mailsUnsent: 0 });
    await later();
    await sendMail(deps);
    expect(smtp.connections()).toBe(1);
  });

  it('one address takes the others’ mail', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await write(`${name}@fraisier.test`);
    smtp.play(({ to }) => {
      if (to === 'b@fraisier.test') return { RCPT: { say: '550 5.1.1 No' } };
      return to === 'c@fraisier.test' ? { accept: { say: '554 5.7.1 We do not like it' } } : {};
    });
    await sendMail(deps);
    expect((await rows()).map(stateOf)).toEqual(['sent', 'failed', 'failed', 'sent']);
  });

  it('the sender, the password or the greeting makes no mail fail for good: it is not the mails’ fault', async () => {
    const url = smtp.url.replace('//', '//shop:wrong@');
    for (const plan of [
      { connect: { say: '554 5.7.1 Your address is on a list' } },
      { MAIL: { say: '550 5.7.1 Sender unknown' } },
      { AUTH: { say: '535 5.7.8 Wrong password' } },
      { EHLO: { say: '421 4.3.2 Shutting down' } },
    ] as const) {
      await shop.pool.query('delete from mails');
      for (let nth = 0; nth < 10; nth++) await write(`all-${nth}@fraisier.test`);
      smtp.play(plan);
      const before = smtp.connections();
      deps = { ...deps, mailer: mailerTo(url) };
      await sendMail(deps);
      await sendMail(deps);
      const states = (await rows()).map(stateOf);
      expect(states, JSON.stringify(plan)).not.toContain('failed');
      // What stands behind the first ones is not tried: the server would refuse it too.
      expect(smtp.connections() - before, JSON.stringify(plan)).toBeLessThanOrEqual(4);
      expect(states.filter((state) => state === 'waiting').length).toBeGreaterThanOrEqual(6);
    }
  });

  it('a sign-in link after the link is dead is not sent again', async () => {
    await write('link@fraisier.test', 'sign-in');
    smtp.play({ RCPT: { say: '451 Later' } });
    const states: string[] = [];
    for (let nth = 0; nth < 3; nth++) {
      await sendMail({ ...deps, mailer: mailerTo(smtp.url) });
      states.push(stateOf((await rows())[0]));
      await later();
    }
    expect(states).toEqual(['delayed', 'delayed', 'failed']);
  });
});

describe('a mail server that fails', () => {
  it.each([
    ['drops in the middle of the message', { accept: { dropAfterBytes: 300 } }],
    ['drops at the first word', { connect: 'drop' }],
    ['stalls at the greeting', { connect: 'stall' }],
    ['stalls in the middle', { DATA: 'stall' }],
    ['stalls after the message', { answer: 'stall' }],
    ['talks nonsense', { connect: { say: 'HTTP/1.1 400 Bad Request' } }],
  ] as const)('and %s has the mail later', async (_, plan) => {
    await write('patient@fraisier.test');
    smtp.play(plan);
    const begun = Date.now();
    await sendMail(deps);
    expect(Date.now() - begun).toBeLessThan(limits.whole + 1500);
    const [row] = await rows();
    expect(stateOf(row)).toBe('delayed');
    expect(row!.attempts).toBe(1);
    smtp.play({});
    await later();
    await sendMail({ ...deps, mailer: mailerTo(smtp.url) });
    expect(stateOf((await rows())[0])).toBe('sent');
  });

  it('drips its answers without end is left after a while', async () => {
    await write('drip@fraisier.test');
    smtp.play({ EHLO: { after: 550 }, MAIL: { after: 550 }, RCPT: { after: 550 }, DATA: { after: 550 } });
    const begun = Date.now();
    await sendMail(deps);
    expect(Date.now() - begun).toBeLessThan(limits.whole + 1000);
    expect(stateOf((await rows())[0])).toBe('delayed');
  });

  it('after it has taken the mail gets a second copy that is known by its Message-ID', async () => {
    await write('twice@fraisier.test');
    smtp.play({ answer: 'drop' });
    await sendMail(deps);
    expect(smtp.letters).toHaveLength(1);
    expect(stateOf((await rows())[0])).toBe('delayed');
    smtp.play({});
    await later();
    await sendMail({ ...deps, mailer: mailerTo(smtp.url) });
    expect(smtp.letters).toHaveLength(2);
    const idOf = (raw: string) => /^Message-ID: (.*)$/m.exec(raw)?.[1];
    const dateOf = (raw: string) => /^Date: (.*)$/m.exec(raw)?.[1];
    const [first, second] = smtp.letters;
    expect(idOf(first!.raw)).toMatch(/^<[0-9a-f-]{36}@localhost>/);
    expect(idOf(second!.raw)).toBe(idOf(first!.raw));
    expect(dateOf(second!.raw)).toBe(dateOf(first!.raw));
  });

  it('and comes back is found by one mail, after which all go', async () => {
    for (let nth = 0; nth < 8; nth++) await write(`wave-${nth}@fraisier.test`);
    await smtp.close();
    await sendMail(deps);
    expect((await rows()).filter((row) => stateOf(row) === 'sent')).toEqual([]);
    expect((await rows()).every((row) => row.attempts <= 1)).toBe(true);
    smtp = await openSmtp();
    await later();
    await sendMail({ ...deps, mailer: mailerTo(smtp.url) });
    expect((await rows()).map(stateOf)).toEqual(Array.from({ length: 8 }, () => 'sent'));
  });
});

describe('a process that dies while it sends', () => {
  it('leaves the mail to be sent again after a while, and nobody else takes it meanwhile', async () => {
    await write('lease@fraisier.test');
    // As a kill leaves it: taken, and no word of what became of it.
    const never = { send: () => new Promise<void>(() => {}) };
    void sendMail({ ...deps, mailer: never });
    await expect.poll(async () => (await rows())[0]?.attempts).toBe(1);
    await sendMail(deps);
    expect(smtp.letters).toEqual([]);
    const [row] = await rows();
    expect(row!.wait).toBeGreaterThan(limits.whole / 60_000);
    expect(row!.wait).toBeLessThanOrEqual(5);
    await later();
    await sendMail(deps);
    expect(smtp.letters).toHaveLength(1);
  });

  it('two processes send each mail once between them', async () => {
    for (let nth = 0; nth < 40; nth++) await write(`pair-${nth}@fraisier.test`);
    smtp.play({ answer: { after: 20 } });
    await Promise.all([sendMail(deps), sendMail({ ...deps, mailer: mailerTo(smtp.url) })]);
    const to = smtp.letters.map((letter) => letter.to);
    expect(to).toHaveLength(40);
    expect(new Set(to).size).toBe(40);
  });
});

describe('what a mail says on its way', () => {
  it('is never told in the clear to a server elsewhere, nor to one that nobody vouches for', async () => {
    for (const plan of [
      { tls: 'self-signed' },
      { tls: 'noise' },
      { tls: 'self-signed', STARTTLS: { say: '454 4.7.0 TLS not available' } },
    ] as const) {
      await shop.pool.query('delete from mails');
      await write('secret@fraisier.test');
      smtp.play(plan);
      await sendMail({ ...deps, mailer: mailerTo(`${smtp.url}?requireTLS=true`) });
      expect(stateOf((await rows())[0]), JSON.stringify(plan)).toBe('delayed');
      expect(smtp.letters).toEqual([]);
      expect(smtp.heard.join('\n')).not.toContain('secret@fraisier.test');
    }
  });

  it('a server elsewhere must encrypt, one on this machine need not', async () => {
    await write('near@fraisier.test');
    await sendMail(deps);
    expect(smtp.letters).toHaveLength(1);
    const port = new URL(smtp.url).port;
    // The same server under a name that is not this machine’s.
    const far = mailerTo(`smtp://mail.fraisier.example:${port}`);
    const failure = await far.send({ ...message, to: 'far@fraisier.test' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SendFailure);
    const required = mailerTo(`${smtp.url}?requireTLS=true`);
    const refused = await required.send({ ...message, to: 'far@fraisier.test' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ trouble: 'server' });
    expect(smtp.letters).toHaveLength(1);
  });

  it('goes where TLS holds', async () => {
    await write('sealed@fraisier.test');
    smtp.play({ tls: 'self-signed' });
    await sendMail({ ...deps, mailer: mailerTo(`${smtp.url}?requireTLS=true&tls.rejectUnauthorized=false`) });
    expect(smtp.letters.map(({ to, secure }) => ({ to, secure }))).toEqual([
      { to: 'sealed@fraisier.test', secure: true },
    ]);
  });

  it('reaches one address, whatever stands in it, and no header is made of its words', async () => {
    const subject = 'Essai\r\nBcc: evil@fraisier.test';
    const odd = { ...message, subject, to: 'a,evil@fraisier.test' };
    await deps.mailer.send(odd).catch(() => {});
    await deps.mailer.send({ ...message, subject, to: 'b@fraisier.test' });
    const to = smtp.letters.map((letter) => letter.to);
    expect(to.filter((address) => address === 'evil@fraisier.test')).toEqual([]);
    expect(smtp.letters.at(-1)!.raw).not.toMatch(/^Bcc:/m);
  });
});

const message = {
  id: '01a200a4-381a-7b75-9a55-795b90fe1c6e',
  subject: 'S',
  text: 'T',
  html: '<p>T</p>',
  date: new Date(0),
};

describe('the shop while the mail server is away', () => {
  it('takes sign-ins and messages and answers at once; the mail goes when it is back', async () => {
    await smtp.close();
    const app = await buildApp(deps);
    await app.ready();
    try {
      for (let nth = 0; nth < 5; nth++) {
        const begun = Date.now();
        const answer = await app.inject({
          method: 'POST',
          url: '/api/contact',
          payload: { kind: 'question', name: 'Ana', email: `down-${nth}@fraisier.test`, message: 'Une question, ici.' },
        });
        expect(answer.statusCode).toBe(202);
        expect(Date.now() - begun).toBeLessThan(1500);
        await sendMail(deps);
      }
    } finally {
      await app.close();
    }
    // The job does not fail: nothing of the queue is spent on a mail server.
    await enqueue(shop.deps.db, 'send-mail', {});
    await expect(sendMail(deps)).resolves.toBeUndefined();
    smtp = await openSmtp();
    await later();
    await sendMail({ ...deps, mailer: mailerTo(smtp.url) });
    expect(smtp.letters).toHaveLength(5);
  });
});
