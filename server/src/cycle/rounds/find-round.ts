import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { findRoundRow, lockRoundRow, type RoundRow } from './rounds.sql.ts';

export type { RoundRow } from './rounds.sql.ts';

/** The round of that name; throws not_found. */
export async function findRound(db: Database | Trx, slug: string): Promise<RoundRow> {
  return existing(await findRoundRow(db, { slug }));
}

/** The round of that id; throws not_found. */
export async function findRoundById(db: Database | Trx, id: string): Promise<RoundRow> {
  return existing(await findRoundRow(db, { id }));
}

/**
 * The round, held until the transaction ends: `share` by who needs it to stay in its phase (votes, uploads), `update`
 * by who moves it. So a move waits for the votes in flight and lets none in after it. Take it before any other row.
 */
export async function lockRound(trx: Trx, slug: string, strength: 'share' | 'update'): Promise<RoundRow> {
  return existing(await lockRoundRow(trx, slug, strength));
}

function existing(row: RoundRow | undefined): RoundRow {
  if (!row) throw new Problem('not_found', { detail: 'There is no round of that name.' });
  return row;
}
