import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, Locale, Moment, Nullable, RoundSlug, text } from './common.ts';
import { Order } from './orders.ts';
import { DesignCard } from './submissions.ts';

const Both = Type.Object({ fr: Type.String(), en: Type.String() });
const LetterDecision = Type.Union([
  Type.Object({
    kind: Type.Literal('refusal'),
    at: Moment,
    reasons: Type.Array(Both),
    message: Type.String(),
  }),
  Type.Object({
    kind: Type.Literal('set_aside'),
    ratings: Type.Integer(),
    /** The place if those ratings counted. */
    rankWith: Type.Integer(),
    reasons: Type.Array(Type.String()),
  }),
]);

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
  /** What was decided about the design on its way: files refused, ballots set aside. */
  decisions: Type.Array(LetterDecision),
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

export const downloadLetter = contract({
  name: 'downloadLetter',
  method: 'GET',
  path: '/api/designs/:design/letter/pdf',
  audience: 'member',
  summary: 'The result letter on paper: its designer only',
  params: Type.Object({ design: Id }),
  query: Type.Object({ locale: Type.Optional(Locale) }),
  status: 200,
  file: 'application/pdf',
  problems: ['letter_not_ready', 'not_owner'],
});

/** Each entrant has one letter and one mail of it; `missing` is what the next look writes. */
export const listLetterRounds = contract({
  name: 'listLetterRounds',
  method: 'GET',
  path: '/api/letters',
  audience: 'operator',
  summary: 'The letters of the latest decided rounds: written, sent, refused, missing',
  status: 200,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        round: RoundSlug,
        decidedAt: Moment,
        entrants: Type.Integer(),
        written: Type.Integer(),
        mailed: Type.Integer(),
        sent: Type.Integer(),
        failed: Type.Integer(),
        missing: Type.Integer(),
      }),
    ),
  }),
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
