import type { Address } from '@fraisier/shared/contracts/common.ts';
import { useEffect, useState } from 'react';
import { useLang, useText } from '../../platform/i18n/use-text.ts';
import { Input, Select } from '../../platform/ui/input.tsx';
import { type AddressDraft, type AddressErrors, maxLengthOf } from '../address-draft.ts';
import { countryName, namedCountries } from '../countries.ts';
import styles from './address-fields.module.css';

export interface AddressFieldsProps {
  readonly value: AddressDraft;
  readonly onChange: (value: AddressDraft) => void;
  readonly errors?: AddressErrors;
}

const autoComplete = {
  name: 'shipping name',
  line1: 'shipping address-line1',
  line2: 'shipping address-line2',
  postalCode: 'shipping postal-code',
  city: 'shipping address-level2',
  country: 'shipping country',
} as const;

/** Where to send a parcel: the browser may fill it in. Its texts are those of `address`. */
export function AddressFields({ value, onChange, errors = {} }: AddressFieldsProps) {
  const text = useText('address');
  const line = (field: Exclude<keyof Address, 'country'>) => ({
    label: text[field],
    name: field,
    autoComplete: autoComplete[field],
    maxLength: maxLengthOf(field),
    value: value[field],
    error: errors[field],
    onChange: (event: { target: { value: string } }) => onChange({ ...value, [field]: event.target.value }),
  });
  return (
    <div className={styles.fields}>
      <Input {...line('name')} />
      <Input {...line('line1')} />
      <Input {...line('line2')} optional />
      <div className={styles.town}>
        <Input {...line('postalCode')} />
        <Input {...line('city')} />
      </div>
      <CountrySelect value={value.country} onChange={(country) => onChange({ ...value, country })} {...{ errors }} />
    </div>
  );
}

function CountrySelect(props: { value: string; onChange: (country: string) => void; errors: AddressErrors }) {
  const { value, onChange, errors } = props;
  const lang = useLang();
  const text = useText('address');
  // The names and their order are the browser's own, so that it and the server need not agree on all of them.
  const [names, setNames] = useState([{ code: value, name: countryName(value, lang) }]);
  useEffect(() => setNames(namedCountries(lang, value)), [lang, value]);
  return (
    <Select
      label={text.country}
      name="country"
      autoComplete={autoComplete.country}
      value={value}
      error={errors.country}
      onChange={(event) => onChange(event.target.value)}
    >
      {names.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** An address as it stands on a parcel. */
export function AddressLines({ address }: { address: Address }) {
  const lang = useLang();
  const lines = [
    address.name,
    address.line1,
    address.line2,
    `${address.postalCode} ${address.city}`,
    countryName(address.country, lang),
  ];
  return (
    <address className={styles.lines}>
      {lines.filter(Boolean).map((line, index) => (
        <span key={String(index)}>{line}</span>
      ))}
    </address>
  );
}
