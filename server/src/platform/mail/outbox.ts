import type { Database, Trx } from '../db/database.ts';
import { enqueue } from '../jobs/queue.ts';
import { readSettings } from '../settings/settings.sql.ts';
import { kindOf, type MailTemplate } from './kinds.ts';
import { type MailContent, renderMail } from './mail-text.ts';
import { insertMails } from './outbox.sql.ts';

export interface OutgoingMail {
  /** What this mail is about, once: `letter:<design>`. A second mail of the same cause is not written. */
  readonly cause: string;
  readonly to: string;
  readonly locale: 'fr' | 'en';
  /** A new one is named in kinds.ts, and has a sample in mail-samples.ts. */
  readonly template: MailTemplate;
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
  const { why, topic = null, priority } = kindOf(template);
  const { subject, text, html } = renderMail(content, { locale, why, topic, shop: await readSettings(trx) });
  const waiting = await insertMails(trx, {
    copies: copies.map(({ cause, to }) => ({ cause, recipient: to.toLowerCase() })),
    locale,
    template,
    topic,
    priority,
    subject,
    body_text: text,
    body_html: html,
  });
  // One job sends whatever is due: it is woken, not told what.
  if (waiting > 0) await enqueue(trx, 'send-mail', {}, { priority: -5 });
}
