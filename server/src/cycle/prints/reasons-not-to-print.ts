import type { Reason } from '@fraisier/shared/cycle/reasons.ts';
import type { NeededPiece } from './prints.sql.ts';

/** Every reason why these pieces cannot be printed now; the detail of a missing size is the piece's number. */
export function reasonsNotToPrint(pieces: readonly NeededPiece[]): Reason<'nothing_to_print' | 'size_missing'>[] {
  if (pieces.length === 0) return [{ code: 'nothing_to_print' }];
  return pieces
    .filter((piece) => piece.size === null || piece.cut === null)
    .map((piece) => ({ code: 'size_missing', field: 'pieces', detail: String(piece.number) }));
}
