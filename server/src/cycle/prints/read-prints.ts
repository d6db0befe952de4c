import type { getPrintNeed, PrintOrder } from '@fraisier/shared/contracts/prints.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { pageOf } from '../../platform/http/page.ts';
import type { FileAnswer } from '../../platform/http/route.ts';
import { readSizes } from '../ballots/ballots.sql.ts';
import { findRunOnShow } from '../runs/runs.sql.ts';
import { packetFileName } from './packet-papers.ts';
import { findPrintOrder, listDeliveriesOf, listNeededPieces, listPrintOrderRows } from './prints.sql.ts';
import { printOrderView } from './prints.view.ts';
import { sizeMatrix } from './size-matrix.ts';
import { reasonsNotToPrint, splitPieces } from './split-pieces.ts';

const PAGE = 24;

/** What a print order would hold if it were made now, and what stands in its way. */
export async function printNeed({ db }: Deps, slug: string): Promise<ResponseOf<typeof getPrintNeed>> {
  const run = await findRunOnShow(db, slug);
  if (!run) throw new Problem('not_found');
  const [needed, wished] = await Promise.all([listNeededPieces(db, run.id), readSizes(db, run.round_id)]);
  const split = splitPieces(needed);
  const matrix = sizeMatrix(run, split.ready);
  return {
    run: run.slug,
    title: run.title,
    matrix,
    pieces: matrix.reduce((sum, row) => sum + row.total, 0),
    wished: Object.fromEntries(
      wished.filter((one) => one.designId === run.design_id).map((one) => [one.size, one.count]),
    ),
    leftOut: split.leftOut,
    blockers: reasonsNotToPrint(split),
  };
}

export async function listPrintOrders(
  { db }: Deps,
  filter: { run: string | undefined; cursor: string | null },
): Promise<{ items: PrintOrder[]; nextCursor: string | null }> {
  const rows = await listPrintOrderRows(db, { ...filter, limit: PAGE });
  const deliveries = await listDeliveriesOf(
    db,
    rows.map((row) => row.id),
  );
  return pageOf(rows, PAGE, (row) => printOrderView(row, deliveries.get(row.id) ?? []));
}

export async function showPrintOrder({ db }: Deps, id: string): Promise<PrintOrder> {
  const row = await findPrintOrder(db, id);
  if (!row) throw new Problem('not_found');
  return printOrderView(row, (await listDeliveriesOf(db, [id])).get(id) ?? []);
}

/** The packet of a print order, once it is made. */
export async function readPacket({ db, storage }: Deps, id: string): Promise<FileAnswer> {
  const row = await findPrintOrder(db, id);
  if (!row) throw new Problem('not_found');
  if (row.packet_state !== 'ready' || !row.packet_key || row.packet_bytes === null) {
    throw new Problem('packet_not_ready', {
      detail:
        row.packet_state === 'failed' ? 'The packet could not be made.' : 'The packet is being made; ask again soon.',
      reasons: [{ code: `packet_${row.packet_state}` }],
    });
  }
  const key = row.packet_key;
  return {
    body: () => storage.read(key),
    bytes: row.packet_bytes,
    fileName: packetFileName(row),
  };
}
