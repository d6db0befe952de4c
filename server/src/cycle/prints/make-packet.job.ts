import { placementIn, printedSize } from '@fraisier/shared/cycle/placement.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { ImageWorkerError } from '../../platform/images/images.ts';
import { ArtworkChangedError, type MadeForPrint, packForPrintShop } from '../../platform/print-shop/packet.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { dateText } from '../../platform/words.ts';
import { listRunsOnShow } from '../runs/runs.sql.ts';
import { cardsOf } from '../submissions/cards.ts';
import { chosenPlacement, roundArea } from '../submissions/print-limits.ts';
import { packetPapers } from './packet-papers.ts';
import { basedInks, fabricsOf, printFacts } from './print-facts.ts';
import {
  findPrintOrder,
  findVotedArtworkOf,
  listPrintPieces,
  markPacketFailed,
  type PrintOrderRow,
  putPacket,
  type VotedArtwork,
} from './prints.sql.ts';
import type { Matrix } from './size-matrix.ts';

/**
 * The job: makes the zip for the print shop from the artwork that was voted on, and from no other (I6). Made again it is
 * the same; when it cannot be made now, the operator sees why, and the queue tries again.
 */
export async function makePacket(deps: Deps, { printOrderId }: { printOrderId: string }): Promise<void> {
  const order = await findPrintOrder(deps.db, printOrderId);
  if (!order || order.packet_state === 'ready') return;
  try {
    await pack(deps, order);
  } catch (error) {
    if (!(error instanceof ArtworkChangedError)) {
      await markPacketFailed(deps.db, order.id, problemOf(error));
      throw error;
    }
    // Nothing mends this but a person: trying again would find the same file.
    deps.log.error({ printOrder: order.id, key: error.message }, 'the stored artwork is not the one voted on');
    await deps.db.transaction().execute(async (trx) => {
      await markPacketFailed(trx, order.id, 'artwork_changed');
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

/** In one word, for the operator; the log has it all. */
function problemOf(error: unknown): string {
  if (error instanceof ImageWorkerError) return 'no_time';
  if (!(error instanceof Problem)) return 'unknown';
  const known: Partial<Record<Problem['code'], string>> = {
    not_found: 'original_missing',
    image_broken: 'original_broken',
    storage_full: 'storage_full',
  };
  return known[error.code] ?? 'unknown';
}

/** Every place that names the file of the vote names the same one; else somebody changed a row. */
function assertVoted(order: PrintOrderRow, artwork: VotedArtwork): void {
  const isSame =
    artwork.run_sha256.equals(order.artwork_sha256) &&
    artwork.artwork_sha256.equals(order.artwork_sha256) &&
    artwork.admitted !== false;
  if (!isSame) throw new ArtworkChangedError(artwork.storage_key);
}

async function pack(deps: Deps, order: PrintOrderRow): Promise<void> {
  const { db, storage } = deps;
  const [artwork, runs, pieces, settings] = await Promise.all([
    findVotedArtworkOf(db, order.run_id),
    listRunsOnShow(db, [order.run_id]),
    listPrintPieces(db, order.id),
    readSettings(db),
  ]);
  assertVoted(order, artwork);
  const run = runs[0]!;
  const matrix = order.matrix as Matrix;
  const design = (await cardsOf(db, [artwork.design_id], { withDesigner: true })).get(artwork.design_id)!;
  const inks = artwork.inks.map((ink) => ink.hex);
  const area = roundArea(artwork);
  const placement = placementIn(area, artwork, chosenPlacement(artwork));
  const factsOf = (made: MadeForPrint) => printFacts(made, matrix, { inks: inks.length, placement });
  const papers = (made: MadeForPrint) =>
    packetPapers(made, {
      ...{ shopName: settings.shop_name, run: run.slug, number: order.number, at: order.ordered_at, design, pieces },
      ...{ matrix, sizes: run.sizes, area },
      day: {
        fr: dateText(order.ordered_at, settings.time_zone, 'fr'),
        en: dateText(order.ordered_at, settings.time_zone, 'en'),
      },
      artworkSha256: order.artwork_sha256.toString('hex'),
      facts: factsOf(made),
    });
  const packet = await packForPrintShop(deps, {
    originalKey: artwork.storage_key,
    originalSha256: order.artwork_sha256,
    print: printedSize(area, artwork, placement),
    plates:
      artwork.print_method === 'screen' && inks.length > 0
        ? { inks, based: basedInks(inks, fabricsOf(matrix)), run: run.slug, number: order.number }
        : null,
    at: order.ordered_at,
    papers,
  });
  const key = `packets/${order.id}.zip`;
  await storage.promote(packet.key, key);
  await db.transaction().execute((trx) =>
    putPacket(trx, order.id, {
      ...{ key, sha256: packet.sha256, bytes: packet.bytes, files: packet.files },
      facts: factsOf(packet.made),
      plates: (packet.made.separation?.plates ?? []).map(({ place, hex, coverage, tonal, file, thumb }) => ({
        ...{ place, hex, coverage, tonal, file_name: file },
        thumb: Buffer.from(thumb, 'base64'),
      })),
    }),
  );
}
