import type { Round } from '@fraisier/shared/contracts/rounds.ts';
import { part } from '../../platform/app/part.tsx';
import { loadText } from '../../platform/i18n/catalogues.ts';
import type { Lang } from '../../platform/i18n/language.ts';

export const DealtHand = part(() => import('./parts/dealt-hand.tsx'), 'DealtHand');
export const BallotDone = part(() => import('./parts/ballot-done.tsx'), 'BallotDone');
export const ShutBallot = part(() => import('./parts/shut-ballot.tsx'), 'ShutBallot');

/** What a ballot shows to who comes to it: the desk, what was voted, or why there is nothing to vote. */
export function viewOf({ standing }: Round): 'desk' | 'done' | 'shut' {
  if (!standing?.canVote) return 'shut';
  // All that was dealt has its answer: another hand is dealt only when asked for.
  const isBetweenHands = standing.dealt > 0 && standing.dealt === standing.rated + standing.skipped;
  return standing.done || isBetweenHands ? 'done' : 'desk';
}

/** Brings how a ballot ends, so that it is there without a network as well. */
export async function bringEnd(lang: Lang): Promise<void> {
  await Promise.all([BallotDone.bring(), ShutBallot.bring(), loadText(lang, 'ballot-end')]);
}
