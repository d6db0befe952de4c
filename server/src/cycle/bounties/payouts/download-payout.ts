import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import { findPayoutAct } from './payout-acts.sql.ts';
import { insertSecretReading, listPaymentsOfPayouts, readSealedFile } from './payouts.sql.ts';

/**
 * Opens a bank file as it was made. It holds IBANs: who read it, and when, is noted before it is handed out. One that
 * must not reach the bank is handed out only to who says that they know, and its name says so too.
 */
export function downloadPayout(
  deps: Deps,
  { payoutId, actor, evenIfVoid }: { payoutId: string; actor: Member; evenIfVoid: boolean },
): Promise<{ xml: Buffer; fileName: string }> {
  return deps.db.transaction().execute(async (trx) => {
    const row = await readSealedFile(trx, payoutId);
    if (!row) throw new Problem('not_found');
    const isVoid = (await findPayoutAct(trx, payoutId))?.act === 'void';
    const payments = await listPaymentsOfPayouts(trx, [payoutId]);
    const isStopped = payments.some((payment) => payment.state === 'stopped');
    if (isVoid && !evenIfVoid) throw new Problem('payout_void');
    if (isStopped && !evenIfVoid) throw new Problem('payout_stopped');
    await insertSecretReading(trx, {
      read_by: actor.id,
      subject_type: 'payout',
      subject_id: row.id,
      field: 'file',
      purpose: isVoid || isStopped ? 'look into a void file' : 'download',
    });
    await audit(trx, {
      actor,
      act: 'download-payout',
      subjectType: 'payout',
      subjectId: row.id,
      ...(isVoid || isStopped ? { details: { evenIfVoid } } : {}),
    });
    return {
      xml: Buffer.from(deps.keys.open(row.file_sealed, `payout:${row.id}:file`)),
      fileName: `${isVoid || isStopped ? 'VOID-' : ''}${row.message_id}.xml`,
    };
  });
}
