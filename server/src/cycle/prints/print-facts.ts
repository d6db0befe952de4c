import { type FabricId, fabrics, isFabricId } from '@fraisier/shared/cycle/garments.ts';
import { BELOW_COLLAR_MM, type Placement } from '@fraisier/shared/cycle/placement.ts';
import { needsUnderbase } from '@fraisier/shared/cycle/separations/press-plates.ts';
import type { Plates, PrintFile } from '../../platform/images/images.ts';
import type { MadeForPrint } from '../../platform/print-shop/packet.ts';
import type { Matrix } from './size-matrix.ts';

/** Why a packet has no plates: printed digitally, no flat inks, or no ink found. */
export type Unseparated = 'digital' | 'photographic' | 'no_inks';

/** Where the print is laid on the shirt. */
export interface PrintPlace {
  /** From the seam of the collar to the upper edge of the print. */
  readonly belowCollarMm: number;
  /** From the centre line to the middle of the print; to the right, as one looks at the shirt, above 0. */
  readonly fromCentreMm: number;
}

/** How the picture was made ready for the press: kept with the print order, and told in its papers. */
export interface PrintFacts extends Omit<PrintFile, 'preview'> {
  readonly fabrics: readonly FabricId[];
  readonly place: PrintPlace;
  readonly plates: Omit<Plates, 'plates'> | null;
  readonly unseparated: Unseparated | null;
}

/** The fabrics that are printed on. */
export function fabricsOf(matrix: Matrix): FabricId[] {
  return [...new Set(matrix.map((row) => row.fabric))].filter(isFabricId);
}

/** Which inks lie on white: those lighter than a dark fabric of the order. Null when none does. */
export function basedInks(inks: readonly string[], on: readonly FabricId[]): boolean[] | null {
  const dark = on.map((id) => fabrics[id]).filter((fabric) => fabric.dark);
  const based = inks.map((hex) => dark.some((fabric) => needsUnderbase(hex, fabric.hex)));
  return based.includes(true) ? based : null;
}

export function printFacts(
  { made: { preview: _, ...made }, separation }: MadeForPrint,
  matrix: Matrix,
  { inks, placement }: { readonly inks: number; readonly placement: Placement },
): PrintFacts {
  const none = separation === null ? (inks === 0 ? 'no_inks' : 'digital') : 'photographic';
  const { plates: list, ...plates } = separation ?? { plates: null };
  return {
    ...made,
    fabrics: fabricsOf(matrix),
    place: { belowCollarMm: BELOW_COLLAR_MM + placement.topMm, fromCentreMm: placement.fromCentreMm },
    plates: list === null ? null : (plates as Omit<Plates, 'plates'>),
    unseparated: list === null ? none : null,
  };
}
