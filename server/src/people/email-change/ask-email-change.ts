import { randomBytes } from 'node:crypto';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { Trx } from '../../platform/db/database.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { maskAddress } from '../../platform/mail/topics.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import type { Member } from '../accounts.ts';
import { lockMember } from '../erase.sql.ts';
import { findMember, findMemberByEmail } from '../members.sql.ts';
import { noteAccountAct } from '../note-account-act.ts';
import { keepEmailPage } from './call-off-token.ts';
import { emailAskedMail, emailConfirmMail, emailTakenMail } from './email-change.mail.ts';
import { countAsked, type EmailChangeRow, findLeft, insertChange, withdrawWaiting } from './email-changes.sql.ts';

export const CONFIRM_MINUTES = 60;
export const KEEP_DAYS = 7;
const ASKED_AN_HOUR = 5;

/**
 * A member asks for another address; whoever calls has seen that their sign-in is fresh. What is answered and kept is the
 * same whether the address has an account or not; the mail to it is not, for only its owner reads that. The newest
 * change asked for is the only one that can be confirmed.
 */
export function askEmailChange(
  deps: Deps,
  { member, session, email: typed }: { member: Member; session: string; email: string },
): Promise<EmailChangeRow> {
  const email = typed.trim().toLowerCase();
  return deps.db.transaction().execute(async (trx) => {
    await lockMember(trx, member.id);
    const now = await findMember(trx, member.id);
    if (!now) throw new Problem('not_signed_in');
    if (email === now.email) throw new Problem('email_unchanged');
    const asked = await countAsked(trx, member.id, email);
    if (asked.by >= ASKED_AN_HOUR || asked.for >= ASKED_AN_HOUR) throw new Problem('too_many_requests');

    await withdrawWaiting(trx, member.id);
    const token = randomBytes(32).toString('base64url');
    const change = await insertChange(trx, {
      memberId: member.id,
      oldEmail: now.email,
      newEmail: email,
      confirmSha256: sha256(token),
      session,
      confirmMinutes: CONFIRM_MINUTES,
      keepDays: KEEP_DAYS,
    });
    await noteAccountAct(trx, 'ask-email-change', member.id, { change: change.id });
    await tellNew(deps, trx, { change, email, member: now, token });
    await tellOld(deps, trx, { change, email, member: now });
    return change;
  });
}

interface Asked {
  readonly change: EmailChangeRow;
  readonly email: string;
  readonly member: Member;
}

async function tellNew(deps: Deps, trx: Trx, { change, email, member, token }: Asked & { token: string }) {
  const { appUrl } = deps.config;
  const owner = await findMemberByEmail(trx, email);
  if (owner || (await isKeptForOther(trx, email, member.id))) {
    const locale = owner?.locale ?? member.locale;
    await writeMail(trx, {
      cause: `email-taken:${change.id}`,
      to: email,
      locale,
      template: 'email-taken',
      content: emailTakenMail({ url: `${appUrl}/${locale}/sign-in` }, locale),
    });
    return;
  }
  await writeMail(trx, {
    cause: `email-confirm:${change.id}`,
    to: email,
    locale: member.locale,
    template: 'email-confirm',
    content: emailConfirmMail(
      {
        oldAddress: maskAddress(change.old_email),
        url: `${appUrl}/${member.locale}/me/confirm-email?token=${token}`,
      },
      member.locale,
    ),
  });
}

async function isKeptForOther(trx: Trx, email: string, memberId: string): Promise<boolean> {
  const left = await findLeft(trx, email);
  return left !== undefined && left.member_id !== memberId;
}

/** Whoever took over a session cannot take the account along without its owner hearing of it in time. */
async function tellOld(deps: Deps, trx: Trx, { change, email, member }: Asked) {
  const { time_zone: timeZone } = await readSettings(trx);
  await writeMail(trx, {
    cause: `email-asked:${change.id}`,
    to: change.old_email,
    locale: member.locale,
    template: 'email-asked',
    content: emailAskedMail(
      {
        newAddress: maskAddress(email),
        keepUntil: change.keep_until,
        timeZone,
        url: keepEmailPage(deps.config, change, member.locale),
      },
      member.locale,
    ),
  });
}
