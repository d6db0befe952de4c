import type { Run } from '@fraisier/shared/contracts/runs.ts';
import { type Cut, type FabricId, isCut, isFabricId, isSize, type Size } from '@fraisier/shared/cycle/garments.ts';
import { LABEL_LENGTH, type LabelProblem, labelProblem, normalizeLabel } from '@fraisier/shared/cycle/labels.ts';
import { deviceStorage, type Keeping, keep, readKept } from '../../platform/device.ts';
import { choicesKey } from './choices-key.ts';

/** What is chosen of one piece; the size is never chosen beforehand. */
export interface PieceChoice {
  readonly size: Size | null;
  readonly cut: Cut;
  readonly fabric: FabricId;
  readonly label: string;
}

type Offer = Pick<Run, 'slug' | 'sizes' | 'cuts' | 'fabrics' | 'piecesPerOrder'>;

export function firstChoice(run: Offer): PieceChoice {
  return { size: null, cut: run.cuts[0]!, fabric: run.fabrics[0]!, label: '' };
}

/** Why a label cannot be sewn; none when it is empty, which is a shirt without one. */
export function labelTrouble(label: string): LabelProblem | null {
  return normalizeLabel(label) === '' ? null : labelProblem(label);
}

/** Letters that the label still has room for. */
export function lettersFree(label: string): number {
  return LABEL_LENGTH - (labelProblem(label)?.length ?? lettersOf(label));
}

function lettersOf(label: string): number {
  return Array.from(new Intl.Segmenter('und').segment(normalizeLabel(label))).length;
}

/** The pieces as the shop takes them; null while a size is missing or a label cannot be sewn. */
export function orderedPieces(choices: readonly PieceChoice[]) {
  const pieces = choices.flatMap(({ size, cut, fabric, label }) => {
    if (!size || labelTrouble(label)) return [];
    const letters = normalizeLabel(label);
    return [{ size, cut, fabric, ...(letters === '' ? {} : { label: letters }) }];
  });
  return pieces.length === choices.length ? pieces : null;
}

/** Kept on the device, not in the tab: the mail link of sign-in opens another one. */
export function keepChoices(
  run: string,
  choices: readonly PieceChoice[] | null,
  device: Keeping | null = deviceStorage(),
): void {
  keep(device, choicesKey(run), choices);
}

/** What was kept, as far as this run still offers it. */
export function keptChoices(run: Offer, device: Keeping | null = deviceStorage()): PieceChoice[] | null {
  const kept = readKept(device, choicesKey(run.slug));
  if (!Array.isArray(kept) || kept.length === 0) return null;
  return kept.slice(0, run.piecesPerOrder).map((one: unknown) => choiceOf(run, one));
}

function choiceOf(run: Offer, kept: unknown): PieceChoice {
  const { size, cut, fabric, label } = (kept ?? {}) as Record<keyof PieceChoice, unknown>;
  const first = firstChoice(run);
  return {
    size: isSize(size) && run.sizes.includes(size) ? size : null,
    cut: isCut(cut) && run.cuts.includes(cut) ? cut : first.cut,
    fabric: isFabricId(fabric) && run.fabrics.includes(fabric) ? fabric : first.fabric,
    label: typeof label === 'string' ? label.slice(0, 60) : '',
  };
}
