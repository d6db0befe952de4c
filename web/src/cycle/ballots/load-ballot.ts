import { getBallot } from '@fraisier/shared/contracts/ballots.ts';
import { getRound } from '@fraisier/shared/contracts/rounds.ts';
import type { LoaderContext } from '../../platform/app/route.ts';

/** The round; and the ballot where the first screen is what was voted. The hand is dealt in the browser: it is an act. */
export async function loadBallot({ get, params }: LoaderContext): Promise<void> {
  const input = { params: { round: params.round! } };
  const { standing } = await get(getRound, input);
  if (standing && (standing.dealt > 0 || !standing.canVote)) await get(getBallot, input);
}
