import {
  createPayout,
  downloadPayout,
  listPayouts,
  settlePayment,
} from '@fraisier/shared/contracts/bounties-payouts.ts';
import type { Routes } from '../../platform/http/route.ts';
import { createPayout as exportBounties } from './create-payout.ts';
import { downloadPayout as openFile } from './download-payout.ts';
import { readPayout, readPayouts } from './read-payouts.ts';
import { settlePayment as settle } from './settle-payment.ts';

export const payoutsRoutes: Routes = (route, deps) => {
  const { db } = deps;

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
};
