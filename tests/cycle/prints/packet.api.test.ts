import { createHash } from 'node:crypto';
import { makePacket } from '@fraisier/server/cycle/prints/make-packet.job.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualPrint } from '../../support/artwork.ts';
import { binary } from '../../support/binary.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { authorsSize, buy, type OpenedRun, openRun, piece } from '../../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { unzip } from '../../support/unzip.ts';

const sha = (body: Buffer) => createHash('sha256').update(body).digest('hex');

describe('the packet for the print shop', () => {
  let shop: TestShop;
  let operator: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator();
  });
  afterAll(() => shop.close());

  const print = async (run: OpenedRun) =>
    (await operator.post(`/api/runs/${run.slug}/print-orders`).expect(201)).body as { id: string };
  const find = async (run: OpenedRun) =>
    (await operator.get(`/api/print-orders?run=${run.slug}`).expect(200)).body.items[0];
  const download = async (id: string) =>
    (await operator.get(`/api/print-orders/${id}/packet`).buffer(true).parse(binary).expect(200)) as unknown as {
      body: Buffer;
      headers: Record<string, string>;
    };
  const originalKey = async (run: OpenedRun) =>
    (
      await shop.deps.db
        .selectFrom('artworks')
        .select('storage_key')
        .where('id', '=', run.design.artworkId)
        .executeTakeFirstOrThrow()
    ).storage_key;

  it('holds the print file at 300 dpi, the sheet, the pieces and their hashes', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run, { size: 'L', cut: 'fitted' });
    const buyer = await shop.member();
    await buy(buyer, run, [piece({ size: 'S', label: '-Léo’s' }), piece({ size: '3XL' })]);
    const { id } = await print(run);
    await shop.runJobs();
    const shown = await find(run);
    expect(shown.packet).toMatchObject({ state: 'ready', url: `/api/print-orders/${id}/packet` });

    const { body, headers } = await download(id);
    expect(headers['content-type']).toBe('application/zip');
    expect(headers['content-disposition']).toContain(`fraisier-${run.slug}-impression-1.zip`);
    expect(body.length).toBe(shown.packet.bytes);
    expect(sha(body)).toBe(shown.packet.sha256);
    const files = unzip(body);
    const papers = ['print-file.png', 'sheet.pdf', 'pieces.csv', 'README.txt'];
    const plates = [...files.keys()].slice(papers.length);
    expect([...files.keys()]).toEqual([...papers, ...plates]);

    const png = files.get('print-file.png')!;
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3543, 4252]);
    const density = png.indexOf('pHYs');
    expect([png.readUInt32BE(density + 4), png.readUInt32BE(density + 8), png[density + 12]]).toEqual([
      11811, 11811, 1,
    ]);

    expect(files.get('pieces.csv')?.toString()).toBe(
      '\ufeffnuméro,taille,coupe,tissu,étiquette\r\n' +
        '1,L,Coupe ajustée,Écru,\r\n' +
        '2,S,Coupe droite,Écru,«-Léo’s»\r\n' +
        '3,3XL,Coupe droite,Écru,\r\n',
    );

    const original = await shop.deps.storage.readAll(await originalKey(run));
    expect(shown.artworkSha256).toBe(sha(original));
    const readme = files.get('README.txt')!.toString();
    for (const name of ['print-file.png', 'sheet.pdf', 'pieces.csv']) expect(readme).toContain(sha(files.get(name)!));
    expect(readme).toContain(sha(original));
    for (const name of plates) expect(readme).toContain(sha(files.get(name)!));
    expect(readme).toContain('3543 × 4252\u00a0pixels, 300\u00a0points par pouce');
    expect(files.get('sheet.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('prints it where its designer put it and as large as they said, and tells the press so', async () => {
    const run = await openRun(shop);
    const { db } = shop.deps;
    // Before it was admitted.
    const design = db.updateTable('designs').where('id', '=', run.design.id);
    await design.set({ state: 'checked' }).execute();
    await db
      .updateTable('artworks')
      .set({ place_from_centre_mm: 30, place_top_mm: 60, place_width_mm: 150 })
      .where('id', '=', run.design.artworkId)
      .execute();
    await design.set({ state: 'admitted' }).execute();
    await authorsSize(shop, run);
    const { id } = await print(run);
    await makePacket(shop.deps, { printOrderId: id });
    expect((await find(run)).proof).toMatchObject({
      ...{ widthMm: 150, heightMm: 180, dpi: 600, widthPx: 3543, heightPx: 4252 },
      place: { belowCollarMm: 75, fromCentreMm: 30 },
    });
    const files = unzip((await download(id)).body);
    const png = files.get('print-file.png')!;
    const density = png.indexOf('pHYs');
    expect(png.readUInt32BE(density + 4)).toBe(23_620);
    const readme = files.get('README.txt')!.toString();
    expect(readme).toContain('son milieu à 30\u00a0mm à droite du centre, vu de face');
    expect(readme).toContain('Le haut de l’impression à 75\u00a0mm sous la couture du col.');
    expect(pdfText(files.get('sheet.pdf')!).replaceAll(/\s+/g, '')).toContain('30mmàdroiteducentre');
  });

  it('prints the pixels of the voted file and no others', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run);
    const { id } = await print(run);
    await shop.runJobs();
    const png = unzip((await download(id)).body).get('print-file.png')!;
    const before = await measure(await shop.deps.storage.readAll(await originalKey(run)));
    const after = await measure(png);
    expect(after).toMatchObject({ width: before.width, height: before.height, measures: before.measures });
    expect(after.opaqueShare).toBeCloseTo(before.opaqueShare, 6);
  });

  it('is the same file when it is made twice', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run);
    const { id } = await print(run);
    await makePacket(shop.deps, { printOrderId: id });
    const first = (await find(run)).packet;
    const one = unzip((await download(id)).body);
    await makePacket(shop.deps, { printOrderId: id });
    await shop.runJobs();
    expect((await find(run)).packet).toEqual(first);
    // As after a crash between the file and the row.
    await shop.deps.db
      .updateTable('print_orders')
      .set({ packet_state: 'preparing', packet_key: null, packet_sha256: null, packet_bytes: null })
      .where('id', '=', id)
      .execute();
    await makePacket(shop.deps, { printOrderId: id });
    for (const [name, body] of unzip((await download(id)).body))
      expect([name, sha(body)]).toEqual([name, sha(one.get(name)!)]);
    expect((await find(run)).packet).toEqual(first);
  });

  it('prints nothing when the stored file is not the one that was voted on', async () => {
    const run = await openRun(shop);
    const other = await openRun(shop);
    await authorsSize(shop, run);
    await shop.deps.storage.write(
      await originalKey(run),
      Buffer.concat([await shop.deps.storage.readAll(await originalKey(other)), Buffer.from([0])]),
    );
    const { id } = await print(run);
    await shop.runJobs();
    expect((await find(run)).packet).toEqual({
      ...{ state: 'failed', url: null, sha256: null, bytes: null },
      ...{ problem: 'artwork_changed', files: [] },
    });
    const { body } = await operator.get(`/api/print-orders/${id}/packet`).expect(409);
    expect(body).toMatchObject({ code: 'packet_not_ready', reasons: [{ code: 'packet_failed' }] });
    const acts = await shop.deps.db
      .selectFrom('audit_log')
      .select('act')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    expect(acts.map((row) => row.act)).toEqual(['order-print', 'refuse-artwork']);
    await expectNoTemp();
  });

  it('can be made again by hand once what was wrong is mended', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run);
    const key = await originalKey(run);
    const original = await shop.deps.storage.readAll(key);
    await shop.deps.storage.write(key, Buffer.from('not it'));
    const { id } = await print(run);
    await shop.runJobs();
    expect((await find(run)).packet).toMatchObject({ state: 'failed', problem: 'artwork_changed' });
    await shop.deps.storage.write(key, original);
    const { body } = await operator.post(`/api/print-orders/${id}/packet`).expect(202);
    expect(body.packet).toMatchObject({ state: 'preparing', problem: null });
    await shop.runJobs();
    const made = (await find(run)).packet;
    expect(made).toMatchObject({ state: 'ready', problem: null });
    // Asked twice, or for one that is made: nothing happens.
    expect((await operator.post(`/api/print-orders/${id}/packet`).expect(202)).body.packet).toEqual(made);
    const acts = await shop.deps.db
      .selectFrom('audit_log')
      .select('act')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute();
    expect(acts.map((row) => row.act)).toEqual(['order-print', 'refuse-artwork', 'retry-packet']);
    await operator.post('/api/print-orders/0193e5a0-0000-7000-8000-000000000000/packet').expect(404);
    await operator.post('/api/print-orders/one/packet').expect(400);
    await shop.visitor.post(`/api/print-orders/${id}/packet`).expect(401);
    await run.designer.post(`/api/print-orders/${id}/packet`).expect(403);
  });

  it('says that it is being made, and says so too when storage is down; then it is made', async () => {
    const run = await openRun(shop);
    await authorsSize(shop, run);
    const { id } = await print(run);
    const early = await operator.get(`/api/print-orders/${id}/packet`).expect(409);
    expect(early.body).toMatchObject({ code: 'packet_not_ready', reasons: [{ code: 'packet_preparing' }] });
    expect(early.headers['retry-after']).toBe('5');
    const key = await originalKey(run);
    const original = await shop.deps.storage.readAll(key);
    await shop.deps.storage.remove(key);
    await expect(makePacket(shop.deps, { printOrderId: id })).rejects.toThrow();
    expect((await find(run)).packet.state).toBe('failed');
    await shop.deps.storage.write(key, original);
    await makePacket(shop.deps, { printOrderId: id });
    expect((await find(run)).packet.state).toBe('ready');
  });

  it('answers 404 for a print order that there is not', async () => {
    await operator.get('/api/print-orders/0193e5a0-0000-7000-8000-000000000000/packet').expect(404);
    await operator.get('/api/print-orders/one/packet').expect(400);
    await makePacket(shop.deps, { printOrderId: '0193e5a0-0000-7000-8000-000000000000' });
  });

  async function measure(png: Buffer) {
    await shop.deps.storage.write('temp/measured.png', png);
    const facts = await shop.deps.storage.withLocalFile('temp/measured.png', (path) =>
      shop.deps.images.measure(path, usualPrint),
    );
    await shop.deps.storage.remove('temp/measured.png');
    return facts;
  }

  async function expectNoTemp() {
    for await (const file of shop.deps.storage.list('temp')) expect(file.key).toBeUndefined();
  }
});
