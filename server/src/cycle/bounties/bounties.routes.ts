import { acceptContract, getBounty, listBounties, putPayee, putShirt } from '@fraisier/shared/contracts/bounties.ts';
import { assertFreshSignIn } from '../../people/fresh-sign-in.ts';
import type { Routes } from '../../platform/http/route.ts';
import { acceptContract as accept } from './accept-contract.ts';
import { putPayee as givePayee } from './put-payee.ts';
import { putShirt as chooseShirt } from './put-shirt.ts';
import { readBounties, readBounty } from './read-bounties.ts';

export const bountiesRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(listBounties, ({ member, query }) => readBounties(db, member, query.cursor));

  route(getBounty, ({ member, params }) => readBounty(db, member, params.bounty));

  route(putPayee, async ({ member, params, body, request }) => {
    const payee = { ...body, assertFreshSignIn: () => assertFreshSignIn(deps, request.headers) };
    await givePayee(deps, { bountyId: params.bounty, member, payee });
    return readBounty(db, member, params.bounty);
  });

  route(putShirt, async ({ member, params, body }) => {
    const { address, ...shirt } = body;
    await chooseShirt(deps, { bountyId: params.bounty, member, choice: { shirt, address } });
    return readBounty(db, member, params.bounty);
  });

  route(acceptContract, async ({ member, params, body }) => {
    await accept(deps, { bountyId: params.bounty, member, sha256: body.sha256 });
    return readBounty(db, member, params.bounty);
  });
};
