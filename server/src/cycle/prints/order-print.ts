import type { orderPrint as contract } from '@fraisier/shared/contracts/prints.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { lockRunRow } from '../runs/runs.sql.ts';
import { insertPrintOrder, insertPrintPieces, listNeededPieces } from './prints.sql.ts';
import { showPrintOrder } from './read-prints.ts';
import { sizeMatrix } from './size-matrix.ts';
import { reasonsNotToPrint, splitPieces } from './split-pieces.ts';

/**
 * Orders the printing of every sold piece that none covers yet and whose size is known; says which ones wait for a later
 * order. The run is held meanwhile, so that two operators at once make one order; pieces sold in the meantime wait for
 * the next.
 */
export async function orderPrint(deps: Deps, operator: Member, slug: string): Promise<ResponseOf<typeof contract>> {
  const { id, leftOut } = await deps.db.transaction().execute(async (trx) => {
    const run = await lockRunRow(trx, slug);
    if (!run) throw new Problem('not_found');
    if (run.state === 'preparing') {
      throw new Problem('run_not_open', { reasons: [{ code: 'run_not_open', detail: run.state }] });
    }
    const split = splitPieces(await listNeededPieces(trx, run.id));
    const { ready: pieces, leftOut } = split;
    const reasons = reasonsNotToPrint(split);
    if (reasons.length > 0) {
      throw new Problem(leftOut.length === 0 ? 'nothing_to_print' : 'sizes_missing', { reasons });
    }
    const order = await insertPrintOrder(trx, {
      run_id: run.id,
      matrix: sizeMatrix(run, pieces),
      pieces: pieces.length,
      artwork_sha256: run.artwork_sha256,
      ordered_by: operator.id,
    });
    await insertPrintPieces(trx, { id: order.id, runId: run.id }, pieces);
    await audit(trx, {
      actor: operator,
      act: 'order-print',
      subjectType: 'print-order',
      subjectId: order.id,
      details: {
        run: run.slug,
        number: order.number,
        pieces: pieces.length,
        ...(leftOut.length > 0 ? { leftOut: leftOut.map((reason) => Number(reason.detail)) } : {}),
      },
    });
    await enqueue(trx, 'make-packet', { printOrderId: order.id }, { key: `make-packet:${order.id}` });
    return { id: order.id, leftOut };
  });
  return { ...(await showPrintOrder(deps, id)), leftOut };
}
