import {
  askEmailChange,
  callOffEmailChange,
  cancelEmailChange,
  confirmEmailChange,
  type EmailChange,
  getEmailChange,
} from '@fraisier/shared/contracts/email-change.ts';
import type { Routes } from '../../platform/http/route.ts';
import { assertFreshSignIn } from '../fresh-sign-in.ts';
import { meView } from '../people.view.ts';
import { askEmailChange as ask } from './ask-email-change.ts';
import { callOffEmailChange as callOff, cancelEmailChange as cancel } from './call-off-email-change.ts';
import { confirmEmailChange as confirm } from './confirm-email-change.ts';
import { type EmailChangeRow, findWaiting } from './email-changes.sql.ts';

export const emailChangeRoutes: Routes = (route, deps) => {
  route(getEmailChange, async ({ member }) => {
    const change = await findWaiting(deps.db, member.id);
    return change ? changeView(change) : null;
  });

  route(askEmailChange, async ({ member, body, request }) => {
    const session = await assertFreshSignIn(deps, request.headers);
    return changeView(await ask(deps, { member, session, email: body.email }));
  });

  route(cancelEmailChange, async ({ member }) => {
    await cancel(deps, member);
    return undefined;
  });

  route(confirmEmailChange, async ({ member, body, request }) => {
    const session = (await deps.accounts.sessionIn(request.headers)) ?? '';
    return meView(await confirm(deps, { member, session, token: body.token }));
  });

  route(callOffEmailChange, ({ body }) => callOff(deps, body.token));
};

function changeView(change: EmailChangeRow): EmailChange {
  return {
    email: change.new_email ?? '',
    askedAt: change.asked_at.toISOString(),
    confirmUntil: change.confirm_until.toISOString(),
  };
}
