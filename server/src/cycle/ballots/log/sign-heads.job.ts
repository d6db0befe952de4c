import type { Deps } from '../../../deps.ts';
import { findRoundById } from '../../rounds/find-round.ts';
import { listRoundsDueForHead } from './heads.sql.ts';
import { type HeadOccasion, mailHead } from './mail-head.ts';
import { LogForkedError, signHead } from './sign-head.ts';

/** With the tick of ten minutes, no line waits longer than an hour for its head. */
const MINUTES = 50;

/**
 * The job: signs a head of one round now, or of every round whose last one is old and whose log has grown. Lines get
 * their place in the very transaction of the head, so that inside a head their order tells nothing of when they came.
 */
export async function signHeads(
  deps: Deps,
  { roundId, occasion }: { roundId?: string | undefined; occasion?: HeadOccasion | undefined },
): Promise<void> {
  const rounds = roundId ? [await findRoundById(deps.db, roundId)] : await listRoundsDueForHead(deps.db, MINUTES);
  const errors: unknown[] = [];
  for (const round of rounds) {
    // What is wrong with one log does not hold up the others.
    await signAndMail(deps, round, occasion).catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw errors[0];
}

async function signAndMail(
  deps: Deps,
  round: { readonly id: string; readonly slug: string },
  occasion: HeadOccasion | undefined,
): Promise<void> {
  try {
    await deps.db.transaction().execute(async (trx) => {
      const head = await signHead(deps, trx, round);
      if (head && occasion) await mailHead(deps, trx, { roundId: round.id, head, occasion });
    });
  } catch (error) {
    if (error instanceof LogForkedError) deps.log.fatal({ round: round.slug, err: error }, error.message);
    throw error;
  }
}
