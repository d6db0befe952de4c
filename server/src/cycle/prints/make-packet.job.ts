import type { Deps } from '../../deps.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { PrintFile } from '../../platform/images/images.ts';
import { ArtworkChangedError, packForPrintShop } from '../../platform/print-shop/packet.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { dayText } from '../orders/order-words.ts';
import { listRunsOnShow } from '../runs/runs.sql.ts';
import { cardsOf } from '../submissions/cards.ts';
import { piecesCsv, readmeText } from './packet-papers.ts';
import { printSheet } from './print-sheet.ts';
import {
  findArtworkOfRun,
  findPrintOrder,
  listPrintPieces,
  markPacketFailed,
  type PrintOrderRow,
  putPacket,
} from './prints.sql.ts';
import type { Matrix } from './size-matrix.ts';

const DPI = 300;

/**
 * The job: makes the zip for the print shop from the artwork that was voted on, and from no other (I6). Made again it is
 * the same; when it cannot be made now, the operator sees it, and the queue tries again.
 */
export async function makePacket(deps: Deps, { printOrderId }: { printOrderId: string }): Promise<void> {
  const order = await findPrintOrder(deps.db, printOrderId);
  if (!order || order.packet_state === 'ready') return;
  try {
    await pack(deps, order);
  } catch (error) {
    if (!(error instanceof ArtworkChangedError)) {
      await markPacketFailed(deps.db, order.id);
      throw error;
    }
    // Nothing mends this but a person: trying again would find the same file.
    deps.log.error({ printOrder: order.id, key: error.message }, 'the stored artwork is not the one voted on');
    await deps.db.transaction().execute(async (trx) => {
      await markPacketFailed(trx, order.id);
      await audit(trx, {
        actor: null,
        act: 'refuse-artwork',
        subjectType: 'print-order',
        subjectId: order.id,
        details: { run: order.run_slug, expectedSha256: order.artwork_sha256.toString('hex') },
      });
    });
  }
}

async function pack(deps: Deps, order: PrintOrderRow): Promise<void> {
  const { db, storage } = deps;
  const [artwork, runs, pieces, settings] = await Promise.all([
    findArtworkOfRun(db, order.run_id),
    listRunsOnShow(db, [order.run_id]),
    listPrintPieces(db, order.id),
    readSettings(db),
  ]);
  const run = runs[0]!;
  const design = (await cardsOf(db, [artwork.design_id], { withDesigner: true })).get(artwork.design_id)!;
  const preview = artwork.preview ? await storage.readAll(`pictures/${artwork.preview}`).catch(() => null) : null;
  const area = { widthMm: run.print_width_mm, heightMm: run.print_height_mm };
  const day = dayText(order.ordered_at, settings.time_zone, 'fr');
  const artworkSha256 = order.artwork_sha256.toString('hex');

  const papers = async (made: PrintFile & { sha256: string }) => {
    const sheet = await printSheet({
      ...{ shopName: settings.shop_name, run: run.slug, number: order.number, day, at: order.ordered_at, design },
      ...{ pieces: order.pieces, matrix: order.matrix as Matrix, sizes: run.sizes, area, made, artworkSha256, preview },
      labels: pieces.filter((piece) => piece.label !== null).length,
    });
    const csv = piecesCsv(pieces);
    const readme = readmeText({
      ...{ run: run.slug, number: order.number, title: run.title, pieces: order.pieces, day, artworkSha256, made },
      sheetSha256: sha256(sheet).toString('hex'),
      csvSha256: sha256(csv).toString('hex'),
    });
    return [
      { name: 'sheet.pdf', body: sheet },
      { name: 'pieces.csv', body: csv },
      { name: 'README.txt', body: readme },
    ];
  };
  const packet = await packForPrintShop(deps, {
    originalKey: artwork.storage_key,
    originalSha256: order.artwork_sha256,
    print: { dpi: DPI, ...area },
    at: order.ordered_at,
    papers,
  });
  const key = `packets/${order.id}.zip`;
  await storage.promote(packet.key, key);
  await putPacket(db, order.id, { key, sha256: packet.sha256, bytes: packet.bytes });
}
