import { confirmSignIn, getAddress, getMe, putAddress, updateMe } from '@fraisier/shared/contracts/people.ts';
import type { Routes } from '../platform/http/route.ts';
import { findAddress, putAddress as writeAddress } from './addresses.sql.ts';
import { updateMember } from './members.sql.ts';
import { openSession } from './open-session.ts';
import { addressView, meView } from './people.view.ts';

export const peopleRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(getMe, async ({ member }) => (member ? meView(member) : null));

  route(updateMe, async ({ member, body }) =>
    meView(await updateMember(db, member.id, { ...body, ...(body.name ? { name: body.name.trim() } : {}) })),
  );

  route(confirmSignIn, async ({ body, request, reply }) => meView(await openSession(deps, body.token, request, reply)));

  route(getAddress, async ({ member }) => {
    const row = await findAddress(db, member.id);
    return row ? addressView(row) : null;
  });

  route(putAddress, async ({ member, body }) => addressView(await writeAddress(db, member.id, body)));
};
