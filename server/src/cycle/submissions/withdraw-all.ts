import { type DesignState, reasonsNotToWithdraw } from '@fraisier/shared/cycle/submission-rules.ts';
import type { Trx } from '../../platform/db/database.ts';
import { lockDesignInRound } from './lock-design.ts';
import { listStandingIds, markWithdrawn } from './submissions.sql.ts';

/** Takes back every design of a member that may still be taken back. */
export async function withdrawAll(trx: Trx, memberId: string): Promise<void> {
  for (const id of await listStandingIds(trx, memberId)) {
    const { design, round, late } = await lockDesignInRound(trx, id, 'share');
    const facts = { phase: round.phase, late, state: design.state as DesignState, isOwner: true };
    if (reasonsNotToWithdraw(facts).length === 0) await markWithdrawn(trx, id);
  }
}
