import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Email, Id, line, listOf, Moment, Nullable, Page, text } from './common.ts';

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
