import { listMyBallots } from '@fraisier/shared/contracts/ballots.ts';
import { listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { listOrders } from '@fraisier/shared/contracts/orders.ts';
import { listMyDesigns } from '@fraisier/shared/contracts/submissions.ts';
import { ApiProblem } from '../platform/api.ts';
import type { LoaderContext } from '../platform/app/route.ts';

/** Four lists that stand for themselves: one that fails is told in its place. */
export async function loadNotebook({ get }: LoaderContext): Promise<void> {
  const lists = await Promise.allSettled([get(listMyDesigns), get(listMyBallots), get(listOrders), get(listBounties)]);
  for (const { reason } of lists.filter((list) => list.status === 'rejected')) {
    if (!(reason instanceof ApiProblem) || reason.code === 'not_signed_in') throw reason;
  }
}
