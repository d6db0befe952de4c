import { endOtherSessions, endSession, listSessions, type Session } from '@fraisier/shared/contracts/sessions.ts';
import type { Routes } from '../platform/http/route.ts';
import { endOtherSessions as endElsewhere, endSession as endThere } from './end-sessions.ts';
import { listLasting, type SessionRow } from './sessions.sql.ts';

export const sessionsRoutes: Routes = (route, deps) => {
  const { db, accounts } = deps;

  route(listSessions, async ({ member, request }) => {
    const token = await accounts.sessionIn(request.headers);
    const rows = await listLasting(db, member.id, token ?? '');
    return { items: rows.map(sessionView) };
  });

  route(endSession, async ({ member, params }) => {
    await endThere(deps, member, params.session);
    return undefined;
  });

  route(endOtherSessions, async ({ member, request }) => {
    await endElsewhere(deps, member, (await accounts.sessionIn(request.headers)) ?? '');
    return undefined;
  });
};

function sessionView(row: SessionRow): Session {
  return {
    id: row.id,
    userAgent: row.user_agent,
    signedInAt: row.created_at.toISOString(),
    seenAt: row.updated_at.toISOString(),
    here: row.here,
  };
}
