import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Address, Email, Id, Locale, line, Moment, Nullable } from './common.ts';

export const Role = Type.Union([Type.Literal('member'), Type.Literal('operator'), Type.Literal('admin')]);

export const Me = Type.Object({
  id: Id,
  email: Email,
  name: Type.String(),
  role: Role,
  locale: Locale,
  joinedAt: Moment,
});
export type Me = Type.Static<typeof Me>;

export const getMe = contract({
  name: 'getMe',
  method: 'GET',
  path: '/api/me',
  audience: 'anyone',
  summary: 'The person signed in, with their role, or null',
  status: 200,
  response: Nullable(Me),
});

export const updateMe = contract({
  name: 'updateMe',
  method: 'PATCH',
  path: '/api/me',
  audience: 'member',
  summary: 'Change the public name or the language of mails',
  body: Type.Object({ name: Type.Optional(line(60)), locale: Type.Optional(Locale) }),
  status: 200,
  response: Me,
});

/** What keeps an account from being erased: what is still open between the shop and its owner. */
export type EraseReason = 'bounty_owed' | 'order_held' | 'order_undelivered' | 'refund_due' | 'last_admin';

/** What the law has the shop keep stays, without a name. The reasons against it are each an `EraseReason`. */
export const eraseMe = contract({
  name: 'eraseMe',
  method: 'DELETE',
  path: '/api/me',
  audience: 'member',
  summary: 'Erase my account for good; the body repeats its e-mail address',
  body: Type.Object({ email: Type.String({ maxLength: 254 }) }, { additionalProperties: false }),
  status: 204,
  problems: ['account_needed'],
});

/** Uses up the link of a sign-in mail. A GET would be used up by the scanners that open every link of a mail. */
export const confirmSignIn = contract({
  name: 'confirmSignIn',
  method: 'POST',
  path: '/api/sign-in',
  audience: 'anyone',
  summary: 'Sign in with the token of a mail link: works once, within 15 minutes',
  body: Type.Object({ token: Type.String({ minLength: 8, maxLength: 200 }) }),
  status: 200,
  response: Me,
  problems: ['link_used'],
});

export const getAddress = contract({
  name: 'getAddress',
  method: 'GET',
  path: '/api/me/address',
  audience: 'member',
  summary: 'My delivery address, or null',
  status: 200,
  response: Nullable(Address),
});

export const putAddress = contract({
  name: 'putAddress',
  method: 'PUT',
  path: '/api/me/address',
  audience: 'member',
  summary: 'Set my delivery address',
  body: Address,
  status: 200,
  response: Address,
});
