import type { Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import { dismissLine, leafPreimage } from '@fraisier/shared/cycle/ballot-log.ts';
import {
  type ClusterAct,
  type ClusterState,
  type DismissReason,
  type QuarantineReason,
  type ReleaseReason,
  reasonsNotToDecide,
} from '@fraisier/shared/cycle/desk-rules.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { sha256 } from '../../../platform/crypto/hash.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { lockRound } from '../../rounds/find-round.ts';
import { appendLogLine } from '../append-log-line.ts';
import { listUpheld, upholdOpenAppeals } from './appeals.sql.ts';
import { factsOf, isWinnerChanged } from './cluster-facts.ts';
import {
  type ClusterRow,
  type DecisionRow,
  findClusterRow,
  insertDecision,
  listDecisions,
  listMembers,
  setClusterState,
} from './clusters.sql.ts';
import { showCluster } from './list-clusters.ts';
import { recount } from './recount.ts';
import { isInLog, listLeaves } from './set-aside.sql.ts';
import { letBallotsCount, setBallotsAside } from './set-ballots-aside.ts';
import type { Place } from './tell-voters.ts';

export type Actor = Pick<Member, 'id' | 'name'>;

export interface Asked {
  readonly slug: string;
  readonly cluster: string;
}

interface Scene extends Place {
  readonly cluster: ClusterRow;
  readonly voters: readonly string[];
  readonly decisions: readonly DecisionRow[];
  readonly actor: Actor;
}

/** Sets the ballots of an open cluster aside. Of two operators the second gets the first one's answer, or a refusal. */
export function quarantineCluster(deps: Deps, actor: Actor, asked: Asked, reason: QuarantineReason): Promise<Cluster> {
  return decide(deps, actor, asked, { act: 'quarantine', reason, done: 'quarantined' }, async (trx, scene) => {
    const upheld = await listUpheld(trx, scene.round.id);
    const voters = scene.voters.filter((voter) => !upheld.has(voter));
    await setClusterState(trx, scene.cluster.id, 'quarantined');
    await setBallotsAside(trx, scene, { clusterId: scene.cluster.id, voters, reason, by: actor.id });
  });
}

/** Leaves the ballots of an open cluster in the count, and lets the log say that somebody looked. */
export function dismissCluster(deps: Deps, actor: Actor, asked: Asked, reason: DismissReason): Promise<Cluster> {
  return decide(deps, actor, asked, { act: 'dismissal', reason, done: 'dismissed' }, async (trx, scene) => {
    const { round, cluster, voters } = scene;
    const leaves = (await listLeaves(trx, voters)).map((leaf) => leaf.toString('hex'));
    await setClusterState(trx, cluster.id, 'dismissed');
    const line = leaves.length > 0 ? dismissLine({ round: round.slug, leaves, reason }) : null;
    const leaf = line === null ? null : sha256(leafPreimage(line));
    // Two clusters of the same ballots, dismissed for the same reason, are one line.
    if (line !== null && leaf !== null && !(await isInLog(trx, round.id, leaf))) {
      await appendLogLine(trx, round, line, 'dismiss');
    }
    await insertDecision(trx, {
      clusterId: cluster.id,
      act: 'dismissal',
      reason,
      ballots: voters.length,
      leaf,
      by: actor.id,
    });
  });
}

/** Lets the ballots of a cluster count again; a counted round is counted anew in the same transaction. */
export function releaseCluster(deps: Deps, actor: Actor, asked: Asked, reason: ReleaseReason): Promise<Cluster> {
  return decide(deps, actor, asked, { act: 'release', reason, done: 'released' }, async (trx, scene) => {
    const { cluster, voters } = scene;
    await setClusterState(trx, cluster.id, 'released');
    const freed = await letBallotsCount(trx, scene, {
      clusterId: cluster.id,
      voters,
      reason,
      by: actor.id,
      leave: false,
      tell: true,
    });
    await upholdOpenAppeals(trx, freed, actor.id);
    await recount(trx, deps, scene.round, actor);
  });
}

/** A second operator stands for a quarantine that changes the winner. */
export function signCluster(deps: Deps, actor: Actor, asked: Asked): Promise<Cluster> {
  return decide(deps, actor, asked, { act: 'signature', reason: null, done: null }, async (trx, { cluster }) => {
    await insertDecision(trx, {
      clusterId: cluster.id,
      act: 'signature',
      reason: null,
      ballots: cluster.ballots,
      leaf: null,
      by: actor.id,
    });
  });
}

async function decide(
  deps: Deps,
  actor: Actor,
  asked: Asked,
  { act, reason, done }: { act: ClusterAct; reason: string | null; done: ClusterState | null },
  write: (trx: Trx, scene: Scene) => Promise<void>,
): Promise<Cluster> {
  await deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, asked.slug, 'update');
    const cluster = await findClusterRow(trx, round.id, asked.cluster);
    if (!cluster) throw new Problem('not_found', { detail: 'There is no such cluster in this round.' });
    const decisions = await listDecisions(trx, [cluster.id]);
    const winnerChanged = await isWinnerChanged(trx, round);
    const facts = factsOf(cluster, { round, decisions, actorId: actor.id, winnerChanged });
    const isDone = done === null ? facts.signed : cluster.state === done;
    if (isDone && decisions.some((decision) => decision.act === act && decision.reason === reason)) return;
    const reasons = reasonsNotToDecide(act, facts);
    if (reasons.length > 0) throw new Problem('cannot_decide', { reasons });
    const voters = (await listMembers(trx, round.id)).find(({ id }) => id === cluster.id)?.voters ?? [];
    await write(trx, { round, appUrl: deps.config.appUrl, cluster, voters, decisions, actor });
    await audit(trx, {
      actor,
      act: auditActs[act],
      subjectType: 'cluster',
      subjectId: cluster.id,
      details: { round: round.slug, signal: cluster.signal, design: cluster.design_id, ballots: voters.length, reason },
    });
  });
  return showCluster(deps.db, asked, actor);
}

const auditActs = {
  quarantine: 'quarantine-cluster',
  dismissal: 'dismiss-cluster',
  release: 'release-cluster',
  signature: 'sign-quarantine',
} as const satisfies Record<ClusterAct, string>;
