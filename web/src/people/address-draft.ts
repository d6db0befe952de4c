import type { Address } from '@fraisier/shared/contracts/common.ts';
import type { Catalogue } from '../platform/i18n/catalogues.ts';

/** An address while it is being written: every line is there, maybe empty. */
export type AddressDraft = Record<keyof Address, string>;
export type AddressErrors = Partial<Record<keyof Address, string>>;

const lengths: Record<keyof Address, number> = {
  name: 80,
  line1: 120,
  line2: 120,
  postalCode: 16,
  city: 80,
  country: 2,
};

export const addressFields = Object.keys(lengths) as readonly (keyof Address)[];

export function maxLengthOf(field: keyof Address): number {
  return lengths[field];
}

export function draftOf(address: Address | null | undefined): AddressDraft {
  return { name: '', line1: '', line2: '', postalCode: '', city: '', country: 'FR', ...address };
}

/** As the server takes it: without white space at the ends, and without an empty second line. */
export function addressOf(draft: AddressDraft): Address {
  const { line2, ...lines } = draft;
  const tidy = Object.fromEntries(Object.entries(lines).map(([name, value]) => [name, value.trim()])) as Address;
  return line2.trim() === '' ? tidy : { ...tidy, line2: line2.trim() };
}

/** The lines that are missing or cannot be printed, by the limits of the contract. */
export function wrongLines(draft: AddressDraft): readonly (keyof Address)[] {
  return addressFields.filter((field) => {
    const value = draft[field].trim();
    if (/\p{Cc}/u.test(value) || value.length > lengths[field]) return true;
    return field === 'country' ? !/^[A-Z]{2}$/.test(value) : value === '' && field !== 'line2';
  });
}

/** The lines that the server named, from the fields of its reasons: `/address/city`, or `/city`. */
export function linesNamed(reasons: readonly { readonly field?: string | undefined }[]): readonly (keyof Address)[] {
  const named = reasons.map((reason) => reason.field?.split('/').at(-1));
  return addressFields.filter((field) => named.includes(field));
}

/** What is said of lines that are wrong. */
export function errorsOf(wrong: readonly (keyof Address)[], text: Catalogue['address']): AddressErrors {
  return Object.fromEntries(wrong.map((field) => [field, text.missing[field]]));
}

export function addressErrors(draft: AddressDraft, text: Catalogue['address']): AddressErrors {
  return errorsOf(wrongLines(draft), text);
}

export function addressErrorsOf(
  reasons: readonly { readonly field?: string | undefined }[],
  text: Catalogue['address'],
): AddressErrors {
  return errorsOf(linesNamed(reasons), text);
}
