import type { OutboxMail } from '@fraisier/shared/contracts/mails.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../audit/audit.sql.ts';
import { enqueue } from '../jobs/queue.ts';
import { findDeskMail, reviveFailedMails, reviveMail } from './desk.sql.ts';
import { outboxView } from './mail.view.ts';

/** Has one mail tried at once, as if it were new. */
export async function retryMail(deps: Deps, actor: Member, id: string): Promise<OutboxMail> {
  return deps.db.transaction().execute(async (trx) => {
    const mail = await findDeskMail(trx, id);
    if (!mail) throw new Problem('not_found');
    if (!(await reviveMail(trx, id))) throw new Problem('mail_settled');
    await audit(trx, {
      actor,
      act: 'retry-mail',
      subjectType: 'mail',
      subjectId: id,
      details: { template: mail.template },
    });
    await enqueue(trx, 'send-mail', {}, { priority: -5 });
    return outboxView((await findDeskMail(trx, id))!);
  });
}

/** All that were refused. None is no act. */
export async function retryFailedMails(deps: Deps, actor: Member): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    const mails = await reviveFailedMails(trx);
    if (mails === 0) return 0;
    await audit(trx, { actor, act: 'retry-mails', subjectType: 'shop', subjectId: 'shop', details: { mails } });
    await enqueue(trx, 'send-mail', {}, { priority: -5 });
    return mails;
  });
}
