import * as Type from 'typebox';
import { PUBLISHED_REASON } from '../cycle/close-rules.ts';
import { accountAges } from '../cycle/crowd.ts';
import { roundPhases } from '../cycle/round-phase.ts';
import { contract } from '../http/contract.ts';
import { Id, listOf, Moment, Money, Nullable, PrintPromise, Reason, RoundSlug, RunSlug, text } from './common.ts';

export const Phase = Type.Enum([...roundPhases]);

/** Where the person signed in stands in a round. */
export const Standing = Type.Object({
  canVote: Type.Boolean(),
  /** Why not, if not: a code of the pure rule. */
  cannotVoteReason: Nullable(Type.String()),
  stage: Nullable(Type.Union([Type.Literal('voting'), Type.Literal('final')])),
  dealt: Type.Integer(),
  rated: Type.Integer(),
  skipped: Type.Integer(),
  /** How many designs this ballot can still be dealt. */
  left: Type.Integer(),
  done: Type.Boolean(),
  submissions: Type.Array(Type.Object({ id: Id, title: Type.String(), state: Type.String() })),
});

export const Round = Type.Object({
  slug: RoundSlug,
  number: Type.Integer(),
  /** 1 to 12: the ink of the month. */
  month: Type.Integer({ minimum: 1, maximum: 12 }),
  phase: Phase,
  planned: Type.Object({ collecting: Moment, voting: Moment, final: Moment, freeze: Moment }),
  actual: Type.Object({
    collecting: Nullable(Moment),
    voting: Nullable(Moment),
    final: Nullable(Moment),
    frozen: Nullable(Moment),
    counted: Nullable(Moment),
    decided: Nullable(Moment),
    cancelled: Nullable(Moment),
  }),
  extendedUntil: Nullable(Moment),
  cancelReason: Nullable(Type.String()),
  promise: Type.Object({
    bounty: Money,
    bountyIsNet: Type.Boolean(),
    runSize: Type.Integer(),
    piecePrice: Money,
    maxInks: Type.Integer(),
    printArea: Type.Object({ widthMm: Type.Integer(), heightMm: Type.Integer() }),
    print: PrintPromise,
    rulesVersion: Type.String(),
    appealHours: Type.Integer(),
  }),
  counts: Type.Object({
    /** Admitted designs. */
    designs: Type.Integer(),
    /** The most it can show fairly. */
    capacity: Type.Integer(),
    /** People with at least one rating. */
    voters: Type.Integer(),
    ratings: Type.Integer(),
  }),
  handSize: Type.Integer(),
  handCap: Type.Integer(),
  runs: Type.Array(RunSlug),
  standing: Nullable(Standing),
});
export type Round = Type.Static<typeof Round>;

const params = Type.Object({ round: RoundSlug });

export const listRounds = contract({
  name: 'listRounds',
  method: 'GET',
  path: '/api/rounds',
  audience: 'anyone',
  summary: 'All rounds, newest first: phase, planned and actual moments, counts, my standing',
  // Rounds are listed by their months, so a page goes on after the last round shown.
  query: Type.Object({ cursor: Type.Optional(RoundSlug) }),
  status: 200,
  response: listOf(Round),
});

export const getRound = contract({
  name: 'getRound',
  method: 'GET',
  path: '/api/rounds/:round',
  audience: 'anyone',
  summary: 'One round',
  params,
  status: 200,
  response: Round,
});

/** What is left out follows from the slug and the settings of the shop. */
const plan = {
  collectingAt: Type.Optional(Moment),
  votingAt: Type.Optional(Moment),
  finalAt: Type.Optional(Moment),
  freezeAt: Type.Optional(Moment),
  bountyCents: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
  runSize: Type.Optional(Type.Integer({ minimum: 2, maximum: 100_000 })),
  piecePriceCents: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  expectedRatings: Type.Optional(Type.Integer({ minimum: 40, maximum: 100_000_000 })),
  quorumFinal: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100_000 }))),
  quorumMedian: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100_000 }))),
  handCap: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1000 }))),
  appealHours: Type.Optional(Type.Integer({ minimum: 0, maximum: 720 })),
};

export const planRound = contract({
  name: 'planRound',
  method: 'POST',
  path: '/api/rounds',
  audience: 'operator',
  summary: "Plan a round; what is left out follows from its month and the shop's settings",
  body: Type.Object({ slug: RoundSlug, ...plan }),
  status: 201,
  response: Round,
  problems: ['round_exists', 'dates_out_of_order'],
});

export const replanRound = contract({
  name: 'replanRound',
  method: 'PATCH',
  path: '/api/rounds/:round',
  audience: 'operator',
  summary: 'Change what a round has not yet begun',
  params,
  body: Type.Object(plan),
  status: 200,
  response: Round,
  problems: ['round_not_changeable', 'dates_out_of_order'],
});

export const advanceRound = contract({
  name: 'advanceRound',
  method: 'POST',
  path: '/api/rounds/:round/advance',
  audience: 'operator',
  summary: 'Move a round on: voting, final, frozen, counted; 409 with every reason at once',
  params,
  body: Type.Object({
    to: Type.Enum(['collecting', 'voting', 'final', 'frozen', 'counted']),
  }),
  status: 200,
  response: Type.Object({ phase: Phase, extendedUntil: Nullable(Moment) }),
  problems: ['cannot_advance'],
});

export const cancelRound = contract({
  name: 'cancelRound',
  method: 'POST',
  path: '/api/rounds/:round/cancellation',
  audience: 'operator',
  summary: 'Cancel a round and give everything back',
  params,
  body: Type.Object({ reason: text(PUBLISHED_REASON.most, PUBLISHED_REASON.least) }),
  status: 200,
  response: Type.Object({ phase: Phase }),
  problems: ['cannot_cancel'],
});

export const passOver = contract({
  name: 'passOver',
  method: 'POST',
  path: '/api/rounds/:round/passing-over',
  audience: 'operator',
  summary: 'Pass over a winner with a reason that is published',
  params,
  body: Type.Object({ design: Id, reason: text(PUBLISHED_REASON.most, PUBLISHED_REASON.least) }),
  status: 200,
  response: Type.Object({ passedOver: Type.Array(Type.Object({ design: Id, reason: Type.String() })) }),
  problems: ['cannot_pass_over', 'not_counted'],
});

export const WinnerRow = Type.Object({
  design: Id,
  title: Type.String(),
  designer: Type.String(),
  place: Type.Integer(),
});
export type WinnerRow = Type.Static<typeof WinnerRow>;

export const getCount = contract({
  name: 'getCount',
  method: 'GET',
  path: '/api/rounds/:round/count',
  audience: 'operator',
  summary: 'Once counted: what the close will do, and every reason against it',
  params,
  status: 200,
  response: Type.Object({
    countId: Id,
    countedAt: Moment,
    winners: Type.Array(WinnerRow),
    money: Type.Array(
      Type.Object({ design: Id, gross: Money, withheld: Money, net: Money, contribution: Money, total: Money }),
    ),
    reserved: Money,
    runs: Type.Array(Type.Object({ slug: RunSlug, design: Id, size: Type.Integer() })),
    letters: Type.Integer(),
    blockers: Type.Array(Reason),
    warnings: Type.Array(Reason),
  }),
  problems: ['not_counted'],
});

export const closeRound = contract({
  name: 'closeRound',
  method: 'POST',
  path: '/api/rounds/:round/close',
  audience: 'operator',
  summary: 'Close a counted round: winners, bounties and runs, in one transaction; the same call gives the same answer',
  params,
  body: Type.Optional(
    Type.Object({ countId: Type.Optional(Id), winners: Type.Optional(Type.Array(Id, { maxItems: 50 })) }),
  ),
  status: 200,
  response: Type.Object({
    winners: Type.Array(WinnerRow),
    bounties: Type.Array(Type.Object({ id: Id, design: Id, net: Money, dueAt: Moment })),
    runs: Type.Array(Type.Object({ slug: RunSlug, design: Id, size: Type.Integer() })),
  }),
  problems: ['not_counted', 'cannot_close', 'closed_differently'],
});

export const getClosing = contract({
  name: 'getClosing',
  method: 'GET',
  path: '/api/rounds/:round/closing',
  audience: 'operator',
  summary: 'Once decided: what the close did, by whom, and how far its letters, mails and bundle are',
  params,
  status: 200,
  response: Type.Object({
    closedAt: Moment,
    closedBy: Type.String(),
    countId: Id,
    /** Of the count that was closed: the result as it is kept, for ever. */
    sha256: Type.String(),
    winners: Type.Array(WinnerRow),
    bounties: Type.Array(Type.Object({ id: Id, design: Id, net: Money, dueAt: Moment, state: Type.String() })),
    runs: Type.Array(Type.Object({ slug: RunSlug, design: Id, size: Type.Integer(), sold: Type.Integer() })),
    passedOver: Type.Array(Type.Object({ design: Id, title: Type.String(), reason: Type.String() })),
    letters: Type.Object({ written: Type.Integer(), of: Type.Integer() }),
    /** The published bundle; null while it is being made. */
    bundle: Nullable(Type.Object({ sha256: Type.String(), bytes: Type.Integer(), madeAt: Moment })),
  }),
  problems: ['not_closed'],
});

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
