import { dealHand, getBallot } from '@fraisier/shared/contracts/ballots.ts';
import { getRound } from '@fraisier/shared/contracts/rounds.ts';
import type { Head, HeadContext, LoaderContext } from '../../platform/app/route.ts';
import { pictureToPreload } from '../../platform/ui/picture.tsx';
import { artSizes } from '../rounds/picture-sizes.ts';
import { monthYear } from '../rounds/round-words.ts';
import { onShirt } from '../submissions/on-shirt.ts';
import { BallotDone, DealtHand, ShutBallot, viewOf } from './ballot-view.ts';

/**
 * The round, and what its ballot begins with: what was voted, or a hand. Dealing is an act, so that only who opens the
 * page has it dealt with the page; the same hand comes again until it is answered.
 */
export async function loadBallot({ get, begin, params, speak, bring }: LoaderContext): Promise<void> {
  const input = { params: { round: params.round! } };
  const round = await get(getRound, input);
  const { standing } = round;
  const view = viewOf(round);
  if (view === 'desk') {
    const hand = await begin(dealHand, input);
    if (hand?.designs.length) await bring(DealtHand);
  }
  await Promise.all([
    standing && (standing.dealt > 0 || !standing.canVote) && get(getBallot, input),
    view !== 'desk' && speak(['ballot-end']),
    view !== 'desk' && bring(view === 'done' ? BallotDone : ShutBallot),
  ]);
}

/** No crawler is signed in: it is led to the sign-in page, which is hidden. */
export function ballotHead({ text, params, format, peek }: HeadContext): Head {
  const round = params.round!;
  const first = peek(dealHand, { params: { round } })?.designs.find(({ state }) => state === 'open');
  const picture = first && pictureToPreload(onShirt(first).pictures, artSizes.ballot, true);
  return { title: text('ballot').title(monthYear(round, format)), ...(picture ? { picture } : {}) };
}
