import type { Reason } from '@fraisier/shared/cycle/reasons.ts';
import type { NeededPiece } from './prints.sql.ts';

export interface SplitPieces {
  /** What a print shop can make now. */
  readonly ready: readonly NeededPiece[];
  /** Why the others wait for a later order, piece by piece; the detail is the piece's number. */
  readonly leftOut: Reason<'size_missing'>[];
}

/** One piece that nobody has said the size of keeps no other from being printed. */
export function splitPieces(pieces: readonly NeededPiece[]): SplitPieces {
  const isReady = (piece: NeededPiece) => piece.size !== null && piece.cut !== null;
  return {
    ready: pieces.filter(isReady),
    leftOut: pieces
      .filter((piece) => !isReady(piece))
      .map((piece) => ({ code: 'size_missing', field: 'pieces', detail: String(piece.number) })),
  };
}

/** Every reason why nothing at all can be ordered now. */
export function reasonsNotToPrint({ ready, leftOut }: SplitPieces): Reason<'nothing_to_print' | 'size_missing'>[] {
  if (ready.length > 0) return [];
  return leftOut.length > 0 ? leftOut : [{ code: 'nothing_to_print' }];
}
