import type { Deps } from '../../deps.ts';
import type { Database, Trx } from '../db/database.ts';
import { enqueueAll } from '../jobs/queue.ts';
import { readSettings } from '../settings/settings.sql.ts';
import { type MailContent, renderMail } from './mail-text.ts';
import { findUnsentMail, insertMails, markMailFailed, markMailSent } from './outbox.sql.ts';

export interface OutgoingMail {
  /** What this mail is about, once: `letter:<design>`. A second mail of the same cause is not written. */
  readonly cause: string;
  readonly to: string;
  readonly locale: 'fr' | 'en';
  readonly template: string;
  readonly content: MailContent;
}

export type OutgoingMails = Omit<OutgoingMail, 'cause' | 'to'> & {
  readonly copies: readonly Pick<OutgoingMail, 'cause' | 'to'>[];
};

/** Writes a mail into the outbox in the caller's transaction; it leaves after the commit, at least once. */
export function writeMail(trx: Trx | Database, { cause, to, ...mail }: OutgoingMail): Promise<void> {
  return writeMails(trx, { ...mail, copies: [{ cause, to }] });
}

/** One and the same mail to many, each under a cause of its own. */
export async function writeMails(
  trx: Trx | Database,
  { locale, template, content, copies }: OutgoingMails,
): Promise<void> {
  if (copies.length === 0) return;
  const { shop_name: shopName } = await readSettings(trx);
  const { text, html } = renderMail(content, { locale, shopName });
  const ids = await insertMails(trx, {
    copies: copies.map(({ cause, to }) => ({ cause, recipient: to.toLowerCase() })),
    locale,
    template,
    subject: content.subject,
    body_text: text,
    body_html: html,
  });
  const payloads = ids.map((mailId) => ({ mailId }));
  await enqueueAll(trx, 'send-mail', payloads, { priority: -5, maxAttempts: 20 });
}

/** The job: sends a mail that is not sent yet. If the process dies after the server took it, it is sent again. */
export async function sendMail(deps: Deps, { mailId }: { mailId: string }): Promise<void> {
  const mail = await findUnsentMail(deps.db, mailId);
  if (!mail) return;
  try {
    await deps.mailer.send({
      id: mail.id,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html,
    });
  } catch (error) {
    await markMailFailed(deps.db, mailId, error instanceof Error ? error.message : String(error));
    throw error;
  }
  await markMailSent(deps.db, mailId);
}
