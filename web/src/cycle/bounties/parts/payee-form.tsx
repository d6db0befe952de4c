import { type Bounty, getBounty, putPayee } from '@fraisier/shared/contracts/bounties.ts';
import { getOrder } from '@fraisier/shared/contracts/orders.ts';
import { getAddress } from '@fraisier/shared/contracts/people.ts';
import type { Cut, Size } from '@fraisier/shared/cycle/garments.ts';
import { ibanProblem, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import { normalizeSocialSecurity, socialSecurityProblem } from '@fraisier/shared/cycle/social-security.ts';
import { type FormEvent, useRef, useState } from 'react';
import { addressErrors, addressErrorsOf, addressOf, draftOf } from '../../../people/address-draft.ts';
import { AddressFields } from '../../../people/parts/address-fields.tsx';
import { useText } from '../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/checkbox.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../platform/ui/focus-first-error.ts';
import { Input } from '../../../platform/ui/input.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import { IbanField } from './iban-field.tsx';
import styles from './payee-form.module.css';
import { ShirtFields } from './shirt-fields.tsx';

export interface PayeeFormProps {
  readonly bounty: Bounty;
  readonly run: string | undefined;
  readonly onDone: () => void;
  readonly onKeep?: (() => void) | undefined;
}

/** Name, account, exemption, and the free shirt with its address: all that the winner has to give. */
export function PayeeForm({ bounty, run, onDone, onKeep }: PayeeFormProps) {
  const text = useText('bounty').payee;
  const addressText = useText('address');
  const { payee, shirt: piece } = bounty;
  const kept = useCall(getAddress).data;
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [legalName, setLegalName] = useState(payee?.legalName ?? '');
  const [iban, setIban] = useState('');
  const [social, setSocial] = useState('');
  const [exempt, setExempt] = useState(payee?.exempt ?? false);
  const [shirt, setShirt] = useState<{ size: Size | null; cut: Cut | null }>({
    size: piece?.size ?? null,
    cut: piece?.cut ?? null,
  });
  const [draft, setDraft] = useState<ReturnType<typeof draftOf> | null>(null);
  const put = useAct(putPayee, {
    invalidates: [getBounty, getAddress, getOrder],
    onDone: () => {
      toast(text.saved);
      onDone();
    },
  });

  const written = draft ?? draftOf(kept);
  const reasons = put.error?.reasons ?? [];
  const refused = (field: string) => reasons.some((reason) => reason.field === `/${field}`);
  const missing = piece ? addressErrors(written, addressText) : {};
  const nameError = legalName.trim() === '' ? text.legalNameError : undefined;
  // It may be given later: the money does not wait for it.
  const socialProblem = social.trim() === '' ? null : socialSecurityProblem(social);
  const sizeError = piece && !shirt.size ? text.sizeError : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameError || sizeError || socialProblem || ibanProblem(iban) || Object.keys(missing).length > 0) {
      return focusFirstError(form.current);
    }
    const { size, cut } = shirt;
    put.mutate({
      params: { bounty: bounty.id },
      body: {
        legalName: legalName.trim(),
        iban: normalizeIban(iban),
        exempt,
        ...(social.trim() === '' ? {} : { socialSecurity: normalizeSocialSecurity(social) }),
        ...(piece && size && cut ? { shirt: { size, cut } } : {}),
        ...(piece ? { address: addressOf(written) } : {}),
      },
    });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <Input
        label={text.legalName}
        autoComplete="name"
        maxLength={70}
        value={legalName}
        onChange={(event) => setLegalName(event.target.value)}
        hint={text.legalNameHint}
        error={(tried && nameError) || (refused('legalName') ? text.legalNameError : undefined)}
      />
      <IbanField value={iban} onChange={setIban} tried={tried} kept={payee?.ibanMasked ?? undefined} />
      <Input
        label={text.socialSecurityLabel}
        optional
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        value={social}
        onChange={(event) => setSocial(event.target.value)}
        hint={payee?.socialSecurityMasked ? text.ibanAgain(payee.socialSecurityMasked) : text.socialSecurityHint}
        error={
          (tried || refused('socialSecurity')) && socialProblem ? text.socialSecurityWrong[socialProblem] : undefined
        }
      />
      <Checkbox checked={exempt} onChange={(event) => setExempt(event.target.checked)} hint={text.exemptHint}>
        {text.exempt}
      </Checkbox>
      {piece && (
        <>
          <ShirtFields
            run={run}
            value={shirt}
            onChange={setShirt}
            error={tried ? sizeError : undefined}
            isPrinted={put.error?.code === 'shirt_printed'}
          />
          <fieldset className={styles.group}>
            <legend className="d3">{text.address}</legend>
            <AddressFields
              value={written}
              onChange={setDraft}
              errors={{ ...(tried ? missing : {}), ...addressErrorsOf(reasons, addressText) }}
            />
          </fieldset>
        </>
      )}
      <ErrorNote error={put.error} />
      <Actions>
        <Button type="submit" wideOnPhone busy={put.isPending}>
          {text.save}
        </Button>
        {onKeep && (
          <Button kind="line" onClick={onKeep}>
            {text.keep}
          </Button>
        )}
      </Actions>
    </form>
  );
}
