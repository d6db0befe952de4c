import type { Address as AddressBody } from '@fraisier/shared/contracts/common.ts';
import type { Me } from '@fraisier/shared/contracts/people.ts';
import type { Member } from './accounts.ts';
import type { AddressRow } from './addresses.sql.ts';

export function meView(member: Member): Me {
  return {
    id: member.id,
    email: member.email,
    name: member.name,
    role: member.role,
    locale: member.locale,
    joinedAt: member.joinedAt.toISOString(),
  };
}

export function addressView(row: AddressRow): AddressBody {
  return {
    name: row.name,
    line1: row.line1,
    line2: row.line2,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
  };
}
