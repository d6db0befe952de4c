import { writeMail, writeMails } from '@fraisier/server/platform/mail/outbox.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShop, type TestShop } from '../support/shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const said = {
  locale: 'en',
  template: 'contact-answer',
  content: { subject: 'A word', paragraphs: ['Hello.'] },
} as const;
const copies = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, nth) => ({
    cause: `note:${from + nth}`,
    to: `Reader-${from + nth}@Fraisier.test`,
  }));
const waiting = async () =>
  (
    await shop.pool.query<{ mails: number; jobs: number; unsent: number }>(
      `select (select count(*) from mails where template = 'contact-answer') as mails,
         (select count(*) from mails where template = 'contact-answer' and sent_at is null) as unsent,
         (select count(*) from graphile_worker.jobs where task_identifier = 'send-mail') as jobs`,
    )
  ).rows[0]!;

it('one mail to many is a mail for each and one job for all, and each leaves', async () => {
  await writeMails(shop.deps.db, { ...said, copies: [] });
  await shop.deps.db.transaction().execute((trx) => writeMails(trx, { ...said, copies: copies(0, 300) }));
  expect(await waiting()).toEqual({ mails: 300, jobs: 1, unsent: 300 });
  const { rows } = await shop.pool.query("select recipient, subject from mails where cause = 'note:7'");
  expect(rows).toEqual([{ recipient: 'reader-7@fraisier.test', subject: 'A word' }]);
  const job = await shop.pool.query("select priority from graphile_worker.jobs where task_identifier = 'send-mail'");
  expect(job.rows).toEqual([{ priority: -5 }]);
  await shop.runJobs();
  expect(await waiting()).toEqual({ mails: 300, jobs: 0, unsent: 0 });
});

it('a cause that has had its mail gets no other, among many either', async () => {
  await writeMails(shop.deps.db, { ...said, copies: copies(290, 310) });
  await writeMail(shop.deps.db, { ...said, ...copies(305, 306)[0]! });
  expect(await waiting()).toEqual({ mails: 310, jobs: 1, unsent: 10 });
});

it('nothing of it is left where the act that wrote it does not commit', async () => {
  const act = shop.deps.db.transaction().execute(async (trx) => {
    await writeMails(trx, { ...said, copies: copies(400, 410) });
    throw new Error('no');
  });
  await expect(act).rejects.toThrow('no');
  expect(await waiting()).toMatchObject({ mails: 310, jobs: 1 });
});
