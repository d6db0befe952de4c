import { type RoundPhase, reasonsNotToAdvance } from '@fraisier/shared/cycle/round-phase.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import type { Trx } from '../../platform/db/database.ts';
import { searchBallots } from '../ballots/desk/find-clusters.ts';
import { countRound } from './count-round.ts';
import { cutFinal } from './cut-final.ts';
import { findRound, lockRound } from './find-round.ts';
import { freezeRound } from './freeze-round.ts';
import { openVoting } from './open-voting.ts';
import { factsOf } from './round-facts.ts';
import type { RoundRow } from './rounds.sql.ts';
import { startCollecting } from './start-collecting.ts';

/** An operator; null when the job moves the round at its planned moment. */
export type Actor = Pick<Member, 'id' | 'name'> | null;

/** What moving into a phase does. It is given the round locked, and gives it as it is then. */
export type Step = (trx: Trx, round: RoundRow, actor: Actor, deps: Deps) => Promise<RoundRow>;

export type AdvanceTo = 'collecting' | 'voting' | 'final' | 'frozen' | 'counted';

const steps: Readonly<Record<AdvanceTo, Step>> = {
  collecting: startCollecting,
  voting: openVoting,
  final: cutFinal,
  frozen: freezeRound,
  counted: countRound,
};

export interface Advanced {
  readonly phase: RoundPhase;
  readonly extendedUntil: Date | null;
}

/**
 * Moves a round to its next phase, or says every reason why not. Whoever asks for the phase that the round is in gets
 * that phase as the answer; asking for the count again counts again where the log has grown since. Freezing a final
 * that is short of quorum extends it: the answer is then the final, with its new end.
 */
export async function advanceRound(
  deps: Deps,
  { slug, to, actor }: { slug: string; to: AdvanceTo; actor: Actor },
): Promise<Advanced> {
  // No count before the last ballots were looked at, be the job that does so late or not.
  if (to === 'counted') {
    const { id, phase } = await findRound(deps.db, slug);
    if (phase === 'frozen') await searchBallots(deps, id);
  }
  return deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, slug, 'update');
    if (round.phase === to && to !== 'counted') return advancedView(round);
    const reasons = round.phase === to ? [] : reasonsNotToAdvance(await factsOf(trx, round), to);
    if (reasons.length > 0) throw new Problem('cannot_advance', { reasons });
    const moved = await steps[to](trx, round, actor, deps);
    if (moved !== round) {
      await audit(trx, {
        actor,
        act: actOf(round.phase, moved.phase, to),
        subjectType: 'round',
        subjectId: slug,
        details: { from: round.phase, to: moved.phase, freezeDueAt: moved.freeze_due_at.toISOString() },
      });
    }
    return advancedView(moved);
  });
}

function actOf(from: RoundPhase, reached: RoundPhase, to: RoundPhase): string {
  if (reached !== to) return 'extend-round';
  return from === to ? 'recount-round' : 'advance-round';
}

function advancedView(round: RoundRow): Advanced {
  return { phase: round.phase, extendedUntil: round.extended_at ? round.freeze_due_at : null };
}
