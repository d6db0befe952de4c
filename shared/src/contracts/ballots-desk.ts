import * as Type from 'typebox';
import { dismissReasons, quarantineReasons } from '../cycle/ballot-log.ts';
import {
  appealStates,
  clusterActs,
  clusterSignals,
  clusterStates,
  operatorReleaseReasons,
  supportingSignals,
} from '../cycle/desk-rules.ts';
import { contract } from '../http/contract.ts';
import { OwnAppeal } from './ballots-appeals.ts';
import { Id, listOf, Moment, Nullable, Page, RoundSlug, Sha256, text } from './common.ts';
import { DesignCard } from './submissions.ts';

const Signal = Type.Object({
  code: Type.Enum([...clusterSignals, ...supportingSignals]),
  /**
   * What was counted, in whole numbers that tell nothing of how a design fares.
   * flat_ballot: {}. sole_favourite: ballots (that like this design alone), of (ballots of the round that like one
   * design alone). twin_ballots: pairs, common (designs that the closest pair shares), equal (of them answered equally).
   * burst: accounts, hours. account_age: youngPercent (of those who gave the design five stars), roundYoungPercent.
   */
  counts: Type.Record(Type.String(), Type.Integer()),
});

const ClusterDecision = Type.Object({
  act: Type.Enum([...clusterActs]),
  /** A code of quarantineReasons, dismissReasons or releaseReasons; null for a signature. */
  reason: Nullable(Type.String()),
  /** Ballots that the act was about. */
  ballots: Type.Integer(),
  /** The operator's name; null where the rule decided by itself. */
  by: Nullable(Type.String()),
  decidedAt: Moment,
  /** The line of the public log; null where the log said so already, and for a signature. */
  leaf: Nullable(Sha256),
});

/** Ballots that one signal found together. Never who, never how a design fares. */
export const Cluster = Type.Object({
  id: Id,
  signal: Type.Enum([...clusterSignals]),
  state: Type.Enum([...clusterStates]),
  /** The design that a sole-favourite cluster is about; null for the other signals. */
  design: Nullable(DesignCard),
  ballots: Type.Integer(),
  /** What found it, first, then what supports it. */
  signals: Type.Array(Signal),
  /** Whether the finalists would be others without these ballots; null once the final is cut: that is never redone. */
  changesFinalists: Nullable(Type.Boolean()),
  foundAt: Moment,
  decisions: Type.Array(ClusterDecision),
  /** What the operator who asks can do now. */
  can: Type.Array(Type.Enum([...clusterActs])),
  /** Whether a second operator must sign it before the close. Always `not_needed` before the count. */
  signature: Type.Enum(['not_needed', 'missing', 'given']),
});
export type Cluster = Type.Static<typeof Cluster>;

const params = Type.Object({ round: RoundSlug });
const clusterParams = Type.Object({ round: RoundSlug, cluster: Id });

export const listClusters = contract({
  name: 'listClusters',
  method: 'GET',
  path: '/api/rounds/:round/clusters',
  audience: 'operator',
  summary: 'Suspicious ballots in clusters, in no order that tells anything: signals, decisions, what can be done',
  params,
  query: Type.Object({ ...Page, state: Type.Optional(Type.Enum([...clusterStates])) }),
  status: 200,
  response: listOf(Cluster),
});

export const quarantineCluster = contract({
  name: 'quarantineCluster',
  method: 'POST',
  path: '/api/rounds/:round/clusters/:cluster/quarantine',
  audience: 'operator',
  summary: 'Set the ballots of a cluster aside: they stay in the log and do not count; their voters are told',
  params: clusterParams,
  body: Type.Object({ reason: Type.Enum([...quarantineReasons]) }),
  status: 200,
  response: Cluster,
  problems: ['cannot_decide'],
});

export const dismissCluster = contract({
  name: 'dismissCluster',
  method: 'POST',
  path: '/api/rounds/:round/clusters/:cluster/dismissal',
  audience: 'operator',
  summary: 'Leave the ballots of a cluster in the count',
  params: clusterParams,
  body: Type.Object({ reason: Type.Enum([...dismissReasons]) }),
  status: 200,
  response: Cluster,
  problems: ['cannot_decide'],
});

export const releaseCluster = contract({
  name: 'releaseCluster',
  method: 'POST',
  path: '/api/rounds/:round/clusters/:cluster/release',
  audience: 'operator',
  summary: 'Let the ballots of a cluster count again; once counted, by the second operator only, and counted anew',
  params: clusterParams,
  body: Type.Object({ reason: Type.Enum([...operatorReleaseReasons]) }),
  status: 200,
  response: Cluster,
  problems: ['cannot_decide'],
});

export const signCluster = contract({
  name: 'signCluster',
  method: 'POST',
  path: '/api/rounds/:round/clusters/:cluster/signature',
  audience: 'operator',
  summary: 'Sign, as a second operator, a quarantine in a round whose winner the quarantines change',
  params: clusterParams,
  status: 200,
  response: Cluster,
  problems: ['cannot_decide'],
});

/** An appeal as an operator sees it: without who it is. */
export const Appeal = Type.Object({
  id: Id,
  ...OwnAppeal.properties,
  decidedBy: Nullable(Type.String()),
  /** Clusters of this round that the ballot is or was in. */
  clusters: Type.Array(
    Type.Object({ id: Id, signal: Type.Enum([...clusterSignals]), reason: Nullable(Type.String()) }),
  ),
  /** Ratings of the ballot that do not count now. */
  ratings: Type.Integer(),
});
export type Appeal = Type.Static<typeof Appeal>;

export const listAppeals = contract({
  name: 'listAppeals',
  method: 'GET',
  path: '/api/rounds/:round/appeals',
  audience: 'operator',
  summary: 'Appeals against quarantines; without who wrote them',
  params,
  query: Type.Object({ ...Page, state: Type.Optional(Type.Enum([...appealStates])) }),
  status: 200,
  response: listOf(Appeal),
});

export const decideAppeal = contract({
  name: 'decideAppeal',
  method: 'POST',
  path: '/api/rounds/:round/appeals/:appeal/decision',
  audience: 'operator',
  summary: 'Answer an appeal; one that is upheld lets the ballot count again, and a counted round is counted anew',
  params: Type.Object({ round: RoundSlug, appeal: Id }),
  body: Type.Object({ outcome: Type.Enum(['upheld', 'rejected']), answer: text(1000, 1) }),
  status: 200,
  response: Appeal,
  problems: ['appeal_decided', 'cannot_decide'],
});
