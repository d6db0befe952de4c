import { listMyBallots } from '@fraisier/shared/contracts/ballots.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { listRounds } from '@fraisier/shared/contracts/rounds.ts';
import type { LoaderContext } from '../../../platform/app/route.ts';

/** The rounds that can be recounted; and for who is signed in, the ballots they have. */
export async function loadVerify({ get }: LoaderContext): Promise<void> {
  const [me] = await Promise.all([get(getMe).catch(() => null), get(listRounds)]);
  if (me) await get(listMyBallots).catch(() => null);
}
