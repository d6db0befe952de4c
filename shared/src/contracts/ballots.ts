import * as Type from 'typebox';
import { NOTE_LENGTH } from '../cycle/voting-rules.ts';
import { contract } from '../http/contract.ts';
import { SetAside } from './ballots-appeals.ts';
import { Id, Moment, Nullable, RoundSlug, Sha256, Size, Stars, text } from './common.ts';
import { DesignCard } from './submissions.ts';

/** Proves that a ballot line was accepted: the leaf, what opens it, and the shop's signature over the leaf. */
export const Receipt = Type.Object({
  round: RoundSlug,
  leaf: Sha256,
  line: Type.String(),
  salt: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  payload: Type.String(),
  signature: Type.String({ description: 'Ed25519, base64' }),
  code: Type.String({ description: 'Short form of the leaf, for people' }),
});
export type Receipt = Type.Static<typeof Receipt>;

export const Rating = Type.Object({
  design: Id,
  stars: Stars,
  wouldWear: Type.Boolean(),
  size: Nullable(Size),
  note: Nullable(Type.String()),
});
export type Rating = Type.Static<typeof Rating>;

const ratingInput = {
  stars: Stars,
  wouldWear: Type.Boolean(),
  size: Type.Optional(Size),
  note: Type.Optional(text(NOTE_LENGTH)),
};
export const RatingInput = Type.Object(ratingInput, { additionalProperties: false });
export const SkipInput = Type.Object({ skip: Type.Literal(true) }, { additionalProperties: false });
export type RatingInput = Type.Static<typeof RatingInput>;

/** A skip has neither rating nor receipt. */
export const CastAnswer = Type.Object({ rating: Nullable(Rating), receipt: Nullable(Receipt) });

const params = Type.Object({ round: RoundSlug });

/**
 * Whose answers these are, where the sender knows: what somebody gave is not taken for whoever has signed in on the same
 * device since. Such a call is `not_signed_in`.
 */
const headers = Type.Object({ 'x-fraisier-voter': Type.Optional(Id) });

export const dealHand = contract({
  name: 'dealHand',
  method: 'POST',
  path: '/api/rounds/:round/hands',
  audience: 'member',
  summary: 'The next hand, or the same open one again',
  params,
  status: 200,
  response: Type.Object({
    stage: Type.Union([Type.Literal('voting'), Type.Literal('final')]),
    hand: Type.Integer(),
    designs: Type.Array(
      Type.Object({
        ...DesignCard.properties,
        dealId: Id,
        expiresAt: Moment,
        state: Type.Union([Type.Literal('open'), Type.Literal('rated'), Type.Literal('skipped')]),
        rating: Nullable(Rating),
      }),
    ),
    /** Designs dealt to this ballot in this stage so far. */
    dealt: Type.Integer(),
    /** Designs that can still be dealt to it. */
    left: Type.Integer(),
    done: Type.Boolean(),
  }),
  problems: ['round_closed', 'account_too_new'],
});
export type Hand = Type.Static<typeof dealHand.response>;

export const castRating = contract({
  name: 'castRating',
  method: 'PUT',
  path: '/api/rounds/:round/ballot/:design',
  audience: 'member',
  session: 'deferred',
  summary: 'Rate a dealt design, change the rating, or skip it',
  params: Type.Object({ round: RoundSlug, design: Id }),
  headers,
  body: Type.Union([RatingInput, SkipInput]),
  status: 200,
  response: CastAnswer,
  problems: ['round_closed', 'not_dealt', 'own_design', 'already_rated', 'account_too_new'],
});

export const castRatings = contract({
  name: 'castRatings',
  method: 'PUT',
  path: '/api/rounds/:round/ballot',
  audience: 'member',
  session: 'deferred',
  summary: 'Many ratings at once, in order, as a phone sends them when it is back online; an answer for each',
  params,
  headers,
  body: Type.Object({
    ratings: Type.Array(
      Type.Union([
        Type.Object({ design: Id, ...ratingInput }, { additionalProperties: false }),
        Type.Object({ design: Id, skip: Type.Literal(true) }, { additionalProperties: false }),
      ]),
      { minItems: 1, maxItems: 100 },
    ),
  }),
  status: 200,
  response: Type.Object({
    answers: Type.Array(
      Type.Object({
        design: Id,
        ok: Type.Boolean(),
        /** The problem's code, if not ok. */
        code: Nullable(Type.String()),
        rating: Nullable(Rating),
        receipt: Nullable(Receipt),
      }),
    ),
  }),
});

export const getBallot = contract({
  name: 'getBallot',
  method: 'GET',
  path: '/api/rounds/:round/ballot',
  audience: 'member',
  summary: 'My ratings and receipts in this round',
  params,
  status: 200,
  response: Type.Object({
    round: RoundSlug,
    stage: Nullable(Type.Union([Type.Literal('voting'), Type.Literal('final')])),
    dealt: Type.Integer(),
    skipped: Type.Integer(),
    left: Type.Integer(),
    canChange: Type.Boolean(),
    /** Null as long as all my ratings have counted. */
    setAside: Nullable(SetAside),
    ratings: Type.Array(
      Type.Object({
        ...Rating.properties,
        card: DesignCard,
        receipt: Receipt,
        /** Its line's place in the log's tree, from 0; null until it has one. */
        index: Nullable(Type.Integer()),
        /** A signed head covers the line: it can be proved. */
        covered: Type.Boolean(),
      }),
    ),
  }),
});

export const listMyBallots = contract({
  name: 'listMyBallots',
  method: 'GET',
  path: '/api/me/ballots',
  audience: 'member',
  summary: 'The rounds I voted in',
  status: 200,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        round: RoundSlug,
        number: Type.Integer(),
        phase: Type.String(),
        rated: Type.Integer(),
        skipped: Type.Integer(),
        /** At least one of my ratings does not count now. */
        setAside: Type.Boolean(),
      }),
    ),
  }),
});
