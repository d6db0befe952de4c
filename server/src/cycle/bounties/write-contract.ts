import type { ContractFields } from '@fraisier/shared/cycle/contract-fields.ts';
import { sha256 } from '../../platform/crypto/hash.ts';
import type { Trx } from '../../platform/db/database.ts';
import { readSettings, type Settings } from '../../platform/settings/settings.sql.ts';
import { type BountyRow, type ContractColumns, readWork } from './bounties.sql.ts';
import { contractText } from './contract-text.ts';

/** The contract of a bounty for this author, as the facts stand now. */
export async function writeContract(trx: Trx, bounty: BountyRow, legalName: string): Promise<ContractColumns> {
  const settings = await readSettings(trx);
  const work = await readWork(trx, bounty.id);
  const to = new Date(bounty.owed_at);
  to.setUTCFullYear(to.getUTCFullYear() + settings.contract_years);
  const fields: ContractFields = {
    rights: ['print', 'copy', 'show'],
    supports: ['t_shirt', 'shop_pages', 'mails', 'announcements'],
    pieces: work.run_size,
    territory: 'world',
    from: bounty.owed_at.toISOString(),
    to: to.toISOString(),
    lumpSumCents: bounty.promised_cents,
    isNet: bounty.promised_is_net,
    shareBp: 0,
  };
  const text = contractText({
    shop: {
      name: settings.shop_name,
      legalName: settings.legal_name,
      legalForm: settings.legal_form,
      registration: settings.registration,
      address: addressLine(settings),
    },
    author: legalName,
    title: work.title,
    artworkSha256: work.sha256.toString('hex'),
    round: { number: work.number, slug: work.slug },
    bounty: bounty.id,
    fields,
    dueAt: bounty.due_at,
    timeZone: settings.time_zone,
    exempt: bounty.exempt,
  });
  return {
    contract_text: text,
    contract_sha256: sha256(text),
    contract_terms: JSON.stringify(fields),
    contract_until: to,
  };
}

function addressLine({ street, postal_code, city }: Settings): string {
  const town = `${postal_code} ${city}`.trim();
  return [street, town].filter((part) => part !== '').join(', ');
}
