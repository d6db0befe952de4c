import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../deps.ts';
import { audit } from '../platform/audit/audit.sql.ts';
import { writeMail } from '../platform/mail/outbox.ts';
import type { Member } from './accounts.ts';
import { answerMail, receivedMail } from './contact.mail.ts';
import {
  type ContactRow,
  insertContactMessage,
  lockContactMessage,
  markContactMessageAnswered,
} from './contact.sql.ts';

export interface IncomingMessage {
  readonly kind: 'question' | 'notice';
  readonly name: string;
  readonly email: string;
  readonly message: string;
  readonly address?: string | undefined;
  readonly goodFaith?: boolean | undefined;
  readonly locale: 'fr' | 'en';
  readonly memberId: string | null;
}

/** Takes a message and acknowledges it. A notice needs the exact address of what it is about, and good faith. */
export async function receiveMessage(deps: Deps, incoming: IncomingMessage): Promise<ContactRow> {
  const missing = [
    ...(incoming.kind === 'notice' && !incoming.address?.trim() ? ['/address'] : []),
    ...(incoming.kind === 'notice' && incoming.goodFaith !== true ? ['/goodFaith'] : []),
  ];
  if (missing.length > 0) {
    throw new Problem('bad_input', { reasons: missing.map((field) => ({ code: 'required', field })) });
  }
  return deps.db.transaction().execute(async (trx) => {
    const row = await insertContactMessage(trx, {
      kind: incoming.kind,
      name: incoming.name.trim(),
      email: incoming.email,
      message: incoming.message.trim(),
      address: incoming.address?.trim() || null,
      good_faith: incoming.goodFaith === true,
      member_id: incoming.memberId,
    });
    await writeMail(trx, {
      cause: `contact-received:${row.id}`,
      to: row.email,
      locale: incoming.locale,
      template: 'contact-received',
      content: receivedMail(row.message, incoming.kind)[incoming.locale],
    });
    return row;
  });
}

/** Answers once: a second answer to the same message gives the message as it is. */
export async function answerMessage(
  deps: Deps,
  { id, actor, answer }: { id: string; actor: Member; answer: string },
): Promise<ContactRow> {
  return deps.db.transaction().execute(async (trx) => {
    const message = await lockContactMessage(trx, id);
    if (!message) throw new Problem('not_found');
    if (message.answered_at) return message;
    await writeMail(trx, {
      cause: `contact-answer:${id}`,
      to: message.email,
      locale: 'fr',
      template: 'contact-answer',
      content: answerMail(answer, message.message, actor.name).fr,
    });
    await audit(trx, { actor, act: 'answer-message', subjectType: 'message', subjectId: id });
    return markContactMessageAnswered(trx, id, actor.id);
  });
}
