import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, Moment, Nullable, RoundSlug, text } from './common.ts';
import { Order } from './orders.ts';
import { DesignCard } from './submissions.ts';

/** What a result letter says: facts only; the words around them are the catalogue's. */
export const Letter = Type.Object({
  design: DesignCard,
  designer: Type.String(),
  round: RoundSlug,
  roundNumber: Type.Integer(),
  month: Type.Integer(),
  writtenAt: Moment,
  winner: Type.Boolean(),
  rank: Type.Integer(),
  rankLow: Type.Integer(),
  rankHigh: Type.Integer(),
  designs: Type.Integer(),
  finalist: Type.Boolean(),
  ratings: Type.Integer(),
  wouldWear: Type.Integer(),
  histogram: Type.Array(Type.Integer(), { minItems: 10, maxItems: 10 }),
  sizes: Type.Record(Type.String(), Type.Integer()),
  notes: Type.Array(Type.String()),
  passedOverReason: Nullable(Type.String()),
  winners: Type.Array(Type.Object({ title: Type.String(), designer: Type.String() })),
  bounty: Nullable(Id),
  /** The round that takes designs next, if one is planned. */
  next: Nullable(Type.Object({ round: RoundSlug, submissionsCloseAt: Moment })),
  signedBy: Type.String(),
});
export type Letter = Type.Static<typeof Letter>;

export const getLetter = contract({
  name: 'getLetter',
  method: 'GET',
  path: '/api/designs/:design/letter',
  audience: 'member',
  summary: 'The result letter of a design: its designer only',
  params: Type.Object({ design: Id }),
  status: 200,
  response: Letter,
  problems: ['letter_not_ready', 'not_owner'],
});

export const recommend = contract({
  name: 'recommend',
  method: 'POST',
  path: '/api/orders/:order/recommendation',
  audience: 'member',
  summary: 'Would you recommend us, from 0 to 10, and why',
  params: Type.Object({ order: Id }),
  body: Type.Object({ score: Type.Integer({ minimum: 0, maximum: 10 }), why: Type.Optional(text(600)) }),
  status: 200,
  response: Order,
  problems: ['not_delivered', 'not_owner'],
});

export const getFeedback = contract({
  name: 'getFeedback',
  method: 'GET',
  path: '/api/feedback',
  audience: 'operator',
  summary: 'Recommendations: how many of each score, and why',
  status: 200,
  response: Type.Object({
    counts: Type.Array(Type.Integer(), { minItems: 11, maxItems: 11 }),
    /** Promoters minus detractors in per cent, or null without an answer. */
    promoterScore: Nullable(Type.Integer()),
    latest: Type.Array(Type.Object({ score: Type.Integer(), why: Type.String(), givenAt: Moment })),
  }),
});
