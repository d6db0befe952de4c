import { type DesignState, reasonsNotToRefuse } from '@fraisier/shared/cycle/submission-rules.ts';
import { Problem, type ProblemCode } from '@fraisier/shared/http/problems.ts';
import type { Config } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { RoundRow } from '../rounds/find-round.ts';
import type { Operator } from './admit-design.ts';
import { insertDecision } from './artworks.sql.ts';
import { assertSeen, type Seen } from './assert-seen.ts';
import { writeRefusalMail } from './decision.mail.ts';
import { lockDesignInRound } from './lock-design.ts';
import { type DesignRow, markRefused } from './submissions.sql.ts';

export interface Refusal {
  /** Words of the pure rule, which the designer reads in their language, or sentences of the operator's own. */
  readonly reasons: readonly string[];
  /** To the designer, as written. */
  readonly message?: string | undefined;
}

/** An operator refuses a design, with reasons; its designer may correct it while the round collects. */
export async function refuseDesign(
  deps: Deps,
  designId: string,
  refusal: Refusal,
  actor: Operator,
  seen?: Seen,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const { design, round } = await lockDesignInRound(trx, designId, 'share');
    await assertSeen(trx, { design, round }, seen);
    const reasons = reasonsNotToRefuse({
      phase: round.phase,
      state: design.state as DesignState,
      refusal: refusal.reasons,
    });
    const [first] = reasons;
    if (first) {
      throw new Problem(first.code === 'reason_missing' ? 'bad_input' : (first.code as ProblemCode), { reasons });
    }
    await writeRefusal(trx, deps.config, { design, round, refusal, actorId: actor.id });
    await audit(trx, {
      actor,
      act: 'refuse-design',
      subjectType: 'design',
      subjectId: designId,
      details: { round: round.slug, artwork: design.artwork_id, reasons: refusal.reasons },
    });
  });
}

/** The decision, the state and the mail. Without an actor it was the check that decided. The caller holds the design. */
export async function writeRefusal(
  trx: Trx,
  config: Config,
  { design, round, refusal, actorId }: { design: DesignRow; round: RoundRow; refusal: Refusal; actorId: string | null },
): Promise<void> {
  if (!design.artwork_id) throw new Problem('artwork_not_checked');
  const reasons = [...new Set(refusal.reasons.map((reason) => reason.trim()).filter(Boolean))];
  const message = refusal.message?.trim() ?? '';
  const decisionId = await insertDecision(trx, {
    design_id: design.id,
    artwork_id: design.artwork_id,
    kind: 'refusal',
    reasons,
    message,
    decided_by: actorId,
  });
  await markRefused(trx, design.id);
  await writeRefusalMail(trx, config, { decisionId, design, round, reasons, message });
}
