import * as Type from 'typebox';
import { roundPhases } from '../cycle/round-phase.ts';
import { contract } from '../http/contract.ts';
import { Id, listOf, Moment, Money, Nullable, PrintPromise, RoundSlug, RunSlug } from './common.ts';

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
