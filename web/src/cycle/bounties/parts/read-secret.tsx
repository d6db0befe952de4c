import { readSecret } from '@fraisier/shared/contracts/bounties-secrets.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useLang, useText } from '../../../platform/i18n/use-text.ts';
import { useAct } from '../../../platform/query.ts';
import { Button, ButtonLink } from '../../../platform/ui/button.tsx';
import { Dialog } from '../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../platform/ui/focus-first-error.ts';
import { Input } from '../../../platform/ui/input.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import styles from './payee-form.module.css';

type Field = 'iban' | 'social_security';

export interface ReadSecretProps {
  readonly bounty: string;
  /** What there is to open. */
  readonly fields: readonly Field[];
}

/** Administration opens a secret: it says what for, and the reading is kept. The value goes with the dialog. */
export function ReadSecret({ bounty, fields }: ReadSecretProps) {
  const text = useText('bounty').secret;
  const [opened, setOpened] = useState<Field | null>(null);
  return (
    <Actions>
      {fields.map((field) => (
        <Button key={field} kind="line" small onClick={() => setOpened(field)}>
          {text.open[field]}
        </Button>
      ))}
      <Dialog
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={opened ? text.open[opened] : text.open.iban}
      >
        {opened && <Ask key={opened} bounty={bounty} field={opened} />}
      </Dialog>
    </Actions>
  );
}

function Ask({ bounty, field }: { bounty: string; field: Field }) {
  const text = useText('bounty').secret;
  const { signInAgain } = useText('bounty').payee;
  const lang = useLang();
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const read = useAct(readSecret);
  const isMissing = purpose.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return focusFirstError(form.current);
    read.mutate({ params: { bounty }, body: { field, purpose: purpose.trim() } });
  };
  if (read.data) {
    return (
      <>
        <p className="d3 num" role="status">
          {inGroups(read.data.value)}
        </p>
        <p className="small muted">{text.kept}</p>
      </>
    );
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <p className="muted">{text.lead}</p>
      <Input
        label={text.purpose}
        hint={text.purposeHint}
        maxLength={200}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
        error={tried && isMissing ? text.purposeMissing : undefined}
      />
      <ErrorNote error={read.error} />
      <div>
        {read.error?.code === 'sign_in_again' ? (
          <ButtonLink to={`/sign-in?next=${encodeURIComponent(`/${lang}/bounties/${bounty}`)}`}>
            {signInAgain}
          </ButtonLink>
        ) : (
          <Button type="submit" busy={read.isPending}>
            {text.show}
          </Button>
        )}
      </div>
    </form>
  );
}

/** `FR76 3000 …`, and the number as it is printed: `2 69 05 49 588 157 80`. */
function inGroups(value: string): string {
  const number = /^(.)(..)(..)(..)(...)(...)(..)$/.exec(value);
  if (number && value.length === 15 && !/^[A-Z]{2}/.test(value)) return number.slice(1).join(' ');
  return (value.match(/.{1,4}/gu) ?? []).join(' ');
}
