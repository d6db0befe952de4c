import * as Type from 'typebox';
import { PUBLISHED_REASON } from '../cycle/close-rules.ts';
import { contract } from '../http/contract.ts';
import { Moment, Nullable, RoundSlug, text } from './common.ts';
import { Phase, Round } from './rounds.ts';

const params = Type.Object({ round: RoundSlug });

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

/** What a round is planned with. Its limits are the form's too. */
export const RoundPlan = Type.Object({ slug: RoundSlug, ...plan });

export const planRound = contract({
  name: 'planRound',
  method: 'POST',
  path: '/api/rounds',
  audience: 'operator',
  summary: "Plan a round; what is left out follows from its month and the shop's settings",
  body: RoundPlan,
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
