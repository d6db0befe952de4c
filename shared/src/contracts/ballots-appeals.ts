import * as Type from 'typebox';
import { appealStates } from '../cycle/desk-rules.ts';
import { contract } from '../http/contract.ts';
import { Moment, Nullable, RoundSlug, text } from './common.ts';

const params = Type.Object({ round: RoundSlug });

/** An appeal as its voter sees it. */
export const OwnAppeal = Type.Object({
  state: Type.Enum([...appealStates]),
  reason: Type.String(),
  /** Null while nobody has answered. */
  answer: Nullable(Type.String()),
  appealedAt: Moment,
  decidedAt: Nullable(Moment),
});

/** That a voter's ballot does not count, or did not: there as long as there is something to tell them. */
export const SetAside = Type.Object({
  /** False once it counts again. */
  active: Type.Boolean(),
  since: Moment,
  /** A code of quarantineReasons. */
  reason: Type.String(),
  /** Ratings that do not count now. */
  ratings: Type.Integer(),
  /** Null before the count: there is an end only then, `promise.appealHours` of the round after it. */
  appealUntil: Nullable(Moment),
  canAppeal: Type.Boolean(),
  appeal: Nullable(OwnAppeal),
});
export type SetAside = Type.Static<typeof SetAside>;

export const appeal = contract({
  name: 'appeal',
  method: 'POST',
  path: '/api/rounds/:round/appeals',
  audience: 'member',
  summary: 'Appeal, once, against the quarantine of one’s own ballot',
  params,
  body: Type.Object({ reason: text(1000, 1) }),
  status: 202,
  response: OwnAppeal,
  problems: ['cannot_appeal'],
});
