import { type Bounty, getBounty, putShirt } from '@fraisier/shared/contracts/bounties.ts';
import { getOrder } from '@fraisier/shared/contracts/orders.ts';
import { getAddress } from '@fraisier/shared/contracts/people.ts';
import type { Cut, Size } from '@fraisier/shared/cycle/garments.ts';
import { type FormEvent, useRef, useState } from 'react';
import { addressErrors, addressErrorsOf, addressOf, draftOf } from '../../../people/address-draft.ts';
import { AddressFields } from '../../../people/parts/address-fields.tsx';
import { useText } from '../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../platform/ui/focus-first-error.ts';
import { Actions } from '../../../platform/ui/layout.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import styles from './payee-form.module.css';
import { ShirtFields } from './shirt-fields.tsx';

export interface ShirtFormProps {
  readonly bounty: string;
  readonly shirt: NonNullable<Bounty['shirt']>;
  readonly run: string | undefined;
  readonly onDone: () => void;
}

/** Another size, another cut, another address: nothing that the contract speaks of. */
export function ShirtForm({ bounty, shirt, run, onDone }: ShirtFormProps) {
  const { shirt: text, payee } = useText('bounty');
  const addressText = useText('address');
  const kept = useCall(getAddress).data;
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [choice, setChoice] = useState<{ size: Size | null; cut: Cut | null }>({ size: shirt.size, cut: shirt.cut });
  const [draft, setDraft] = useState<ReturnType<typeof draftOf> | null>(null);
  const put = useAct(putShirt, {
    invalidates: [getBounty, getAddress, getOrder],
    onDone: () => {
      toast(text.saved);
      onDone();
    },
  });
  const written = draft ?? draftOf(kept);
  const missing = addressErrors(written, addressText);
  const sizeError = choice.size ? undefined : payee.sizeError;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { size, cut } = choice;
    if (!size || !cut || Object.keys(missing).length > 0) return focusFirstError(form.current);
    put.mutate({ params: { bounty }, body: { size, cut, address: addressOf(written) } });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <ShirtFields
        untitled
        run={run}
        value={choice}
        onChange={setChoice}
        error={tried ? sizeError : undefined}
        isPrinted={put.error?.code === 'shirt_printed'}
      />
      <fieldset className={styles.group}>
        <legend className="d3">{payee.address}</legend>
        <AddressFields
          value={written}
          onChange={setDraft}
          errors={{ ...(tried ? missing : {}), ...addressErrorsOf(put.error?.reasons ?? [], addressText) }}
        />
      </fieldset>
      <ErrorNote error={put.error} />
      <Actions>
        <Button type="submit" wideOnPhone busy={put.isPending}>
          {text.save}
        </Button>
        <Button kind="line" onClick={onDone}>
          {payee.keep}
        </Button>
      </Actions>
    </form>
  );
}
