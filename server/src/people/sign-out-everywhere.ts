import type { Trx } from '../platform/db/database.ts';
import { endSessions } from './sessions.sql.ts';

/** Ends every session of a member, in the act that found out that someone else may be signed in as them. */
export function signOutEverywhere(trx: Trx, memberId: string): Promise<void> {
  return endSessions(trx, memberId);
}
