import type { previewPayout as contract } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { maskIban } from '@fraisier/shared/cycle/iban.ts';
import { eur, sumCents } from '@fraisier/shared/cycle/money.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { rehearse } from '../bank/rehearse.ts';
import { planPayout } from './plan-payout.ts';

/** What the bank file of these bounties would say, worked out as if it were made. */
export async function previewPayout(
  deps: Deps,
  { actor, bountyIds }: { actor: Member; bountyIds: readonly string[] | undefined },
): Promise<ResponseOf<typeof contract>> {
  const plan = await rehearse(deps.db, (trx) => planPayout(trx, { actorId: actor.id, bountyIds }));
  return {
    requestedFor: plan.requestedFor,
    debtor: { name: plan.debtor.name, ibanMasked: maskIban(plan.debtor.iban), bic: plan.debtor.bic },
    total: eur(sumCents(plan.transfers.map(({ bounty }) => bounty.net_cents))),
    payments: plan.transfers.map(({ bounty, ...transfer }) => ({
      bounty: bounty.id,
      roundNumber: transfer.roundNumber,
      title: transfer.title,
      name: transfer.name,
      legalName: transfer.legalName,
      ibanMasked: `${bounty.iban_country ?? ''}•• … ${bounty.iban_last4 ?? ''}`,
      amount: eur(bounty.net_cents),
      endToEndId: transfer.endToEndId,
      remittance: transfer.remittance,
      attempt: transfer.attempt,
    })),
    left: [...plan.left],
  };
}
