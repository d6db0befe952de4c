import { getBounty } from '@fraisier/shared/contracts/bounties.ts';
import { askIbanChange } from '@fraisier/shared/contracts/bounties-secrets.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { ibanProblem, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../platform/query.ts';
import { Button, ButtonLink } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../platform/ui/focus-first-error.ts';
import { Actions } from '../../../platform/ui/layout.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import { IbanField } from './iban-field.tsx';
import styles from './payee-form.module.css';

export interface IbanFormProps {
  readonly bounty: string;
  readonly onDone: () => void;
  readonly onKeep?: (() => void) | undefined;
}

/** Another account once the contract is accepted, and nothing else: what it takes is said before it is asked for. */
export function IbanForm({ bounty, onDone, onKeep }: IbanFormProps) {
  const text = useText('bounty').payee;
  const lang = useLang();
  const waitHours = useCall(getShop).data?.bounty.changeWaitHours;
  const [iban, setIban] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const ask = useAct(askIbanChange, {
    invalidates: [getBounty],
    onDone: () => {
      setIban('');
      setTried(false);
      toast(text.asked);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ibanProblem(iban)) return focusFirstError(form.current);
    ask.mutate({ params: { bounty }, body: { iban: normalizeIban(iban) } });
  };
  const here = encodeURIComponent(`/${lang}/bounties/${bounty}`);
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <h3 className="d3">{text.another}</h3>
      {waitHours !== undefined && <p className="muted prose">{text.anotherLead(waitHours)}</p>}
      <IbanField value={iban} onChange={setIban} tried={tried} />
      <ErrorNote error={ask.error} />
      <Actions>
        {ask.error?.code === 'sign_in_again' ? (
          <ButtonLink to={`/sign-in?next=${here}`} wideOnPhone>
            {text.signInAgain}
          </ButtonLink>
        ) : (
          <Button type="submit" wideOnPhone busy={ask.isPending}>
            {text.saveIban}
          </Button>
        )}
        {onKeep && (
          <Button kind="line" onClick={onKeep}>
            {text.keep}
          </Button>
        )}
      </Actions>
    </form>
  );
}
