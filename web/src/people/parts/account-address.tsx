import type { Address } from '@fraisier/shared/contracts/common.ts';
import { getAddress } from '@fraisier/shared/contracts/people.ts';
import { useState } from 'react';
import { useLang, useText } from '../../platform/i18n/use-text.ts';
import { useCall } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { countryName } from '../countries.ts';
import styles from './account-part.module.css';
import { AccountPart } from './account-part.tsx';
import { AddressForm } from './address-form.tsx';

/** Where parcels go, as it stands on them, and the form when it is asked for. */
export function AccountAddress() {
  const text = useText('address');
  const kept = useCall(getAddress);
  const [isOpen, setOpen] = useState(false);
  return (
    <AccountPart id="address" title={text.title}>
      {kept.isPending && <Loading />}
      <ErrorNote error={kept.error} onRetry={() => void kept.refetch()} />
      {kept.data === null && <p className="muted">{text.none}</p>}
      {kept.data && !isOpen && <Label address={kept.data} />}
      {kept.data !== undefined &&
        (isOpen ? (
          <AddressForm kept={kept.data} onClose={() => setOpen(false)} />
        ) : (
          <div>
            <Button kind="line" small wideOnPhone onClick={() => setOpen(true)}>
              {kept.data ? text.change : text.add}
            </Button>
          </div>
        ))}
    </AccountPart>
  );
}

function Label({ address }: { address: Address }) {
  const lines = [address.line1, address.line2, `${address.postalCode} ${address.city}`];
  return (
    <address className={styles.label}>
      <b>{address.name}</b>
      {lines.filter(Boolean).map((line) => (
        <span key={line}>{line}</span>
      ))}
      <span>{countryName(address.country, useLang())}</span>
    </address>
  );
}
