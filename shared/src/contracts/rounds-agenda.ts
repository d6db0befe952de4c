import * as Type from 'typebox';
import { waitingKinds } from '../cycle/agenda.ts';
import { contract } from '../http/contract.ts';
import { Moment, Nullable, RoundSlug } from './common.ts';

const AgendaRound = Type.Object({
  slug: RoundSlug,
  number: Type.Integer(),
  month: Type.Integer({ minimum: 1, maximum: 12 }),
});

/** Something that waits for a person, with how many of it there are. */
export const WaitingItem = Type.Object({
  what: Type.Enum([...waitingKinds]),
  urgency: Type.Enum(['late', 'soon', 'calm']),
  count: Type.Integer(),
  /** The oldest has waited since then. */
  since: Nullable(Moment),
  /** By when it should be done. */
  dueAt: Nullable(Moment),
  /** Of which round, where it is one's. */
  round: Nullable(AgendaRound),
  /** What it is about: a bounty's id, a run's name, the names of jobs. */
  subjects: Type.Array(Type.String()),
});
export type WaitingItem = Type.Static<typeof WaitingItem>;

/** Something with a moment ahead. */
export const ComingItem = Type.Object({
  what: Type.Enum(['collecting', 'voting', 'final', 'freeze', 'appeals_end', 'bounty_due']),
  at: Moment,
  /** The shop does it by itself; otherwise a person has to have done it by then. */
  byItself: Type.Boolean(),
  round: AgendaRound,
  subjects: Type.Array(Type.String()),
});
export type ComingItem = Type.Static<typeof ComingItem>;

export const getAgenda = contract({
  name: 'getAgenda',
  method: 'GET',
  path: '/api/desk/agenda',
  audience: 'operator',
  summary: 'What waits for a person, most urgent first, and what comes by itself, in order',
  status: 200,
  response: Type.Object({ waiting: Type.Array(WaitingItem), coming: Type.Array(ComingItem) }),
});

export const retryJobs = contract({
  name: 'retryJobs',
  method: 'POST',
  path: '/api/desk/jobs/retry',
  audience: 'operator',
  summary: 'Try the jobs again that failed for good; none twice',
  status: 200,
  response: Type.Object({ retried: Type.Integer() }),
});
