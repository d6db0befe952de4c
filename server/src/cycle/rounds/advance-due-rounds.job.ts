import { phaseDue, type RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import { type AdvanceTo, advanceRound } from './advance-round.ts';
import { findRound } from './find-round.ts';
import { dueOf } from './round-facts.ts';
import { listMovableRounds } from './rounds.sql.ts';

/**
 * The job: moves every round whose planned moments have passed, one step after the other, also after a night of
 * downtime. Older months first, so that an extension is decided before the next month would open. It never counts and
 * never closes: people do that.
 */
export async function advanceDueRounds(deps: Deps): Promise<void> {
  const errors: unknown[] = [];
  for (const slug of await listMovableRounds(deps.db)) {
    // What is wrong with one month does not hold up the others; the queue tries again.
    await catchUp(deps, slug).catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw errors[0];
}

async function catchUp(deps: Deps, slug: string): Promise<void> {
  for (;;) {
    const round = await findRound(deps.db, slug);
    const now = await shopNow(deps.db);
    const to = phaseDue({ phase: round.phase, now: now.getTime(), due: dueOf(round) });
    if (to === null) return;
    try {
      await advanceRound(deps, { slug, to: to as Timed, actor: null });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'cannot_advance') throw error;
      deps.log.info({ round: slug, to, reasons: error.reasons }, 'a round cannot move on although it is due');
      return;
    }
  }
}

type Timed = Extract<RoundPhase, AdvanceTo>;
