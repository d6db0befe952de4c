import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, Moment, Nullable } from './common.ts';
import { Me } from './people.ts';

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
