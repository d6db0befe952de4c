import type { RoundPhase } from '@fraisier/shared/cycle/round-phase.ts';
import type { Database } from '../../../platform/db/database.ts';

/** Where ballots are looked at: while they come in, and until people have decided about the last of them. */
const searched: readonly RoundPhase[] = ['voting', 'final', 'frozen'];

export function isSearched(phase: RoundPhase): boolean {
  return searched.includes(phase);
}

/** In the order of the months. */
export async function listSearchedRounds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('rounds').select('id').where('phase', 'in', searched).orderBy('slug').execute();
  return rows.map((row) => row.id);
}
