import { createHash } from 'node:crypto';
import { makePacket } from '@fraisier/server/cycle/prints/make-packet.job.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binary } from '../../support/binary.ts';
import { planAndOpen } from '../../support/month.ts';
import { authorsSize, type OpenedRun, openRun, openRuns } from '../../support/runs.ts';
import { openShop, type SignedIn, type TestShop } from '../../support/shop.ts';
import { unzip } from '../../support/unzip.ts';

const sha = (body: Buffer) => createHash('sha256').update(body).digest('hex');

/** I6, by somebody who can write to storage, or even to the tables: what is printed is what was voted on, or nothing. */
describe('the file that was voted on', () => {
  let shop: TestShop;
  let operator: SignedIn;
  beforeAll(async () => {
    shop = await openShop();
    operator = await shop.operator();
  });
  afterAll(() => shop.close());

  const db = () => shop.deps.db;
  /** Two winners of a round, with different files. */
  const twoRuns = async () => (await openRuns(shop, { winners: 2, size: 4 })) as [OpenedRun, OpenedRun];
  const artworkOf = (run: OpenedRun) =>
    db().selectFrom('artworks').selectAll().where('id', '=', run.design.artworkId).executeTakeFirstOrThrow();
  const order = async (run: OpenedRun) => {
    await authorsSize(shop, run);
    return (await operator.post(`/api/runs/${run.slug}/print-orders`).expect(201)).body.id as string;
  };
  const packetOf = async (run: OpenedRun) =>
    (await operator.get(`/api/print-orders?run=${run.slug}`).expect(200)).body.items[0].packet;
  const expectRefused = async (run: OpenedRun, id: string) => {
    await makePacket(shop.deps, { printOrderId: id });
    expect(await packetOf(run)).toMatchObject({ state: 'failed', problem: 'artwork_changed', url: null, files: [] });
    await operator.get(`/api/print-orders/${id}/packet`).expect(409);
    const acts = await db().selectFrom('audit_log').select('act').where('subject_id', '=', id).execute();
    expect(acts.map((row) => row.act)).toContain('refuse-artwork');
  };
  /** As somebody who owns the tables, and may take their guards off. */
  const unguarded = async (table: string, change: () => Promise<unknown>) => {
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(db());
    try {
      await change();
    } finally {
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(db());
    }
  };

  it('cannot be another one in the tables: neither its bytes nor the file of an admitted design', async () => {
    const [run, other] = await twoRuns();
    const { sha256, storage_key: key } = await artworkOf(other);
    const artwork = db().updateTable('artworks').where('id', '=', run.design.artworkId);
    for (const change of [
      { sha256 },
      { storage_key: `${key}2` },
      { bytes: 7 },
      { version: 9 },
      { design_id: other.design.id },
    ]) {
      await expect(artwork.set(change).execute()).rejects.toThrow('keeps the file that was looked at');
    }
    await artwork.set({ placeholder: 'measured again' }).execute();
    const design = db().updateTable('designs').where('id', '=', run.design.id);
    await expect(design.set({ artwork_id: other.design.artworkId }).execute()).rejects.toThrow('keeps the file');
    const runs = db().updateTable('runs').where('id', '=', run.id);
    await expect(runs.set({ artwork_id: other.design.artworkId }).execute()).rejects.toThrow(
      'keeps what the close made',
    );
    await expect(runs.set({ artwork_sha256: sha256 }).execute()).rejects.toThrow('keeps what the close made');
  });

  it('is printed although its design has another file by now', async () => {
    const [run, other] = await twoRuns();
    await unguarded('designs', () =>
      db().updateTable('designs').set({ artwork_id: other.design.artworkId }).where('id', '=', run.design.id).execute(),
    );
    const id = await order(run);
    await makePacket(shop.deps, { printOrderId: id });
    const files = unzip(await download(id));
    const voted = await shop.deps.storage.readAll((await artworkOf(run)).storage_key);
    expect(files.get('README.txt')!.toString()).toContain(sha(voted));
  });

  it('is not replaced in storage: by another picture, by one byte, or by nothing', async () => {
    const [run, other] = await twoRuns();
    const { storage_key: key } = await artworkOf(run);
    const voted = await shop.deps.storage.readAll(key);
    const id = await order(run);
    const flipped = Buffer.from(voted);
    flipped[flipped.length - 20]! ^= 1;
    for (const swapped of [
      await shop.deps.storage.readAll((await artworkOf(other)).storage_key),
      flipped,
      Buffer.of(),
    ]) {
      await shop.deps.storage.write(key, swapped);
      await expectRefused(run, id);
    }
    await shop.deps.storage.write(key, voted);
    await makePacket(shop.deps, { printOrderId: id });
    expect(await packetOf(run)).toMatchObject({ state: 'ready', problem: null });
  });

  it('is not replaced with its row, by whoever can take the guards off the tables', async () => {
    const [run, other] = await twoRuns();
    const id = await order(run);
    const swapped = await shop.deps.storage.readAll((await artworkOf(other)).storage_key);
    await shop.deps.storage.write('artworks/swapped.png', swapped);
    await unguarded('artworks', () =>
      db()
        .updateTable('artworks')
        .set({ storage_key: 'artworks/swapped.png', sha256: createHash('sha256').update(swapped).digest() })
        .where('id', '=', run.design.artworkId)
        .execute(),
    );
    await expectRefused(run, id);
  });

  it('is not replaced in the run or in the print order, for each of them says which it is', async () => {
    const [run, other] = await twoRuns();
    const id = await order(run);
    const { sha256 } = await artworkOf(other);
    await db().updateTable('print_orders').set({ artwork_sha256: sha256 }).where('id', '=', id).execute();
    await expectRefused(run, id);
    await unguarded('runs', () =>
      db().updateTable('runs').set({ artwork_id: other.design.artworkId }).where('id', '=', run.id).execute(),
    );
    await expectRefused(run, id);
  });

  it('is the one that was admitted, even where every row and file says another', async () => {
    const [run, other] = await twoRuns();
    await db()
      .insertInto('design_decisions')
      .values({
        ...{ design_id: run.design.id, artwork_id: run.design.artworkId, kind: 'admission' },
        decided_by: operator.id,
      })
      .execute();
    const id = await order(run);
    const { sha256 } = await artworkOf(other);
    await unguarded('runs', () =>
      db()
        .updateTable('runs')
        .set({ artwork_id: other.design.artworkId, artwork_sha256: sha256 })
        .where('id', '=', run.id)
        .execute(),
    );
    await db().updateTable('print_orders').set({ artwork_sha256: sha256 }).where('id', '=', id).execute();
    await expectRefused(run, id);
  });

  it('is in the packet that was made, and in no other that somebody put in its place', async () => {
    const run = await openRun(shop);
    const id = await order(run);
    await makePacket(shop.deps, { printOrderId: id });
    const packet = await download(id);
    const made = await packetOf(run);
    await shop.deps.storage.write(`packets/${id}.zip`, Buffer.concat([packet, Buffer.from([0])]));
    await operator.get(`/api/print-orders/${id}/packet`).expect(409);
    expect(await packetOf(run)).toMatchObject({ state: 'failed', problem: 'packet_changed', url: null });
    await operator.post(`/api/print-orders/${id}/packet`).expect(202);
    await makePacket(shop.deps, { printOrderId: id });
    expect(await packetOf(run)).toEqual(made);
    expect(sha(await download(id))).toBe(sha(packet));
  });

  it('has its hash on the sheet, in the README and in the list, with that of its pixels', async () => {
    const run = await openRun(shop);
    const id = await order(run);
    await makePacket(shop.deps, { printOrderId: id });
    const files = unzip(await download(id));
    const voted = sha(await shop.deps.storage.readAll((await artworkOf(run)).storage_key));
    const shown = (await operator.get(`/api/print-orders?run=${run.slug}`).expect(200)).body.items[0];
    expect(shown.artworkSha256).toBe(voted);
    const readme = files.get('README.txt')!.toString();
    expect(readme).toContain(voted);
    expect(readme).toContain(shown.proof.pixelsSha256);
    expect(shown.packet.files).toEqual(
      [...files].map(([name, body]) => ({ name, bytes: body.length, sha256: sha(body) })),
    );
  });

  it('has its hash on the design’s page once it is counted, and not before', async () => {
    const run = await openRun(shop);
    const voted = sha(await shop.deps.storage.readAll((await artworkOf(run)).storage_key));
    const shown = async (id: string) => (await shop.visitor.get(`/api/designs/${id}`).expect(200)).body.artworkSha256;
    expect(await shown(run.design.id)).toBe(voted);
    const month = await planAndOpen(shop, { slug: '2041-03', phase: 'voting', designs: 12 });
    expect(await shown(month.designs[0]!.id)).toBeNull();
  });

  it('has a plate for each of its inks, shown to operators', async () => {
    const run = await openRun(shop);
    const id = await order(run);
    await makePacket(shop.deps, { printOrderId: id });
    const { proof } = (await operator.get(`/api/print-orders?run=${run.slug}`).expect(200)).body.items[0];
    expect(proof).toMatchObject({ widthPx: 3543, heightPx: 4252, dpi: 300, colours: 'kept', unseparated: null });
    expect(proof.press).toMatchObject({ dpi: 300, marginMm: 15, trapMm: 0.17, chokeMm: null, offShare: 0 });
    const [{ inks }] = [await artworkOf(run)] as unknown as [{ inks: { hex: string }[] }];
    expect(proof.plates.map((plate: { hex: string }) => plate.hex).sort()).toEqual(inks.map((ink) => ink.hex).sort());
    const files = unzip(await download(id));
    for (const plate of proof.plates) {
      expect(files.has(plate.file)).toBe(true);
      const thumb = await operator.get(plate.url).buffer(true).parse(binary).expect(200);
      expect(thumb.headers['content-type']).toBe('image/png');
      expect((thumb.body as Buffer).subarray(1, 4).toString()).toBe('PNG');
      await shop.visitor.get(plate.url).expect(401);
      await run.designer.get(plate.url).expect(403);
    }
    await operator.get(`/api/print-orders/${id}/plates/8`).expect(404);
    await operator.get(`/api/print-orders/${id}/plates/9`).expect(400);
    await operator.get(`/api/print-orders/one/plates/1`).expect(400);
  });

  it('has no plates where the round prints digitally, and the packet says so', async () => {
    const run = await openRun(shop);
    await unguarded('rounds', () =>
      db().updateTable('rounds').set({ print_method: 'digital' }).where('id', '=', run.roundId).execute(),
    );
    const id = await order(run);
    await makePacket(shop.deps, { printOrderId: id });
    const { proof } = (await operator.get(`/api/print-orders?run=${run.slug}`).expect(200)).body.items[0];
    expect(proof).toMatchObject({ unseparated: 'digital', plates: [], press: null });
    const files = unzip(await download(id));
    expect([...files.keys()]).toEqual(['print-file.png', 'sheet.pdf', 'pieces.csv', 'README.txt']);
    expect(files.get('README.txt')!.toString()).toContain('printed digitally');
  });

  async function download(id: string): Promise<Buffer> {
    const answer = await operator.get(`/api/print-orders/${id}/packet`).buffer(true).parse(binary).expect(200);
    return answer.body as Buffer;
  }
});
