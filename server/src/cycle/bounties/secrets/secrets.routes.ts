import {
  approveIbanChange,
  askIbanChange,
  callOffIbanChange,
  cancelIbanChange,
  listSecretReadings,
  putSocialSecurity,
  readSecret,
  refuseIbanChange,
} from '@fraisier/shared/contracts/bounties-secrets.ts';
import { assertFreshSignIn } from '../../../people/fresh-sign-in.ts';
import type { Routes } from '../../../platform/http/route.ts';
import { readBounty } from '../read-bounties.ts';
import { askIbanChange as ask } from './ask-iban-change.ts';
import { callOffIbanChange as callOff, cancelIbanChange as cancel } from './cancel-iban-change.ts';
import { approveIbanChange as approve, refuseIbanChange as refuse } from './decide-iban-change.ts';
import { putSocialSecurity as giveNumber } from './put-social-security.ts';
import { readSecret as openSecret, readReadings } from './read-secret.ts';

export const secretsRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(putSocialSecurity, async ({ member, params, body }) => {
    await giveNumber(deps, { bountyId: params.bounty, member, number: body.number });
    return readBounty(db, member, params.bounty);
  });

  route(askIbanChange, async ({ member, params, body, request }) => {
    // To anyone else there is no such bounty, whenever they signed in.
    await readBounty(db, { ...member, role: 'member' }, params.bounty);
    await assertFreshSignIn(deps, request.headers);
    await ask(deps, { bountyId: params.bounty, member, iban: body.iban });
    return readBounty(db, member, params.bounty);
  });

  route(cancelIbanChange, async ({ member, params }) => {
    await cancel(deps, { bountyId: params.bounty, changeId: params.change, member });
    return readBounty(db, member, params.bounty);
  });

  route(callOffIbanChange, ({ body }) => callOff(deps, body.token));

  route(approveIbanChange, async ({ member, params }) => {
    await approve(deps, { bountyId: params.bounty, changeId: params.change, actor: member });
    return readBounty(db, member, params.bounty);
  });

  route(refuseIbanChange, async ({ member, params, body }) => {
    const { reason } = body;
    await refuse(deps, { bountyId: params.bounty, changeId: params.change, actor: member, reason });
    return readBounty(db, member, params.bounty);
  });

  route(readSecret, async ({ member, params, body, request, reply }) => {
    await assertFreshSignIn(deps, request.headers);
    reply.header('cache-control', 'private, no-store');
    return openSecret(deps, { bountyId: params.bounty, actor: member, ...body });
  });

  route(listSecretReadings, ({ query }) => readReadings(db, query.cursor));
};
