import { getRound, listRounds } from '@fraisier/shared/contracts/rounds.ts';
import type { LoaderContext } from '../../platform/app/route.ts';

/** The round; and the others where another one may take the design. */
export async function loadSubmit({ get, params }: LoaderContext): Promise<void> {
  const round = await get(getRound, { params: { round: params.round! } });
  if (round.phase !== 'collecting' || round.counts.designs >= round.counts.capacity) await get(listRounds);
}
