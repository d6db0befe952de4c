import type { Deps } from '../../deps.ts';
import type { Database, Trx } from '../db/database.ts';
import { enqueue } from '../jobs/queue.ts';
import { readSettings } from '../settings/settings.sql.ts';
import { type MailContent, renderMail } from './mail-text.ts';
import { findUnsentMail, insertMail, markMailFailed, markMailSent } from './outbox.sql.ts';

export interface OutgoingMail {
  /** What this mail is about, once: `letter:<design>`. A second mail of the same cause is not written. */
  readonly cause: string;
  readonly to: string;
  readonly locale: 'fr' | 'en';
  readonly template: string;
  readonly content: MailContent;
}

/** Writes a mail into the outbox in the caller's transaction; it leaves after the commit, at least once. */
export async function writeMail(trx: Trx | Database, mail: OutgoingMail): Promise<void> {
  const { shop_name: shopName } = await readSettings(trx);
  const { text, html } = renderMail(mail.content, { locale: mail.locale, shopName });
  const id = await insertMail(trx, {
    cause: mail.cause,
    recipient: mail.to.toLowerCase(),
    locale: mail.locale,
    template: mail.template,
    subject: mail.content.subject,
    body_text: text,
    body_html: html,
  });
  if (id) await enqueue(trx, 'send-mail', { mailId: id }, { priority: -5, maxAttempts: 20 });
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
