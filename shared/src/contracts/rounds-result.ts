import * as Type from 'typebox';
import { accountAges } from '../cycle/crowd.ts';
import { contract } from '../http/contract.ts';
import { Id, Moment, Nullable, RoundSlug } from './common.ts';

const params = Type.Object({ round: RoundSlug });

export const WinnerRow = Type.Object({
  design: Id,
  title: Type.String(),
  designer: Type.String(),
  place: Type.Integer(),
});
export type WinnerRow = Type.Static<typeof WinnerRow>;

export const ResultRow = Type.Object({
  design: Id,
  title: Type.String(),
  designer: Type.Object({ id: Id, name: Type.String() }),
  rank: Type.Integer(),
  /** Several designs share this place. */
  tied: Type.Boolean(),
  rankLow: Type.Integer(),
  rankHigh: Type.Integer(),
  finalist: Type.Boolean(),
  /** Millionths of a point, exact. */
  score: Type.String(),
  ratings: Type.Integer(),
  points: Type.Integer(),
  wouldWear: Type.Integer(),
  /** Ten cells: 1 star, 1 star and would wear, 2 stars, … */
  histogram: Type.Array(Type.Integer(), { minItems: 10, maxItems: 10 }),
  sizes: Type.Record(Type.String(), Type.Integer()),
  /** With the ratings that were set aside: the same figures where none was. */
  all: Type.Object({
    rank: Type.Integer(),
    score: Type.String(),
    ratings: Type.Integer(),
    points: Type.Integer(),
    wouldWear: Type.Integer(),
    histogram: Type.Array(Type.Integer(), { minItems: 10, maxItems: 10 }),
  }),
});

export const getResult = contract({
  name: 'getResult',
  method: 'GET',
  path: '/api/rounds/:round/result',
  audience: 'anyone',
  summary: 'Once counted: ranking, histograms, both counts, margin, exposure, who voted; final once decided',
  params,
  status: 200,
  response: Type.Object({
    round: RoundSlug,
    number: Type.Integer(),
    provisional: Type.Boolean(),
    countedAt: Moment,
    decidedAt: Nullable(Moment),
    sha256: Type.String(),
    totals: Type.Object({
      designs: Type.Integer(),
      voters: Type.Integer(),
      ratings: Type.Integer(),
      points: Type.Integer(),
    }),
    /** What does not count: `totals` are without it. */
    setAside: Type.Object({ voters: Type.Integer(), ratings: Type.Integer() }),
    winners: Type.Array(WinnerRow),
    /** Who would have won with all ratings, those set aside included. */
    winnersOfAll: Type.Array(WinnerRow),
    passedOver: Type.Array(Type.Object({ design: Id, title: Type.String(), reason: Type.String() })),
    photoFinish: Type.Boolean(),
    shortlist: Type.Boolean(),
    exposure: Nullable(Type.Object({ min: Type.Integer(), max: Type.Integer(), gini: Type.String() })),
    /** Who voted, as far as it tells nobody's vote. Null in rounds counted before it was kept. */
    crowd: Nullable(
      Type.Object({
        /** Accounts that could vote. */
        eligible: Type.Integer(),
        /** Of the voters in `totals`, when the vote opened; youngest first. */
        ages: Type.Array(Type.Object({ age: Type.Enum([...accountAges]), voters: Type.Integer() })),
        /** Of those who had paid for a piece before the freeze; null when they are too few to tell nobody's vote. */
        buyers: Nullable(
          Type.Object({ voters: Type.Integer(), ratings: Type.Integer(), winners: Type.Array(WinnerRow) }),
        ),
      }),
    ),
    ranking: Type.Array(ResultRow),
  }),
  problems: ['not_counted'],
});
export type RoundResult = Type.Static<typeof getResult.response>;
