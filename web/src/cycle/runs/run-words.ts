import type { Run } from '@fraisier/shared/contracts/runs.ts';
import { type Cut, cuts } from '@fraisier/shared/cycle/garments.ts';
import type { Formats } from '../../platform/i18n/format.ts';
import type { Lang } from '../../platform/i18n/language.ts';

export function cutName(cut: Cut, lang: Lang): string {
  return lang === 'fr' ? cuts[cut].nameFr : cuts[cut].nameEn;
}

/** A rate as money is taxed: `20 %`, `5,5 %`. */
export function rateText(basisPoints: number, format: Formats): string {
  return format.percent(basisPoints / 10_000, decimalsOf(basisPoints));
}

/** As many decimals as a rate needs: 2000 none, 550 one, 615 two. */
function decimalsOf(basisPoints: number): number {
  if (basisPoints % 100 === 0) return 0;
  return basisPoints % 10 === 0 ? 1 : 2;
}

export type RunStanding = 'preparing' | 'open' | 'held' | 'soldOut' | 'closed';

/** Whether one can buy, and if not, why. */
export function standingOf(run: Pick<Run, 'state' | 'free' | 'held'>): RunStanding {
  if (run.state === 'preparing') return 'preparing';
  if (run.state === 'closed') return run.free === 0 && run.held === 0 ? 'soldOut' : 'closed';
  if (run.free > 0) return 'open';
  return run.held > 0 ? 'held' : 'soldOut';
}
