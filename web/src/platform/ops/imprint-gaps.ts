import type { getShop, ShopSettings } from '@fraisier/shared/contracts/shop.ts';
import type { ResponseOf } from '@fraisier/shared/http/contract.ts';

const asked = [
  'legalName',
  'legalForm',
  'registration',
  'publisher',
  'street',
  'postalCode',
  'city',
  'host',
  'mediator',
] as const;

/** What the law asks a shop to say of itself and this one does not say yet. */
export function imprintGaps({ email, imprint }: ResponseOf<typeof getShop>): (keyof ShopSettings)[] {
  const missing = asked.filter((key) => imprint[key] === '');
  return email === '' ? ['email', ...missing] : missing;
}
