import type { ShopSettings } from '@fraisier/shared/contracts/settings.ts';

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
export function imprintGaps(
  email: string,
  imprint: Readonly<Record<(typeof asked)[number], string>>,
): (keyof ShopSettings)[] {
  const missing = asked.filter((key) => imprint[key] === '');
  return email === '' ? ['email', ...missing] : missing;
}
