import type { Picture } from '@fraisier/shared/contracts/common.ts';
import { getRound } from '@fraisier/shared/contracts/rounds.ts';
import type { Design } from '@fraisier/shared/contracts/submissions.ts';
import { fittedPlacement, isSamePlacement } from '@fraisier/shared/cycle/placement.ts';
import { useCall } from '../../../platform/query.ts';
import { Tee, type TeeProps } from '../../../platform/ui/tee.tsx';
import { usePrints } from '../../../platform/ui/use-prints.ts';

export interface OwnTeeProps extends Omit<TeeProps, 'folded' | 'fabric'> {
  readonly design: Design;
}

/** A design on its shirt before the shop has drawn it there: folded by this browser, where its designer put it. */
export function OwnTee({ design, pictures, ...tee }: OwnTeeProps) {
  const area = useCall(getRound, { params: { round: design.round } }).data?.promise.printArea ?? unknown;
  const artwork = design.own?.artwork;
  const placement = artwork?.placement ?? null;
  const print = usePrints(area === unknown ? null : plainest(pictures), area, [design.fabric], placement).get(
    design.fabric,
  );
  if (print) return <Tee {...tee} fabric={design.fabric} folded pictures={[print]} />;
  // Laid flat it would be as large as fits, which is wrong where it was moved.
  const isMoved = artwork && area !== unknown && !isSamePlacement(placement, fittedPlacement(area, artwork));
  return <Tee {...tee} fabric={design.fabric} pictures={isMoved ? [] : pictures} />;
}

const unknown = { widthMm: 1, heightMm: 1 };

/** Every browser decodes it. */
function plainest(pictures: readonly Picture[]): Picture | null {
  return pictures.find(({ format, width }) => format !== 'avif' && width >= 320) ?? null;
}
