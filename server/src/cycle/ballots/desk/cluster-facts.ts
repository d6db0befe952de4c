import { type ClusterAct, clusterActs, type DeskFacts, reasonsNotToDecide } from '@fraisier/shared/cycle/desk-rules.ts';
import type { Database, Trx } from '../../../platform/db/database.ts';
import { changesWinner, readCountResult } from '../../rounds/count-result.ts';
import { findCount, listPassedOver } from '../../rounds/counts.sql.ts';
import type { RoundRow } from '../../rounds/find-round.ts';
import type { ClusterRow, DecisionRow } from './clusters.sql.ts';

/** Whether what is set aside decides who wins, by the count that stands. Nobody knows before it. */
export async function isWinnerChanged(db: Database | Trx, round: RoundRow): Promise<boolean> {
  if (round.phase !== 'counted') return false;
  const count = await findCount(db, round.id);
  if (!count) return false;
  const passedOver = await listPassedOver(db, round.id);
  return changesWinner(
    readCountResult(count.result),
    passedOver.map((row) => row.design),
  );
}

export function factsOf(
  cluster: Pick<ClusterRow, 'state'>,
  given: {
    round: RoundRow;
    decisions: readonly DecisionRow[];
    actorId: string;
    winnerChanged: boolean;
  },
): DeskFacts {
  return {
    phase: given.round.phase,
    state: cluster.state,
    quarantinedBy: given.decisions.flatMap(({ act, byId }) => (act === 'quarantine' && byId ? [byId] : [])),
    actor: given.actorId,
    changesWinner: given.winnerChanged,
    signed: isSigned(given.decisions),
  };
}

export function isSigned(decisions: readonly DecisionRow[]): boolean {
  return decisions.some((decision) => decision.act === 'signature');
}

/** What an operator can do with a cluster now; what is done already is not offered again. */
export function actsOpen(facts: DeskFacts): ClusterAct[] {
  return clusterActs.filter(
    (act) => reasonsNotToDecide(act, facts).length === 0 && !(act === 'signature' && facts.signed),
  );
}
