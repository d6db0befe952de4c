import type { Address } from '@fraisier/shared/contracts/common.ts';
import { getAddress, putAddress } from '@fraisier/shared/contracts/people.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../platform/i18n/use-text.ts';
import { useAct } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../platform/ui/focus-first-error.ts';
import { Actions } from '../../platform/ui/layout.tsx';
import { toast } from '../../platform/ui/toast.tsx';
import { type AddressDraft, addressErrors, addressErrorsOf, addressOf, draftOf } from '../address-draft.ts';
import styles from './account-part.module.css';
import { AddressFields } from './address-fields.tsx';

export function AddressForm({ kept, onClose }: { kept: Address | null; onClose: () => void }) {
  const text = useText('profile');
  const addressText = useText('address');
  const { cancel } = useText('platform');
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<AddressDraft>(() => draftOf(kept));
  const [tried, setTried] = useState(false);
  const save = useAct(putAddress, {
    invalidates: [getAddress],
    onDone: () => {
      toast(text.saved);
      onClose();
    },
  });
  // The button that opened the form is gone: the focus must stand somewhere.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const missing = addressErrors(draft, addressText);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length > 0) return focusFirstError(form.current);
    save.mutate({ body: addressOf(draft) });
  };
  const refused = addressErrorsOf(save.error?.reasons ?? [], addressText);
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <AddressFields value={draft} onChange={setDraft} errors={{ ...(tried ? missing : {}), ...refused }} />
      <ErrorNote error={save.error} />
      <Actions>
        <Button type="submit" kind="ink" wideOnPhone busy={save.isPending}>
          {text.save}
        </Button>
        <Button kind="line" wideOnPhone onClick={onClose}>
          {cancel}
        </Button>
      </Actions>
    </form>
  );
}
