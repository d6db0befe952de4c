import { type Bounty, getBounty, putPayee } from '@fraisier/shared/contracts/bounties.ts';
import { ibanProblem, normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { useAct } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../platform/ui/focus-first-error.ts';
import { toast } from '../../../platform/ui/toast.tsx';
import { IbanField } from './iban-field.tsx';
import styles from './payee-form.module.css';

export interface IbanFormProps {
  readonly bounty: string;
  readonly payee: NonNullable<Bounty['payee']>;
  readonly onDone: () => void;
}

/** After a refusal of the bank: another account, and nothing else. */
export function IbanForm({ bounty, payee, onDone }: IbanFormProps) {
  const text = useText('bounty').payee;
  const [iban, setIban] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const put = useAct(putPayee, {
    invalidates: [getBounty],
    onDone: () => {
      setIban('');
      setTried(false);
      toast(text.saved);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (ibanProblem(iban)) return focusFirstError(form.current);
    const { legalName, exempt } = payee;
    put.mutate({ params: { bounty }, body: { legalName, exempt, iban: normalizeIban(iban) } });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <h3 className="d3">{text.another}</h3>
      <p className="muted">{text.anotherLead}</p>
      <IbanField value={iban} onChange={setIban} tried={tried} />
      <ErrorNote error={put.error} />
      <div>
        <Button type="submit" wideOnPhone busy={put.isPending}>
          {text.saveIban}
        </Button>
      </div>
    </form>
  );
}
