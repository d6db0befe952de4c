import type { secretFields } from '@fraisier/shared/contracts/bounties-secrets.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import type { Database } from '../../../platform/db/database.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { lockBounty } from '../bounties.sql.ts';
import { listReadings, noteReading } from './secrets.sql.ts';

const PAGE = 50;

type Field = (typeof secretFields)[number];

/** Opens a secret for someone who says what for. That it was opened is kept before it is handed out. */
export async function readSecret(
  deps: Deps,
  { bountyId, field, purpose, actor }: { bountyId: string; field: Field; purpose: string; actor: Member },
): Promise<{ value: string }> {
  const sealed = await deps.db.transaction().execute(async (trx) => {
    const bounty = await lockBounty(trx, bountyId);
    const found = field === 'iban' ? bounty?.iban_sealed : bounty?.social_security_sealed;
    if (!bounty || !found) throw new Problem('not_found');
    await noteReading(trx, {
      read_by: actor.id,
      subject_type: 'bounty',
      subject_id: bounty.id,
      field,
      purpose: purpose.trim(),
    });
    await audit(trx, {
      actor,
      act: 'read-secret',
      subjectType: 'bounty',
      subjectId: bounty.id,
      details: { field, purpose: purpose.trim() },
    });
    return found;
  });
  return {
    value: deps.keys.open(sealed, `bounty:${bountyId.toLowerCase()}:${field === 'iban' ? 'iban' : 'social-security'}`),
  };
}

export async function readReadings(db: Database, cursor: string | undefined) {
  return pageOf(await listReadings(db, { cursor, limit: PAGE }), PAGE, (row) => ({
    id: row.id,
    readAt: row.read_at.toISOString(),
    readBy: row.read_by,
    field: row.field,
    purpose: row.purpose,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    name: row.name,
  }));
}
