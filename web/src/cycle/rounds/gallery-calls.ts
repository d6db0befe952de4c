import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { isCounted } from '@fraisier/shared/cycle/round-phase.ts';
import { FINALISTS } from '@fraisier/shared/cycle/voting-rules.ts';

export type RankedRow = RoundResult['ranking'][number];

/** Designs shown on the home page of the last result. */
export const PODIUM = 3;

/** How many designs the gallery shows before it asks. */
export const GALLERY_PAGE = 24;

/** One call of a gallery, written once, so that the loader's answer is the page's. */
export function cardsAfter(round: string, order: number, cursor: string | undefined) {
  return { params: { round }, query: { order, limit: GALLERY_PAGE, ...(cursor ? { cursor } : {}) } };
}

/** Larger pages, for a result that needs a picture of every design. */
export function manyCardsAfter(round: string, order: number, cursor: string | undefined) {
  return { params: { round }, query: { order, limit: 48, ...(cursor ? { cursor } : {}) } };
}

/** The design that this visitor's order begins with: another visitor sees another one. From the cut on, a finalist. */
export function firstCard({ slug, phase }: Pick<Round, 'slug' | 'phase'>, order: number) {
  return {
    params: { round: slug },
    query: { order, limit: 1, front: true, ...(isCut(phase) ? { finalist: true } : {}) },
  };
}

/** The finalists are chosen. */
export function isCut(phase: Round['phase']): boolean {
  return phase === 'final' || phase === 'frozen' || isCounted(phase);
}

/** There are finalists, and designs that are not. How many is not said: whoever shares the last place is in too. */
export function hasFinalists({ phase, counts }: Pick<Round, 'phase' | 'counts'>): boolean {
  return isCut(phase) && counts.designs > FINALISTS;
}

/** Winners first, then the places after them; what was passed over stands aside. */
export function podiumOf(result: RoundResult, places: number): RankedRow[] {
  const out = new Set(result.passedOver.map((row) => row.design));
  const won = result.winners.map((row) => row.design);
  const winners = won.flatMap((id) => result.ranking.find((row) => row.design === id) ?? []);
  const others = result.ranking.filter((row) => !out.has(row.design) && !won.includes(row.design));
  return [...winners, ...others].slice(0, places);
}

/** How many are in the final, where that is sure: all of them. Of more, whoever shares the last place is in too. */
export function finalistsKnown(designs: number): number | null {
  return designs > FINALISTS ? null : designs;
}
