import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { insertSecretReading, readSealedFile } from './payouts.sql.ts';

/** Opens a bank file as it was made. It holds IBANs: who read it, and when, is noted before it is handed out. */
export function downloadPayout(
  deps: Deps,
  { payoutId, actor }: { payoutId: string; actor: Member },
): Promise<{ xml: Buffer; fileName: string }> {
  return deps.db.transaction().execute(async (trx) => {
    const row = await readSealedFile(trx, payoutId);
    if (!row) throw new Problem('not_found');
    await insertSecretReading(trx, {
      read_by: actor.id,
      subject_type: 'payout',
      subject_id: row.id,
      field: 'file',
      purpose: 'download',
    });
    await audit(trx, { actor, act: 'download-payout', subjectType: 'payout', subjectId: row.id });
    return {
      xml: Buffer.from(deps.keys.open(row.file_sealed, `payout:${row.id}:file`)),
      fileName: `${row.message_id}.xml`,
    };
  });
}
