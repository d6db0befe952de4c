import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../deps.ts';
import { audit } from '../platform/audit/audit.sql.ts';
import type { Trx } from '../platform/db/database.ts';
import { writeMail } from '../platform/mail/outbox.ts';
import type { Member } from './accounts.ts';
import { answerMail, receivedMail } from './contact.mail.ts';
import {
  type ContactRow,
  countMessagesOfHour,
  insertContactMessage,
  lockContactMessage,
  markContactMessageAnswered,
} from './contact.sql.ts';

/** Whoever types in somebody else's address fills no mailbox with it. The message is taken all the same. */
const RECEIPTS_AN_HOUR = 3;

export interface IncomingMessage {
  readonly kind: 'question' | 'notice';
  readonly name: string;
  readonly email: string;
  readonly message: string;
  readonly address?: string | undefined;
  readonly goodFaith?: boolean | undefined;
  readonly locale: 'fr' | 'en';
  readonly member: Pick<Member, 'id' | 'email'> | null;
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
  refuseBlank(incoming.message, '/message');
  return deps.db.transaction().execute(async (trx) => {
    const row = await insertContactMessage(trx, {
      kind: incoming.kind,
      name: incoming.name.trim(),
      email: incoming.email,
      message: incoming.message.trim(),
      address: incoming.address?.trim() || null,
      good_faith: incoming.goodFaith === true,
      locale: incoming.locale,
      member_id: incoming.member?.id ?? null,
    });
    if ((await countMessagesOfHour(trx, row.email)) <= RECEIPTS_AN_HOUR) await acknowledge(trx, row, incoming);
    return row;
  });
}

/** Nobody has shown that the address is theirs: to a stranger's goes no word of who typed it in. */
function acknowledge(trx: Trx, row: ContactRow, { kind, locale, member }: IncomingMessage): Promise<void> {
  const isTheirs = row.email.toLowerCase() === member?.email;
  return writeMail(trx, {
    cause: `contact-received:${row.id}`,
    to: row.email,
    locale,
    template: 'contact-received',
    content: receivedMail(isTheirs ? row.message : null, kind)[locale],
  });
}

/** Answers once: the same answer again changes nothing, and another one is refused, since it would not be sent. */
export async function answerMessage(
  deps: Deps,
  { id, actor, answer: written }: { id: string; actor: Member; answer: string },
): Promise<ContactRow> {
  refuseBlank(written, '/answer');
  const answer = written.trim();
  return deps.db.transaction().execute(async (trx) => {
    const message = await lockContactMessage(trx, id);
    if (!message) throw new Problem('not_found');
    if (message.answer === answer) return message;
    if (message.answered_at) throw new Problem('message_answered');
    await writeMail(trx, {
      cause: `contact-answer:${id}`,
      to: message.email,
      locale: message.locale as 'fr' | 'en',
      template: 'contact-answer',
      content: answerMail(answer, message.message, actor.name)[message.locale as 'fr' | 'en'],
    });
    await audit(trx, { actor, act: 'answer-message', subjectType: 'message', subjectId: id });
    return markContactMessageAnswered(trx, id, { answer, by: actor.id });
  });
}

function refuseBlank(text: string, field: string): void {
  if (text.trim() === '') throw new Problem('bad_input', { reasons: [{ code: 'required', field }] });
}
