import { audit } from '../platform/audit/audit.sql.ts';
import type { Trx } from '../platform/db/database.ts';

/**
 * What was done to an account at its owner's word, in the act's transaction. Without a name: the log keeps what it says
 * for ever, and a member may want to be forgotten.
 */
export async function noteAccountAct(
  trx: Trx,
  act: 'ask-email-change' | 'change-email' | 'cancel-email-change' | 'copy-data',
  memberId: string,
  details: Record<string, string>,
): Promise<void> {
  await audit(trx, { actor: null, act, subjectType: 'member', subjectId: memberId, details });
}
