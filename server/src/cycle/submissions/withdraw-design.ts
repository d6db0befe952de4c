import { type DesignState, reasonsNotToWithdraw } from '@fraisier/shared/cycle/submission-rules.ts';
import type { Deps } from '../../deps.ts';
import { assertNone } from './assert-none.ts';
import { lockDesignInRound } from './lock-design.ts';
import { markWithdrawn } from './submissions.sql.ts';

/** Its designer takes a design back while the round collects. Again is no error: it is gone. */
export async function withdrawDesign(deps: Deps, designId: string, member: { readonly id: string }): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const { design, round, late } = await lockDesignInRound(trx, designId, 'share');
    const isOwner = design.designer_id === member.id;
    if (isOwner && design.state === 'withdrawn') return;
    assertNone(reasonsNotToWithdraw({ phase: round.phase, late, state: design.state as DesignState, isOwner }));
    await markWithdrawn(trx, designId);
  });
}
