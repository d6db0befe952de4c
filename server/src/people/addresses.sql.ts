import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { Selectable } from 'kysely';
import type { Database, Trx } from '../platform/db/database.ts';
import type { DeliveryAddresses } from '../platform/db/schema.ts';

export type AddressRow = Selectable<DeliveryAddresses>;

export function findAddress(db: Database | Trx, memberId: string): Promise<AddressRow | undefined> {
  return db.selectFrom('delivery_addresses').selectAll().where('member_id', '=', memberId).executeTakeFirst();
}

export function putAddress(db: Database | Trx, memberId: string, address: Address): Promise<AddressRow> {
  const row = {
    name: address.name.trim(),
    line1: address.line1.trim(),
    line2: address.line2?.trim() ?? '',
    postal_code: address.postalCode.trim(),
    city: address.city.trim(),
    country: address.country,
    updated_at: new Date(),
  };
  return db
    .insertInto('delivery_addresses')
    .values({ member_id: memberId, ...row })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow();
}
