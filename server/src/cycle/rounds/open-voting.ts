import { handCap } from '@fraisier/shared/cycle/voting-rules.ts';
import { startDealing } from '../ballots/start-dealing.ts';
import { moveUnadmitted } from '../submissions/move-unadmitted.ts';
import { listAdmitted } from '../submissions/submissions.sql.ts';
import type { Step } from './advance-round.ts';
import { enterPhase, findNextTaking } from './rounds.sql.ts';

/** The round is voted on. What is not admitted by now goes to the next round, or waits where it is while there is none. */
export const openVoting: Step = async (trx, round) => {
  const next = await findNextTaking(trx, round.slug);
  if (next) await moveUnadmitted(trx, round, next);
  const designs = await listAdmitted(trx, round.id);
  const opened = await enterPhase(trx, round.id, 'voting', { hand_cap: round.hand_cap ?? handCap(designs.length) });
  await startDealing(
    trx,
    opened,
    'voting',
    designs.map((design) => design.id),
  );
  return opened;
};
