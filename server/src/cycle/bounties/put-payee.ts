import { ibanProblem, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import { toSepaText } from '@fraisier/shared/cycle/sepa-text.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import { type BountyRow, lockBounty, updatePayee } from './bounties.sql.ts';
import { chooseShirt, type ShirtChoice } from './put-shirt.ts';
import { repriceBounty } from './reprice-bounty.ts';
import { askForAccount } from './secrets/ask-iban-change.ts';
import { keepSocialSecurity } from './secrets/put-social-security.ts';
import { writeContract } from './write-contract.ts';

/** What the file's name field holds. */
export const SEPA_NAME = 70;

export interface Payee extends ShirtChoice {
  readonly legalName: string;
  readonly iban: string;
  readonly exempt?: boolean | undefined;
  readonly socialSecurity?: string | undefined;
  /** Throws when the winner signed in too long ago to name another account. */
  readonly assertFreshSignIn: () => Promise<unknown>;
}

/**
 * Takes the winner's name, account and exemption, and writes the contract for them anew. Once the contract is accepted
 * the account is frozen; after the bank refused a payment another account may be given here too, and that one waits.
 */
export function putPayee(deps: Deps, input: { bountyId: string; member: Member; payee: Payee }): Promise<void> {
  const { member, payee } = input;
  return deps.db.transaction().execute(async (trx) => {
    const bounty = await lockBounty(trx, input.bountyId);
    if (bounty?.designer_id !== member.id) throw new Problem('not_found');
    const iban = normalizeIban(payee.iban);
    const legalName = payee.legalName.trim();
    assertPayable(iban, legalName);
    if (bounty.contract_accepted_at) {
      assertMayChange(bounty, { legalName, exempt: payee.exempt ?? bounty.exempt });
      await payee.assertFreshSignIn();
      await askForAccount(deps, trx, { bounty, member, iban });
    } else {
      if (bounty.state !== 'owed') throw new Problem('iban_locked');
      const on = await shopNow(trx);
      const priced = await repriceBounty(trx, bounty, { exempt: payee.exempt ?? false, on, actorId: member.id });
      const contract = await writeContract(trx, priced, legalName);
      const sealed = {
        iban_sealed: deps.keys.seal(iban, `bounty:${bounty.id}:iban`),
        iban_country: iban.slice(0, 2),
        iban_last4: iban.slice(-4),
      };
      await updatePayee(trx, bounty.id, { legal_name: legalName, ...sealed }, contract);
    }
    if (payee.socialSecurity) await keepSocialSecurity(deps, trx, bounty, payee.socialSecurity);
    await chooseShirt(trx, deps, { bounty, member, choice: payee });
  });
}

function assertPayable(iban: string, legalName: string): void {
  const problem = ibanProblem(iban);
  if (problem) throw new Problem('iban_invalid', { reasons: [{ code: problem, field: '/iban' }] });
  if (toSepaText(legalName, SEPA_NAME) === '') {
    throw new Problem('bad_input', {
      detail: 'Banks take Latin letters only: write the name as it stands on your bank statement.',
      reasons: [{ code: 'not_latin', field: '/legalName' }],
    });
  }
}

function assertMayChange(bounty: BountyRow, asked: { legalName: string; exempt: boolean }): void {
  if (bounty.state !== 'failed') throw new Problem('iban_locked');
  const reasons = [
    ...(asked.legalName === bounty.legal_name ? [] : [{ code: 'contract_accepted', field: '/legalName' }]),
    ...(asked.exempt === bounty.exempt ? [] : [{ code: 'contract_accepted', field: '/exempt' }]),
  ];
  if (reasons.length > 0) {
    throw new Problem('iban_locked', { detail: 'Only the account can change: the contract is accepted.', reasons });
  }
}
