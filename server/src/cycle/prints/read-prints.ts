import type { getPrintNeed, PrintOrder } from '@fraisier/shared/contracts/prints.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { pageOf } from '../../platform/http/page.ts';
import type { FileAnswer } from '../../platform/http/route.ts';
import { readSizes } from '../ballots/ballots.sql.ts';
import { findRunOnShow } from '../runs/runs.sql.ts';
import {
  findPlateThumb,
  findPrintOrder,
  listDeliveriesOf,
  listNeededPieces,
  listPlatesOf,
  listPrintOrderRows,
} from './prints.sql.ts';
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
  const ids = rows.map((row) => row.id);
  const [deliveries, plates] = await Promise.all([listDeliveriesOf(db, ids), listPlatesOf(db, ids)]);
  return pageOf(rows, PAGE, (row) =>
    printOrderView(row, { deliveries: deliveries.get(row.id) ?? [], plates: plates.get(row.id) ?? [] }),
  );
}

export async function showPrintOrder({ db }: Deps, id: string): Promise<PrintOrder> {
  const row = await findPrintOrder(db, id);
  if (!row) throw new Problem('not_found');
  const [deliveries, plates] = await Promise.all([listDeliveriesOf(db, [id]), listPlatesOf(db, [id])]);
  return printOrderView(row, { deliveries: deliveries.get(id) ?? [], plates: plates.get(id) ?? [] });
}

export async function readPlate({ db }: Deps, id: string, place: number): Promise<FileAnswer> {
  const thumb = await findPlateThumb(db, id, place);
  if (!thumb) throw new Problem('not_found');
  return { body: thumb, bytes: thumb.length, fileName: `plate-${place}.png`, isShown: true };
}
