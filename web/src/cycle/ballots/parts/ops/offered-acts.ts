import type { Cluster } from '@fraisier/shared/contracts/ballots-desk.ts';
import { dismissReasons, quarantineReasons } from '@fraisier/shared/cycle/ballot-log.ts';
import {
  type ClusterAct,
  type DeskReasonCode,
  operatorReleaseReasons,
  reasonsNotToDecide,
} from '@fraisier/shared/cycle/desk-rules.ts';
import type { Reason } from '@fraisier/shared/cycle/reasons.ts';
import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';

export interface OfferedAct {
  readonly act: ClusterAct;
  /** Null when it can be done. */
  readonly whyNot: Reason<DeskReasonCode> | null;
}

/** What is said of each act by whoever does it. A signature gives no reason: it repeats the first one's. */
export const reasonsOf = {
  quarantine: quarantineReasons,
  dismissal: dismissReasons,
  release: operatorReleaseReasons,
  signature: [],
} as const satisfies Record<ClusterAct, readonly string[]>;

/**
 * The acts that make sense for a cluster now, with the shop's own reason against those that are refused. Who set it
 * aside the page knows by name only: when nothing else speaks against an act, that is what does.
 */
export function offeredActs(cluster: Cluster, phase: RoundPhase): OfferedAct[] {
  const isAfterCount = phase === 'counted' || phase === 'decided' || phase === 'cancelled';
  const signs: readonly ClusterAct[] = isAfterCount && cluster.signature !== 'given' ? ['signature'] : [];
  const acts: Record<Cluster['state'], readonly ClusterAct[]> = {
    open: ['quarantine', 'dismissal'],
    quarantined: [...signs, 'release'],
    dismissed: [],
    released: [],
  };
  const facts = {
    phase,
    state: cluster.state,
    quarantinedBy: [],
    actor: '',
    changesWinner: cluster.signature !== 'not_needed',
    signed: cluster.signature === 'given',
  };
  return acts[cluster.state].map((act) => {
    if (cluster.can.includes(act)) return { act, whyNot: null };
    return { act, whyNot: reasonsNotToDecide(act, facts)[0] ?? { code: 'second_operator_needed' } };
  });
}
