import type { MailState, OutboxMail } from '@fraisier/shared/contracts/mails.ts';
import type { DeskMail } from './desk.sql.ts';
import { kindOf } from './kinds.ts';
import { maskAddress } from './topics.ts';

/** Who searches an address knows it; else it is masked. To whom a mail about a ballot went is nobody's to see. */
export function outboxView(mail: DeskMail, searched = false): OutboxMail {
  const { topic = null, isSecret } = kindOf(mail.template);
  const state = stateOf(mail);
  return {
    id: mail.id,
    template: mail.template,
    topic,
    locale: mail.locale as 'fr' | 'en',
    subject: mail.subject,
    recipient: isSecret ? null : searched ? mail.recipient : maskAddress(mail.recipient),
    state,
    attempts: mail.attempts,
    createdAt: mail.created_at.toISOString(),
    sentAt: mail.sent_at?.toISOString() ?? null,
    failedAt: mail.failed_at?.toISOString() ?? null,
    nextAttemptAt: state === 'waiting' ? mail.next_attempt_at.toISOString() : null,
    // Mail servers repeat the address that they refuse.
    lastError: mail.last_error?.replaceAll(mail.recipient, maskAddress(mail.recipient)) ?? null,
  };
}

function stateOf(mail: DeskMail): MailState {
  if (mail.sent_at) return 'sent';
  if (mail.failed_at) return 'failed';
  return mail.unwanted_at ? 'unwanted' : 'waiting';
}
