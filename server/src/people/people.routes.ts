import { confirmSignIn, eraseMe, getAddress, getMe, putAddress, updateMe } from '@fraisier/shared/contracts/people.ts';
import type { Routes } from '../platform/http/route.ts';
import { findAddress } from './addresses.sql.ts';
import { eraseMe as erase } from './erase-me.ts';
import { openSession } from './open-session.ts';
import { addressView, meView } from './people.view.ts';
import { updateMe as changeMe, putAddress as writeAddress } from './update-me.ts';

export const peopleRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(getMe, async ({ member }) => (member ? meView(member) : null));

  route(updateMe, async ({ member, body }) => meView(await changeMe(deps, member, body)));

  route(eraseMe, async ({ member, body }) => {
    await erase(deps, member, body.email);
    return undefined;
  });

  route(confirmSignIn, async ({ body, request, reply }) => meView(await openSession(deps, body.token, request, reply)));

  route(getAddress, async ({ member }) => {
    const row = await findAddress(db, member.id);
    return row ? addressView(row) : null;
  });

  route(putAddress, async ({ member, body }) => addressView(await writeAddress(deps, member, body)));
};
