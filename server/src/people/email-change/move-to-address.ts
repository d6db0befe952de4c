import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Trx } from '../../platform/db/database.ts';
import { stayingTemplates } from '../../platform/mail/kinds.ts';
import { moveOpenMails } from '../../platform/mail/outbox.sql.ts';
import { moveTopics } from '../../platform/mail/topics.sql.ts';
import { moveOpenMessages } from '../contact.sql.ts';
import { putEmail } from '../members.sql.ts';
import { forgetLinksTo } from '../sessions.sql.ts';

/**
 * Gives an account its other address, and takes along what was on its way to the first: mails that have not left, what
 * its owner does not want to hear of, where answers to their questions go. Sign-in links to the first are dead: used
 * later, they would open a new account.
 */
export async function moveToAddress(
  trx: Trx,
  { memberId, from, to }: { memberId: string; from: string; to: string },
): Promise<void> {
  await putEmail(trx, memberId, to).catch((error: { code?: string }) => {
    if (error.code === '23505') throw new Problem('email_taken');
    throw error;
  });
  await forgetLinksTo(trx, from);
  await moveOpenMails(trx, { from, to, but: stayingTemplates });
  await moveTopics(trx, from, to);
  await moveOpenMessages(trx, memberId, { from, to });
}
