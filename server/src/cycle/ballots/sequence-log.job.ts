import type { Deps } from '../../deps.ts';
import { sequenceLog } from './append-log-line.ts';
import { listUnsequencedRounds } from './log.sql.ts';

/** Gives committed lines their place in the tree: of one round, or of every round that has lines without one. */
export async function sequenceLogs(deps: Deps, { roundId }: { roundId?: string | undefined }): Promise<void> {
  for (const id of roundId ? [roundId] : await listUnsequencedRounds(deps.db)) {
    await deps.db.transaction().execute((trx) => sequenceLog(trx, { id }));
  }
}
