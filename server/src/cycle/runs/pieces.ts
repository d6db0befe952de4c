import { DESIGNERS_PIECE } from '@fraisier/shared/cycle/edition.ts';
import type { Trx } from '../../platform/db/database.ts';
import {
  clearLabels,
  countFreePieces,
  giveFreePiece,
  markPiecesFree,
  markPiecesSold,
  type PieceChoice,
  putSizeAndCut,
  takeFreePieces,
} from './pieces.sql.ts';
import type { RunRow } from './runs.sql.ts';

export type { PieceChoice, PieceRow } from './pieces.sql.ts';

/**
 * Holds the lowest free numbers of a run for an order: all that it wants, or none (null). Buyers do not queue behind one
 * another; only when too few pieces seem left does one wait to learn whether the others keep theirs.
 */
export async function holdPieces(
  trx: Trx,
  wanted: { runId: string; orderId: string; pieces: readonly PieceChoice[] },
  contended: 'skip' | 'wait',
): Promise<number[] | null> {
  const numbers = await takeFreePieces(trx, wanted, contended);
  return numbers.length === wanted.pieces.length ? numbers : null;
}

export { countFreePieces };

/** The held pieces of a paid order are its own now. */
export async function sellPieces(trx: Trx, orderId: string, count: number): Promise<void> {
  const sold = await markPiecesSold(trx, orderId);
  if (sold !== count) throw new Error(`order ${orderId} holds ${sold} pieces, not ${count}`);
}

/** The held pieces of lapsed orders go back on sale under their own numbers. */
export function freePieces(trx: Trx, orderIds: readonly string[]): Promise<void> {
  return markPiecesFree(trx, orderIds);
}

/** Number 1 belongs to the designer; its size is theirs to choose later. */
export async function giveDesignersPiece(trx: Trx, run: RunRow, orderId: string): Promise<void> {
  const given = await giveFreePiece(trx, {
    runId: run.id,
    number: DESIGNERS_PIECE,
    orderId,
    fabric: run.fabrics[0]!,
  });
  if (!given) throw new Error(`number ${DESIGNERS_PIECE} of run ${run.slug} is not free`);
}

export function choosePieceSize(trx: Trx, orderId: string, choice: { size: string; cut: string }): Promise<void> {
  return putSizeAndCut(trx, orderId, choice);
}

/** What is sewn into pieces that somebody has had for a while is theirs alone to read. */
export function forgetLabels(trx: Trx, orderIds: readonly string[]): Promise<void> {
  return clearLabels(trx, orderIds);
}
