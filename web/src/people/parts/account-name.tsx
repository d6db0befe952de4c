import { getMe, type Me, updateMe } from '@fraisier/shared/contracts/people.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../platform/i18n/use-text.ts';
import { useAct } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../platform/ui/focus-first-error.ts';
import { Input } from '../../platform/ui/input.tsx';
import { toast } from '../../platform/ui/toast.tsx';
import styles from './account-part.module.css';
import { AccountPart } from './account-part.tsx';

const MOST_LETTERS = 60;

export function AccountName({ me }: { me: Me }) {
  const text = useText('profile');
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(me.name);
  const [tried, setTried] = useState(false);
  const save = useAct(updateMe, { invalidates: [getMe], onDone: () => toast(text.saved) });
  const wrong = name.trim() === '' || /\p{Cc}/u.test(name) ? text.name.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return focusFirstError(form.current);
    save.mutate({ body: { name: name.trim() } });
  };
  return (
    <AccountPart id="name" title={text.name.title}>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        <Input
          label={text.name.label}
          autoComplete="nickname"
          maxLength={MOST_LETTERS}
          value={name}
          onChange={(event) => setName(event.target.value)}
          hint={text.name.hint}
          error={tried ? wrong : undefined}
        />
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
