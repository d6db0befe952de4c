import { ibanProblem, maskIban } from '@fraisier/shared/cycle/iban.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { shopNow } from '../../../platform/clock/clock.sql.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { writeMail } from '../../../platform/mail/outbox.ts';
import { type BountyRow, findWinner, lockBounty, setWaitingChange, takeAccount } from '../bounties.sql.ts';
import { ibanApprovedMail, ibanRefusedMail } from './iban-change.mail.ts';
import { type IbanChangeRow, lockChange, settleChange } from './iban-changes.sql.ts';
import { noteReading } from './secrets.sql.ts';

export interface Deciding {
  readonly bountyId: string;
  readonly changeId: string;
  readonly actor: Member;
}

/** The second person confirms another account after its waiting time. The same word again changes nothing. */
export function approveIbanChange(deps: Deps, deciding: Deciding): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const { bounty, change } = await lock(trx, deciding);
    if (change.state === 'approved') return;
    assertDecidable(change, deciding.actor);
    if ((await shopNow(trx)).getTime() < change.ready_at.getTime()) {
      throw new Problem('iban_change_waits', {
        reasons: [{ code: 'ready_at', detail: change.ready_at.toISOString() }],
      });
    }
    await noteReading(trx, {
      read_by: deciding.actor.id,
      subject_type: 'iban-change',
      subject_id: change.id,
      field: 'iban',
      purpose: 'approve',
    });
    const iban = deps.keys.open(change.iban_sealed!, `iban-change:${change.id}:iban`);
    if (ibanProblem(iban)) throw new Problem('iban_change_decided', { detail: 'The account is not right.' });
    await settleChange(trx, change.id, { state: 'approved', decided_by: deciding.actor.id });
    await takeAccount(trx, bounty.id, {
      iban_sealed: deps.keys.seal(iban, `bounty:${bounty.id}:iban`),
      iban_country: change.iban_country,
      iban_last4: change.iban_last4,
    });
    await note(trx, deciding, 'approve-iban-change', { iban: maskIban(iban) });
    await tell(deps, trx, bounty, change, 'approved', null);
  });
}

/** The second person keeps the account on file. */
export function refuseIbanChange(deps: Deps, { reason, ...deciding }: Deciding & { reason: string }): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const { bounty, change } = await lock(trx, deciding);
    if (change.state === 'refused') return;
    assertDecidable(change, deciding.actor);
    await settleChange(trx, change.id, { state: 'refused', decided_by: deciding.actor.id, reason: reason.trim() });
    await setWaitingChange(trx, bounty.id, null);
    await note(trx, deciding, 'refuse-iban-change', { reason: reason.trim() });
    await tell(deps, trx, bounty, change, 'refused', reason.trim());
  });
}

/** The bounty first, as everyone locks it. */
async function lock(trx: Trx, { bountyId, changeId }: Deciding) {
  const bounty = await lockBounty(trx, bountyId);
  const change = bounty && (await lockChange(trx, bounty.id, changeId));
  if (!bounty || !change) throw new Problem('not_found');
  return { bounty, change };
}

function assertDecidable(change: IbanChangeRow, actor: Member): void {
  if (change.state !== 'waiting') throw new Problem('iban_change_decided', { detail: change.state });
  if (change.requested_by === actor.id) throw new Problem('second_person');
}

async function note(trx: Trx, { actor, bountyId, changeId }: Deciding, act: string, details: object): Promise<void> {
  await audit(trx, {
    actor,
    act,
    subjectType: 'bounty',
    subjectId: bountyId,
    details: { change: changeId, ...details },
  });
}

async function tell(
  deps: Deps,
  trx: Trx,
  bounty: BountyRow,
  change: IbanChangeRow,
  decision: 'approved' | 'refused',
  reason: string | null,
): Promise<void> {
  const winner = await findWinner(trx, bounty.id);
  if (!winner) return;
  const facts = {
    title: winner.title,
    ibanMasked: `${change.iban_country}•• … ${change.iban_last4}`,
    reason,
    url: `${deps.config.appUrl}/${winner.locale}/bounties/${bounty.id}`,
  };
  await writeMail(trx, {
    cause: `bounty-iban-${decision}:${change.id}`,
    to: winner.email,
    locale: winner.locale,
    template: decision === 'approved' ? 'bounty-iban-approved' : 'bounty-iban-refused',
    content: decision === 'approved' ? ibanApprovedMail(facts, winner.locale) : ibanRefusedMail(facts, winner.locale),
  });
}
