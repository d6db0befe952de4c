import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import type { FileAnswer } from '../../../platform/http/route.ts';
import { readSettings } from '../../../platform/settings/settings.sql.ts';
import { findBounty } from '../bounties.sql.ts';
import { contractPdf } from './contract-pdf.ts';

/** The contract as a PDF, for its author and the workshop. */
export async function getContractFile(deps: Deps, member: Member, bountyId: string): Promise<FileAnswer> {
  const bounty = await findBounty(deps.db, bountyId);
  if (!bounty || (member.role === 'member' && bounty.designer_id !== member.id)) throw new Problem('not_found');
  if (bounty.contract_text === null || !bounty.contract_sha256) throw new Problem('payee_missing');
  const settings = await readSettings(deps.db);
  const body = await contractPdf({
    text: bounty.contract_text,
    sha256: bounty.contract_sha256.toString('hex'),
    acceptedAt: bounty.contract_accepted_at,
    writtenAt: bounty.payee_at ?? bounty.owed_at,
    author: bounty.legal_name ?? '',
    shopName: settings.shop_name,
    timeZone: settings.time_zone,
  });
  return { body, bytes: body.length, fileName: `contrat-${bounty.round_slug}.pdf` };
}
