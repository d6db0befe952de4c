import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, Moment, Nullable } from './common.ts';

/** Without its token: who sees the list could else be signed in anywhere. */
export const Session = Type.Object({
  id: Id,
  userAgent: Nullable(Type.String()),
  signedInAt: Moment,
  /** Noted once a day at most. */
  seenAt: Moment,
  /** The one that asks. */
  here: Type.Boolean(),
});
export type Session = Type.Static<typeof Session>;

export const listSessions = contract({
  name: 'listSessions',
  method: 'GET',
  path: '/api/me/sessions',
  audience: 'member',
  summary: 'Where I am signed in, this device first',
  status: 200,
  response: Type.Object({ items: Type.Array(Session) }),
});

export const endSession = contract({
  name: 'endSession',
  method: 'DELETE',
  path: '/api/me/sessions/:session',
  audience: 'member',
  summary: 'Sign one device out',
  params: Type.Object({ session: Id }),
  status: 204,
});

export const endOtherSessions = contract({
  name: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/me/sessions',
  audience: 'member',
  summary: 'Sign every other device out',
  status: 204,
});
