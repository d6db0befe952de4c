import { eraseMe, type Me } from '@fraisier/shared/contracts/people.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useLang, useText } from '../../platform/i18n/use-text.ts';
import { useAct } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { Dialog } from '../../platform/ui/dialog.tsx';
import { focusFirstError } from '../../platform/ui/focus-first-error.ts';
import { Input } from '../../platform/ui/input.tsx';
import { leaveErased } from '../auth-calls.ts';
import { forgetMember } from '../forget-member.ts';
import styles from './account-erase.module.css';
import partStyles from './account-part.module.css';
import { AccountPart } from './account-part.tsx';
import { EraseRefusal, isOtherEmail } from './erase-refusal.tsx';

/** The way out: what goes, what stays, the address typed again, and a question. */
export function AccountErase({ me }: { me: Me }) {
  const text = useText('erase');
  const stays = me.role === 'member' ? text.stays.items : [...text.stays.items, text.stays.workshop];
  return (
    <AccountPart id="erase" title={text.title}>
      <p className="prose">{text.lead}</p>
      <div className={styles.lists}>
        <List title={text.goes.title} items={text.goes.items} />
        <List title={text.stays.title} items={stays} />
      </div>
      <EraseForm me={me} />
    </AccountPart>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <h3 className="strong">{title}</h3>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

function EraseForm({ me }: { me: Me }) {
  const text = useText('erase');
  const { cancel } = useText('platform');
  const lang = useLang();
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState(false);
  const [asking, setAsking] = useState(false);
  const erase = useAct(eraseMe, {
    onDone: () => {
      forgetMember(me.id);
      void leaveErased(`/${lang}/me/erased`);
    },
  });
  const refuse = () => {
    setWrong(true);
    focusFirstError(form.current);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erase.reset();
    if (email.trim().toLowerCase() !== me.email.toLowerCase()) return refuse();
    setWrong(false);
    setAsking(true);
  };
  const confirm = () =>
    erase.mutate(
      { body: { email } },
      {
        onError: (error) => {
          setAsking(false);
          if (isOtherEmail(error)) refuse();
        },
      },
    );
  return (
    <form ref={form} className={partStyles.form} onSubmit={submit} noValidate>
      <Input
        label={text.email}
        type="email"
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        onChange={(event) => {
          setEmail(event.target.value);
          setWrong(false);
        }}
        hint={text.emailHint(me.email)}
        error={wrong ? text.emailError : undefined}
      />
      <EraseRefusal error={erase.error} />
      <div>
        <Button type="submit" kind="line" wideOnPhone>
          {text.act}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={text.ask.title}
        actions={
          <>
            <Button busy={erase.isPending || erase.isSuccess} onClick={confirm}>
              {text.ask.act}
            </Button>
            <Button kind="line" onClick={() => setAsking(false)}>
              {cancel}
            </Button>
          </>
        }
      >
        <p>{text.ask.text(me.email)}</p>
      </Dialog>
    </form>
  );
}
