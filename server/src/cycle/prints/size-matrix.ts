import type { PrintOrder } from '@fraisier/shared/contracts/prints.ts';
import type { NeededPiece } from './prints.sql.ts';

export type Matrix = PrintOrder['matrix'];

interface Offered {
  readonly fabrics: readonly string[];
  readonly cuts: readonly string[];
  readonly sizes: readonly string[];
}

/** Pieces by fabric and cut, and by size in each: every size of the run stands there, with a nought if need be. */
export function sizeMatrix(run: Offered, pieces: readonly NeededPiece[]): Matrix {
  const rows: Matrix = [];
  for (const fabric of run.fabrics) {
    for (const cut of run.cuts) {
      const of = pieces.filter((piece) => piece.fabric === fabric && piece.cut === cut);
      if (of.length === 0) continue;
      const sizes = Object.fromEntries(run.sizes.map((size) => [size, of.filter((one) => one.size === size).length]));
      rows.push({ fabric, cut, sizes, total: of.length } as Matrix[number]);
    }
  }
  return rows;
}
