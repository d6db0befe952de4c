import { getMe } from '@fraisier/shared/contracts/people.ts';
import { ApiProblem } from '../platform/api.ts';
import type { LoaderContext } from '../platform/app/route.ts';

/** Whoever is signed in has an account, and is not told that it is gone. */
export async function loadErased({ get }: LoaderContext): Promise<void> {
  if (await get(getMe)) throw new ApiProblem('not_found', { status: 404 });
}
