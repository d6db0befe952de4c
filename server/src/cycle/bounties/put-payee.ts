import { ibanProblem, maskIban, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import { toSepaText } from '@fraisier/shared/cycle/sepa-text.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { type BountyRow, changeIban, findWinner, lockBounty, updatePayee } from './bounties.sql.ts';
import { ibanChangedMail } from './bounty.mail.ts';
import { chooseShirt, type ShirtChoice } from './put-shirt.ts';
import { IBAN_WAIT_HOURS } from './readiness.ts';
import { repriceBounty } from './reprice-bounty.ts';
import { writeContract } from './write-contract.ts';

/** What the file's name field holds. */
export const SEPA_NAME = 70;

export interface Payee extends ShirtChoice {
  readonly legalName: string;
  readonly iban: string;
  readonly exempt?: boolean | undefined;
}

/**
 * Takes the winner's name, account and exemption, and writes the contract for them anew. Once the contract is accepted
 * the account is frozen; only after the bank refused a payment may another account be given, and that one waits.
 */
export function putPayee(deps: Deps, input: { bountyId: string; member: Member; payee: Payee }): Promise<void> {
  const { member, payee } = input;
  return deps.db.transaction().execute(async (trx) => {
    const bounty = await lockBounty(trx, input.bountyId);
    if (bounty?.designer_id !== member.id) throw new Problem('not_found');
    const iban = normalizeIban(payee.iban);
    const legalName = payee.legalName.trim();
    assertPayable(iban, legalName);
    const sealed = {
      iban_sealed: deps.keys.seal(iban, `bounty:${bounty.id}:iban`),
      iban_country: iban.slice(0, 2),
      iban_last4: iban.slice(-4),
    };
    if (bounty.contract_accepted_at) {
      assertMayChange(bounty, { legalName, exempt: payee.exempt ?? bounty.exempt });
      await changeIban(trx, bounty.id, sealed);
      await tellOfChange(trx, deps, bounty, iban);
    } else {
      if (bounty.state !== 'owed') throw new Problem('iban_locked');
      const on = await shopNow(trx);
      const priced = await repriceBounty(trx, bounty, { exempt: payee.exempt ?? false, on, actorId: member.id });
      const contract = await writeContract(trx, priced, legalName);
      await updatePayee(trx, bounty.id, { legal_name: legalName, ...sealed }, contract);
    }
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

/** Whoever took over the account cannot change where the money goes without the winner hearing of it in time. */
async function tellOfChange(trx: Trx, deps: Deps, bounty: BountyRow, iban: string): Promise<void> {
  const winner = await findWinner(trx, bounty.id);
  if (!winner) return;
  await writeMail(trx, {
    cause: `bounty-iban-changed:${bounty.id}:${crypto.randomUUID()}`,
    to: winner.email,
    locale: winner.locale,
    template: 'bounty-iban-changed',
    content: ibanChangedMail(
      {
        title: winner.title,
        ibanMasked: maskIban(iban),
        waitHours: IBAN_WAIT_HOURS,
        url: `${deps.config.appUrl}/${winner.locale}/bounties/${bounty.id}`,
      },
      winner.locale,
    ),
  });
}
