import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../config.ts';
import { kindOf } from './kinds.ts';
import type { MailRow } from './outbox.sql.ts';

/** Stands in the text of a mail that is written to many, until each copy leaves with a link of its own. */
export const UNSUBSCRIBE = 'https://unsubscribe.invalid/';

const SIGNATURE_BYTES = 16;

type Secret = Pick<Config, 'secret'>;

function signatureOf({ secret }: Secret, id: Buffer): Buffer {
  return createHmac('sha256', secret).update('unsubscribe\n').update(id).digest().subarray(0, SIGNATURE_BYTES);
}

/** Names the mail and not its reader, so that no address stands in the address of a page. */
export function unsubscribeToken(config: Secret, mailId: string): string {
  const id = Buffer.from(mailId.replaceAll('-', ''), 'hex');
  return id.toString('base64url') + signatureOf(config, id).toString('base64url');
}

/** The mail that a token names; null for one that we did not sign. */
export function mailOfToken(config: Secret, token: string): string | null {
  const half = token.length / 2;
  const id = Buffer.from(token.slice(0, half), 'base64url');
  const signature = Buffer.from(token.slice(half), 'base64url');
  if (id.length !== 16 || signature.length !== SIGNATURE_BYTES) return null;
  if (!timingSafeEqual(signature, signatureOf(config, id))) return null;
  // The last letter of Base64 has bits to spare: one mail has one link.
  if (token !== id.toString('base64url') + signature.toString('base64url')) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
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
