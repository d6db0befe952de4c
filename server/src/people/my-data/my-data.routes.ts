import { askDataCopy, getDataCopy } from '@fraisier/shared/contracts/my-data.ts';
import type { Routes } from '../../platform/http/route.ts';
import { assertFreshSignIn } from '../fresh-sign-in.ts';
import { askCopy, fetchCopy } from './ask-copy.ts';

export const myDataRoutes: Routes = (route, deps) => {
  route(askDataCopy, async ({ member, body, request }) => {
    await assertFreshSignIn(deps, request.headers);
    const copy = await askCopy(deps, member, body.locale);
    return { id: copy.id, fetchableUntil: copy.fetchable_until.toISOString() };
  });

  route(getDataCopy, ({ member, params }) => fetchCopy(deps, member, params.copy));
};
