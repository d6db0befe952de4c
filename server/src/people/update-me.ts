import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { Deps } from '../deps.ts';
import type { Member } from './accounts.ts';
import { type AddressRow, putAddress as writeAddress } from './addresses.sql.ts';
import { updateMember } from './members.sql.ts';

/** Changes what a member says of themselves; what is left out stays. */
export function updateMe(
  deps: Deps,
  member: Member,
  change: { name?: string | undefined; locale?: 'fr' | 'en' | undefined },
): Promise<Member> {
  return updateMember(deps.db, member.id, {
    ...(change.name === undefined ? {} : { name: change.name.trim() }),
    ...(change.locale === undefined ? {} : { locale: change.locale }),
  });
}

export function putAddress(deps: Deps, member: Member, address: Address): Promise<AddressRow> {
  return writeAddress(deps.db, member.id, address);
}
