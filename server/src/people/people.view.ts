import type { Address as AddressBody } from '@fraisier/shared/contracts/common.ts';
import type { Me } from '@fraisier/shared/contracts/people.ts';
import type { Member } from './accounts.ts';
import type { AddressRow } from './addresses.sql.ts';
import type { ContactRow } from './contact.sql.ts';

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

export function contactView(row: ContactRow) {
  return {
    id: row.id,
    kind: row.kind as 'question' | 'notice',
    name: row.name,
    email: row.email,
    message: row.message,
    address: row.address,
    receivedAt: row.received_at.toISOString(),
    answer: row.answer,
    answeredAt: row.answered_at?.toISOString() ?? null,
  };
}
