import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { Trx } from '../../platform/db/database.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { maskAddress } from '../../platform/mail/topics.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import type { Member } from '../accounts.ts';
import { lockMember } from '../erase.sql.ts';
import { findMember } from '../members.sql.ts';
import { noteAccountAct } from '../note-account-act.ts';
import { endOthers } from '../sessions.sql.ts';
import { KEEP_DAYS } from './ask-email-change.ts';
import { keepEmailPage } from './call-off-token.ts';
import { emailChangedMail } from './email-change.mail.ts';
import { type EmailChangeRow, findByConfirmation, findChange, markChanged } from './email-changes.sql.ts';
import { moveToAddress } from './move-to-address.ts';

/**
 * The link that the new address got, pressed by who asked: the account has that address from now on, and every session
 * but this one ends. Again, it is so already. Of two who confirm the same address, the database lets the first have it.
 */
export function confirmEmailChange(
  deps: Deps,
  { member, session, token }: { member: Member; session: string; token: string },
): Promise<Member> {
  return deps.db.transaction().execute(async (trx) => {
    const found = await findByConfirmation(trx, sha256(token));
    if (found?.member_id !== member.id) throw new Problem('email_link_dead');
    await lockMember(trx, member.id);
    const now = await findMember(trx, member.id);
    const change = await findChange(trx, found.id);
    if (!now || !change?.new_email) throw new Problem('email_link_dead');
    if (change.state === 'changed' && now.email === change.new_email) return now;
    const isOpen = change.state === 'waiting' && change.confirmable && now.email === change.old_email;
    if (!isOpen) throw new Problem('email_link_dead');

    const changed = await markChanged(trx, change.id, KEEP_DAYS);
    await moveToAddress(trx, { memberId: member.id, from: change.old_email, to: change.new_email });
    await endOthers(trx, member.id, session);
    await noteAccountAct(trx, 'change-email', member.id, { change: change.id });
    await tell(deps, trx, now, changed);
    return { ...now, email: change.new_email };
  });
}

async function tell(deps: Deps, trx: Trx, { locale }: Member, change: EmailChangeRow): Promise<void> {
  const { time_zone: timeZone } = await readSettings(trx);
  await writeMail(trx, {
    cause: `email-changed:${change.id}`,
    to: change.old_email,
    locale,
    template: 'email-changed',
    content: emailChangedMail(
      {
        newAddress: maskAddress(change.new_email ?? ''),
        keepUntil: change.keep_until,
        timeZone,
        url: keepEmailPage(deps.config, change, locale),
      },
      locale,
    ),
  });
}
