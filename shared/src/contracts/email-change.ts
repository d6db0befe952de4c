import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Email, Moment, Nullable } from './common.ts';
import { Me } from './people.ts';

export const EmailChange = Type.Object({ email: Email, askedAt: Moment, confirmUntil: Moment });
export type EmailChange = Type.Static<typeof EmailChange>;

export const getEmailChange = contract({
  name: 'getEmailChange',
  method: 'GET',
  path: '/api/me/email-change',
  audience: 'member',
  summary: 'The address that I asked for and did not confirm yet, or null',
  status: 200,
  response: Nullable(EmailChange),
});

/** The answer says nothing of whether the address has an account: the mail to it does. */
export const askEmailChange = contract({
  name: 'askEmailChange',
  method: 'POST',
  path: '/api/me/email-change',
  audience: 'member',
  summary:
    'Ask for another address: it gets a link that works once, within an hour; the old one is told at once and can call it off for seven days. Asked again, only the newest link works',
  body: Type.Object({ email: Email }),
  status: 200,
  response: EmailChange,
  problems: ['sign_in_again', 'email_unchanged'],
});

export const cancelEmailChange = contract({
  name: 'cancelEmailChange',
  method: 'DELETE',
  path: '/api/me/email-change',
  audience: 'member',
  summary: 'Ask for no other address after all',
  status: 204,
});

/** Signed in as who asked: a mail that went to the wrong person moves no account to them. */
export const confirmEmailChange = contract({
  name: 'confirmEmailChange',
  method: 'POST',
  path: '/api/email-changes/confirmation',
  audience: 'member',
  summary:
    'With the link that the new address got: from now on it is the address of my account, and other sessions end',
  body: Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }),
  status: 200,
  response: Me,
  problems: ['email_link_dead', 'email_taken'],
});

export const callOffEmailChange = contract({
  name: 'callOffEmailChange',
  method: 'POST',
  path: '/api/email-changes/cancellation',
  audience: 'anyone',
  summary:
    'With the link that the old address got, signed in or not: the account keeps or takes back that address, every session ends, and passkeys made since go',
  body: Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{44}$' }) }),
  status: 200,
  response: Type.Object({ address: Type.String({ description: 'Masked' }) }),
  problems: ['email_change_settled'],
});
