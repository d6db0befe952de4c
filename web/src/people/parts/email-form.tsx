import { askEmailChange, getEmailChange } from '@fraisier/shared/contracts/email-change.ts';
import type { Me } from '@fraisier/shared/contracts/people.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../platform/i18n/use-text.ts';
import { useAct } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../platform/ui/focus-first-error.ts';
import { Input } from '../../platform/ui/input.tsx';
import { Actions } from '../../platform/ui/layout.tsx';
import { looksLikeEmail } from '../email.ts';
import styles from './account-part.module.css';
import { SignInAgain } from './sign-in-again.tsx';

/** Asks for another address. */
export function EmailForm({ me, onDone }: { me: Me; onDone: () => void }) {
  const text = useText('other-email');
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useAct(askEmailChange, { invalidates: [getEmailChange], onDone });
  // The button that opened the form is gone: the focus must stand somewhere.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isSame = email.trim().toLowerCase() === me.email || ask.error?.code === 'email_unchanged';
  const isRefused = ask.error?.code === 'bad_input';
  const wrong = isSame ? text.same : !looksLikeEmail(email) || isRefused ? text.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isSame || !looksLikeEmail(email)) return focusFirstError(form.current);
    ask.mutate({ body: { email: email.trim() } });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <Input
        label={text.label}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        value={email}
        onChange={(event) => {
          setEmail(event.target.value);
          ask.reset();
        }}
        hint={text.hint}
        error={tried ? wrong : undefined}
      />
      {!isRefused && <ErrorNote error={ask.error} />}
      <Actions>
        {ask.error?.code === 'sign_in_again' ? (
          <SignInAgain part="email" />
        ) : (
          <Button type="submit" kind="ink" wideOnPhone busy={ask.isPending}>
            {text.ask}
          </Button>
        )}
        <Button kind="line" wideOnPhone onClick={onDone}>
          {text.cancel}
        </Button>
      </Actions>
    </form>
  );
}
