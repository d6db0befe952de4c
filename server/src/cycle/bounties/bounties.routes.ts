import {
  acceptContract,
  createPayout,
  downloadPayout,
  getBounty,
  getLedger,
  listBounties,
  listPayouts,
  putPayee,
  putShirt,
  settlePayment,
} from '@fraisier/shared/contracts/bounties.ts';
import type { Routes } from '../../platform/http/route.ts';
import { acceptContract as accept } from './accept-contract.ts';
import { createPayout as exportBounties } from './create-payout.ts';
import { downloadPayout as openFile } from './download-payout.ts';
import { putPayee as givePayee } from './put-payee.ts';
import { putShirt as chooseShirt } from './put-shirt.ts';
import { readBounties, readBounty } from './read-bounties.ts';
import { readLedger } from './read-ledger.ts';
import { readPayout, readPayouts } from './read-payouts.ts';
import { settlePayment as settle } from './settle-payment.ts';

export const bountiesRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(listBounties, ({ member, query }) => readBounties(db, member, query.cursor));

  route(getBounty, ({ member, params }) => readBounty(db, member, params.bounty));

  route(putPayee, async ({ member, params, body }) => {
    await givePayee(deps, { bountyId: params.bounty, member, payee: body });
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

  route(createPayout, async ({ member, body }) =>
    readPayout(db, await exportBounties(deps, { actor: member, bountyIds: body.bounties })),
  );

  route(listPayouts, ({ query }) => readPayouts(db, query.cursor));

  route(downloadPayout, async ({ member, params }) => {
    const { xml, fileName } = await openFile(deps, { payoutId: params.payout, actor: member });
    return { body: xml, fileName, bytes: xml.length };
  });

  route(settlePayment, async ({ member, params, body }) => {
    await settle(deps, { payoutId: params.payout, paymentId: params.payment, actor: member, outcome: body });
    return readPayout(db, params.payout);
  });

  route(getLedger, ({ query }) => readLedger(db, query.cursor));
};
