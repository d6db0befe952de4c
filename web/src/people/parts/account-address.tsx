import { getAddress, putAddress } from '@fraisier/shared/contracts/people.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../platform/ui/focus-first-error.ts';
import { toast } from '../../platform/ui/toast.tsx';
import { type AddressDraft, addressErrors, addressErrorsOf, addressOf, draftOf } from '../address-draft.ts';
import styles from './account-part.module.css';
import { AccountPart } from './account-part.tsx';
import { AddressFields } from './address-fields.tsx';

export function AccountAddress() {
  const text = useText('profile');
  const form = useRef<HTMLFormElement>(null);
  const kept = useCall(getAddress);
  const [draft, setDraft] = useState<AddressDraft | null>(null);
  const [tried, setTried] = useState(false);
  const save = useAct(putAddress, {
    invalidates: [getAddress],
    onDone: () => {
      setDraft(null);
      setTried(false);
      toast(text.saved);
    },
  });
  const written = draft ?? draftOf(kept.data);
  const missing = addressErrors(written, text.address);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length > 0) return focusFirstError(form.current);
    save.mutate({ body: addressOf(written) });
  };
  const refused = addressErrorsOf(save.error?.reasons ?? [], text.address);
  return (
    <AccountPart title={text.address.title}>
      <ErrorNote error={kept.error} onRetry={() => void kept.refetch()} />
      {kept.data === null && <p className="muted">{text.address.none}</p>}
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        <AddressFields value={written} onChange={setDraft} errors={{ ...(tried ? missing : {}), ...refused }} />
        <ErrorNote error={save.error} />
        <div>
          <Button type="submit" kind="ink" wideOnPhone busy={save.isPending}>
            {text.save}
          </Button>
        </div>
      </form>
    </AccountPart>
  );
}
