import { type DesignState, reasonsNotToAdmit } from '@fraisier/shared/cycle/submission-rules.ts';
import { roundCapacity } from '@fraisier/shared/cycle/voting-rules.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { insertDecision } from './artworks.sql.ts';
import { assertNone } from './assert-none.ts';
import { assertSeen, type Seen } from './assert-seen.ts';
import { writeAdmissionMail } from './decision.mail.ts';
import { lockDesignInRound } from './lock-design.ts';
import { countAdmitted, markAdmitted } from './submissions.sql.ts';

export interface Operator {
  readonly id: string;
  readonly name: string;
}

/** An operator lets a checked design into its round: it may then be seen and, when voting opens, voted on.
 * `seen`: the version of the artwork that was looked at, and where it stood. */
export async function admitDesign(deps: Deps, designId: string, actor: Operator, seen?: Seen): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    // Alone on the round: two admissions at once could both take its last place.
    const { design, round } = await lockDesignInRound(trx, designId, 'update');
    await assertSeen(trx, { design, round }, seen);
    assertNone(
      reasonsNotToAdmit({
        phase: round.phase,
        state: design.state as DesignState,
        admitted: await countAdmitted(trx, round.id),
        capacity: roundCapacity(round.expected_ratings),
      }) as AdmissionReason[],
    );
    if (!design.artwork_id) throw new Problem('artwork_not_checked');
    const decisionId = await insertDecision(trx, {
      design_id: designId,
      artwork_id: design.artwork_id,
      kind: 'admission',
      decided_by: actor.id,
    });
    await markAdmitted(trx, designId);
    await audit(trx, {
      actor,
      act: 'admit-design',
      subjectType: 'design',
      subjectId: designId,
      details: { round: round.slug, artwork: design.artwork_id },
    });
    await writeAdmissionMail(trx, deps.config, { decisionId, design, round });
  });
}

/** Admitting gives no reasons of its own, so none of its codes is of the form. */
type AdmissionReason = ProblemReason & {
  readonly code: 'submissions_closed' | 'artwork_not_checked' | 'design_not_reviewable' | 'round_full';
};
