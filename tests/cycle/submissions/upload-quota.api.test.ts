import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reasonsNotToUpload, UPLOAD_QUOTA } from '@fraisier/shared/cycle/upload-quota.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { png, smallPng } from '../../support/artwork.ts';
import { planAndOpen } from '../../support/month.ts';
import { multipart } from '../../support/multipart.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { filesIn, handIn, replace, submit } from '../../support/submissions.ts';

const slug = '2026-12';

describe('the share of storage of one person', () => {
  let shop: TestShop;
  let port: number;
  beforeAll(async () => {
    shop = await openShop();
    await planAndOpen(shop, { slug, phase: 'collecting', designs: 0 });
    await shop.app.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = shop.app.server.address() as AddressInfo);
  });
  afterAll(() => shop.close());
  afterEach(async () => {
    expect(await filesIn(shop, 'temp/')).toEqual([]);
    const { rows } = await shop.pool.query('select count(*)::int as files from artworks');
    expect(await filesIn(shop, 'originals/')).toHaveLength(rows[0].files);
  });

  /** As if their files of today had been as large as that all together. */
  /** An artwork's bytes never change: for once nobody looks. */
  const hasSent = (member: SignedIn, bytes: number) =>
    shop.deps.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`
        update artworks set bytes = ${bytes} where id =
          (select artworks.id from artworks join designs on designs.id = design_id where designer_id = ${member.id} limit 1)
      `.execute(trx);
    });
  const yesterday = (member: SignedIn) =>
    shop.pool.query(
      `update artworks set uploaded_at = uploaded_at - interval '25 hours'
       from designs where designs.id = design_id and designer_id = $1`,
      [member.id],
    );

  it('is counted in files and bytes, of the day and of the round, and all reasons are told', () => {
    const none = { files: 0, bytes: 0 };
    const { day, round } = UPLOAD_QUOTA;
    expect(reasonsNotToUpload({ day: none, round: none, bytes: 60_000_000 })).toEqual([]);
    expect(reasonsNotToUpload({ day: { files: day.files - 1, bytes: 0 }, round: none, bytes: 1 })).toEqual([]);
    expect(reasonsNotToUpload({ day: { files: 0, bytes: day.bytes - 1 }, round: none, bytes: 1 })).toEqual([]);
    expect(
      reasonsNotToUpload({
        day: { files: day.files, bytes: day.bytes },
        round: { files: round.files, bytes: round.bytes },
        bytes: 0,
      }).map(({ code }) => code),
    ).toEqual(['files_of_day', 'bytes_of_day', 'files_of_round', 'bytes_of_round']);
  });

  it('ends with the thirtieth file of a day, replacements counted, and begins again the next day', async () => {
    const maud = await shop.member();
    const { id } = await handIn(maud, slug);
    for (let nth = 1; nth < UPLOAD_QUOTA.day.files; nth++) await replace(maud, id, await smallPng()).expect(202);
    const refused = await replace(maud, id, await smallPng()).expect(429);
    expect(refused.body).toMatchObject({
      code: 'too_many_uploads',
      reasons: [{ code: 'files_of_day', detail: '30/30' }],
    });
    expect((await submit(maud, slug, { file: await smallPng() }).expect(429)).body.code).toBe('too_many_uploads');
    // Nobody else's.
    await handIn(await shop.member(), slug);
    await yesterday(maud);
    await replace(maud, id, await smallPng()).expect(202);
  }, 60_000);

  it('is refused before the file is sent when it is used up, and at the very byte when it would be', async () => {
    const maud = await shop.member();
    await handIn(maud, slug);
    const file = await png();
    await hasSent(maud, UPLOAD_QUOTA.day.bytes - file.length + 1);
    const { body } = await submit(maud, slug, { file }).expect(429);
    expect(body.reasons).toEqual([
      { code: 'bytes_of_day', detail: `${UPLOAD_QUOTA.day.bytes + 1}/${UPLOAD_QUOTA.day.bytes}` },
    ]);
    await hasSent(maud, UPLOAD_QUOTA.day.bytes - file.length);
    await submit(maud, slug, { file }).expect(202);
    expect((await submit(maud, slug, { file: Buffer.alloc(0) }).expect(429)).body.code).toBe('too_many_uploads');
  });

  it('counts what a round holds of them after the day is over', async () => {
    const maud = await shop.member();
    const { id } = await handIn(maud, slug);
    await hasSent(maud, UPLOAD_QUOTA.round.bytes);
    await yesterday(maud);
    const { body } = await replace(maud, id, await smallPng()).expect(429);
    expect(body.reasons).toMatchObject([{ code: 'bytes_of_round' }]);
  });

  it('is not outrun by files that come at once', async () => {
    const maud = await shop.member();
    const { id } = await handIn(maud, slug);
    await hasSent(maud, UPLOAD_QUOTA.day.bytes - 150_000);
    const files = await Promise.all([1, 2, 3, 4].map(() => png()));
    const answers = await Promise.all(files.map((file) => replace(maud, id, file)));
    const { rows } = await shop.pool.query(
      'select sum(bytes)::bigint as sum from artworks join designs on designs.id = design_id where designer_id = $1',
      [maud.id],
    );
    expect(Number(rows[0].sum)).toBeLessThanOrEqual(UPLOAD_QUOTA.day.bytes);
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([202, 429]));
  });

  it('has a few uploads on their way at a time, and a place again for each that ends or breaks off', async () => {
    const maud = await shop.member();
    const form = multipart({ body: await smallPng() });
    const begin = () => {
      const sent = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/api/rounds/${slug}/submissions`,
        headers: { cookie: maud.cookie, 'content-type': form.type, 'content-length': form.body.length },
      });
      sent.on('error', () => {});
      sent.write(form.body.subarray(0, 2000));
      return sent;
    };
    const open = Array.from({ length: UPLOAD_QUOTA.atOnce }, begin);
    await expect.poll(() => filesIn(shop, 'temp/')).toHaveLength(UPLOAD_QUOTA.atOnce);
    const refused = await submit(maud, slug, { file: await smallPng() }).expect(429);
    expect(refused.body.reasons).toEqual([{ code: 'uploads_at_once', detail: '5/5' }]);
    await handIn(await shop.member(), slug);
    for (const one of open) one.destroy();
    await expect.poll(() => filesIn(shop, 'temp/')).toEqual([]);
    await handIn(maud, slug);
  });
});
