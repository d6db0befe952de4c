import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Address, Email, Id, Locale, line, listOf, Moment, Nullable, Page, text } from './common.ts';

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

export const sendContactMessage = contract({
  name: 'sendContactMessage',
  method: 'POST',
  path: '/api/contact',
  audience: 'anyone',
  summary: 'Write to the shop, or report content (DSA 16): then with its exact address and a good-faith statement',
  body: Type.Object({
    kind: Type.Union([Type.Literal('question'), Type.Literal('notice')]),
    name: line(80),
    email: Email,
    message: text(4000, 10),
    address: Type.Optional(Type.String({ maxLength: 500 })),
    goodFaith: Type.Optional(Type.Boolean()),
  }),
  status: 202,
  response: Type.Object({ id: Id, receivedAt: Moment }),
});

export const ContactMessage = Type.Object({
  id: Id,
  kind: Type.Union([Type.Literal('question'), Type.Literal('notice')]),
  name: Type.String(),
  email: Type.String(),
  message: Type.String(),
  address: Nullable(Type.String()),
  receivedAt: Moment,
  answer: Nullable(Type.String()),
  answeredAt: Nullable(Moment),
});

export const listContactMessages = contract({
  name: 'listContactMessages',
  method: 'GET',
  path: '/api/contact',
  audience: 'operator',
  summary: 'Messages to the shop, newest first',
  query: Type.Object(Page),
  status: 200,
  response: listOf(ContactMessage),
});

export const answerContactMessage = contract({
  name: 'answerContactMessage',
  method: 'POST',
  path: '/api/contact/:message/answer',
  audience: 'operator',
  summary: 'Answer a message by mail',
  params: Type.Object({ message: Id }),
  body: Type.Object({ answer: text(4000, 3) }),
  status: 200,
  response: ContactMessage,
  problems: ['message_answered'],
});

/** Demo mode only: outside it the routes do not exist. */
export const listDemoPeople = contract({
  name: 'listDemoPeople',
  method: 'GET',
  path: '/api/demo/people',
  audience: 'anyone',
  summary: 'Demo mode: the cast',
  status: 200,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        key: Type.String(),
        name: Type.String(),
        role: Type.String(),
        whatFr: Type.String(),
        whatEn: Type.String(),
      }),
    ),
  }),
});

export const signInAsDemoPerson = contract({
  name: 'signInAsDemoPerson',
  method: 'POST',
  path: '/api/demo/sign-in',
  audience: 'anyone',
  summary: 'Demo mode: sign in as one of the cast with one click',
  body: Type.Object({ key: Type.String({ maxLength: 60 }) }),
  status: 200,
  response: Me,
});

export const listDemoMail = contract({
  name: 'listDemoMail',
  method: 'GET',
  path: '/api/demo/mail',
  audience: 'anyone',
  summary: 'Demo mode: the mails sent, newest first, with text and links',
  query: Type.Object({ to: Type.Optional(Type.String({ maxLength: 254 })) }),
  status: 200,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        to: Type.String(),
        subject: Type.String(),
        template: Type.String(),
        text: Type.String(),
        html: Type.String(),
        links: Type.Array(Type.String()),
        createdAt: Moment,
        sentAt: Nullable(Moment),
      }),
    ),
    nextCursor: Nullable(Type.String()),
  }),
});
