import type { Config } from '../../config.ts';
import { idOfToken, signId } from '../crypto/signed-id.ts';
import { kindOf } from './kinds.ts';
import type { MailRow } from './outbox.sql.ts';

/** Stands in the text of a mail that is written to many, until each copy leaves with a link of its own. */
export const UNSUBSCRIBE = 'https://unsubscribe.invalid/';

type Secret = Pick<Config, 'secret'>;

/** Names the mail and not its reader, so that no address stands in the address of a page. */
export function unsubscribeToken(config: Secret, mailId: string): string {
  return signId(config, 'unsubscribe', mailId);
}

/** The mail that a token names; null for one that we did not sign. */
export function mailOfToken(config: Secret, token: string): string | null {
  return idOfToken(config, 'unsubscribe', token);
}

/** The page that asks, and changes nothing before its button is pressed. */
export function unsubscribePage(config: Pick<Config, 'secret' | 'appUrl'>, mail: Pick<MailRow, 'id' | 'locale'>) {
  return `${config.appUrl}/${mail.locale}/mail/${unsubscribeToken(config, mail.id)}`;
}

/** The mail as its reader gets it. */
export function withLinks(
  config: Pick<Config, 'secret' | 'appUrl'>,
  mail: Pick<MailRow, 'id' | 'locale' | 'template' | 'body_text' | 'body_html'>,
): { text: string; html: string; unsubscribeUrl: string | undefined } {
  if (!kindOf(mail.template).topic) return { text: mail.body_text, html: mail.body_html, unsubscribeUrl: undefined };
  const page = unsubscribePage(config, mail);
  return {
    text: mail.body_text.replaceAll(UNSUBSCRIBE, page),
    html: mail.body_html.replaceAll(UNSUBSCRIBE, page),
    unsubscribeUrl: `${config.appUrl}/unsubscribe/${unsubscribeToken(config, mail.id)}`,
  };
}
