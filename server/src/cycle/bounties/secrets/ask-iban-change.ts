import { randomBytes } from 'node:crypto';
import { ibanProblem, maskIban, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { listLeftBy } from '../../../people/email-change/email-changes.sql.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { sha256 } from '../../../platform/crypto/hash.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { writeMails } from '../../../platform/mail/outbox.ts';
import { readSettings } from '../../../platform/settings/settings.sql.ts';
import { type BountyRow, findWinner, lockBounty, setWaitingChange } from '../bounties.sql.ts';
import { ibanAskedMail } from './iban-change.mail.ts';
import { type IbanChangeRow, insertChange, lockChange, nextChangeId, settleChange } from './iban-changes.sql.ts';
import { noteReading } from './secrets.sql.ts';

/** The winner asks for another account; whoever calls has seen that their sign-in is fresh. */
export function askIbanChange(
  deps: Deps,
  { bountyId, member, iban }: { bountyId: string; member: Member; iban: string },
): Promise<void> {
  return deps.db.transaction().execute(async (trx) => {
    const bounty = await lockBounty(trx, bountyId);
    if (bounty?.designer_id !== member.id) throw new Problem('not_found');
    if (!bounty.contract_accepted_at) throw new Problem('contract_open');
    await askForAccount(deps, trx, { bounty, member, iban: normalizeIban(iban) });
  });
}

/**
 * Lets another account wait, in the lock of its bounty: from now on no bank file takes the bounty, and an export that was
 * first has made it one that no account waits for. The same account again changes nothing; another one replaces it and
 * waits anew.
 */
export async function askForAccount(
  deps: Deps,
  trx: Trx,
  { bounty, member, iban }: { bounty: BountyRow; member: Member; iban: string },
): Promise<void> {
  if (bounty.state !== 'owed' && bounty.state !== 'failed') throw new Problem('iban_locked');
  const problem = ibanProblem(iban);
  if (problem) throw new Problem('iban_invalid', { reasons: [{ code: problem, field: '/iban' }] });
  if (await isOnFile(deps, trx, bounty, member, iban)) throw new Problem('iban_unchanged');
  const waiting = bounty.iban_change_id ? await lockChange(trx, bounty.id, bounty.iban_change_id) : undefined;
  if (waiting && (await isWaiting(deps, trx, waiting, member, iban))) return;
  if (waiting) await settleChange(trx, waiting.id, { state: 'replaced', decided_by: member.id });

  const { iban_wait_hours: waitHours, time_zone: timeZone } = await readSettings(trx);
  const id = await nextChangeId(trx);
  const token = randomBytes(32).toString('base64url');
  const change = await insertChange(trx, {
    id,
    bounty_id: bounty.id,
    requested_by: member.id,
    iban_sealed: deps.keys.seal(iban, `iban-change:${id}:iban`),
    iban_country: iban.slice(0, 2),
    iban_last4: iban.slice(-4),
    cancel_sha256: sha256(token),
    waitHours,
  });
  await setWaitingChange(trx, bounty.id, id);
  await audit(trx, {
    actor: member,
    act: 'ask-iban-change',
    subjectType: 'bounty',
    subjectId: bounty.id,
    details: { change: id, iban: maskIban(iban), readyAt: change.ready_at.toISOString() },
  });
  await tell(deps, trx, { bounty, change, iban, token, waitHours, timeZone });
}

/** Whoever took over the winner's account cannot change where the money goes without the winner hearing of it in time. */
async function tell(
  deps: Deps,
  trx: Trx,
  facts: {
    bounty: BountyRow;
    change: IbanChangeRow;
    iban: string;
    token: string;
    waitHours: number;
    timeZone: string;
  },
): Promise<void> {
  const { bounty, change, iban, token, waitHours, timeZone } = facts;
  const winner = await findWinner(trx, bounty.id);
  if (!winner) return;
  const { locale } = winner;
  const content = ibanAskedMail(
    {
      title: winner.title,
      ibanMasked: maskIban(iban),
      ibanKept: bounty.iban_last4 ? `${bounty.iban_country}•• … ${bounty.iban_last4}` : null,
      waitHours,
      readyAt: change.ready_at,
      timeZone,
      url: `${deps.config.appUrl}/${locale}/bounties/keep-account?token=${token}`,
    },
    locale,
  );
  // At an address that the account has just left too: whoever moved it may not be the winner.
  const addresses = [winner.email, ...(await listLeftBy(trx, bounty.designer_id))];
  const copies = addresses.map((to, nth) => ({
    cause: `bounty-iban-asked:${change.id}${nth === 0 ? '' : `:${nth}`}`,
    to,
  }));
  await writeMails(trx, { locale, template: 'bounty-iban-asked', content, copies });
}

/** The account is opened to be compared: that is a reading too. */
async function isOnFile(deps: Deps, trx: Trx, bounty: BountyRow, member: Member, iban: string): Promise<boolean> {
  if (!bounty.iban_sealed) return false;
  await noteReading(trx, {
    read_by: member.id,
    subject_type: 'bounty',
    subject_id: bounty.id,
    field: 'iban',
    purpose: 'compare',
  });
  return deps.keys.open(bounty.iban_sealed, `bounty:${bounty.id}:iban`) === iban;
}

async function isWaiting(deps: Deps, trx: Trx, change: IbanChangeRow, member: Member, iban: string): Promise<boolean> {
  if (!change.iban_sealed) return false;
  await noteReading(trx, {
    read_by: member.id,
    subject_type: 'iban-change',
    subject_id: change.id,
    field: 'iban',
    purpose: 'compare',
  });
  return deps.keys.open(change.iban_sealed, `iban-change:${change.id}:iban`) === iban;
}
