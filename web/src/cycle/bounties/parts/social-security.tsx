import { getBounty } from '@fraisier/shared/contracts/bounties.ts';
import { putSocialSecurity } from '@fraisier/shared/contracts/bounties-secrets.ts';
import { normalizeSocialSecurity, socialSecurityProblem } from '@fraisier/shared/cycle/social-security.ts';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../../platform/i18n/use-text.ts';
import { useAct } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { focusFirstError } from '../../../platform/ui/focus-first-error.ts';
import { Input } from '../../../platform/ui/input.tsx';
import { Actions } from '../../../platform/ui/layout.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import styles from './payee-form.module.css';

/** The number for the declaration: given or mended at any time, for no money moves by it. */
export function SocialSecurity({ bounty, isGiven }: { bounty: string; isGiven: boolean }) {
  const text = useText('bounty').payee;
  const { cancel } = useText('platform');
  const [isOpen, setOpen] = useState(false);
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const put = useAct(putSocialSecurity, {
    invalidates: [getBounty],
    onDone: () => {
      setOpen(false);
      setNumber('');
      setTried(false);
      toast(text.savedSocialSecurity);
    },
  });
  const problem = socialSecurityProblem(number);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem) return focusFirstError(form.current);
    put.mutate({ params: { bounty }, body: { number: normalizeSocialSecurity(number) } });
  };
  if (!isOpen) {
    return (
      <div>
        <Button kind="line" small onClick={() => setOpen(true)}>
          {isGiven ? text.changeSocialSecurity : text.giveSocialSecurity}
        </Button>
      </div>
    );
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <Input
        label={text.socialSecurityLabel}
        hint={text.socialSecurityHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        error={tried && problem ? text.socialSecurityWrong[problem] : undefined}
      />
      <ErrorNote error={put.error} />
      <Actions>
        <Button type="submit" wideOnPhone busy={put.isPending}>
          {text.saveSocialSecurity}
        </Button>
        <Button kind="line" onClick={() => setOpen(false)}>
          {cancel}
        </Button>
      </Actions>
    </form>
  );
}
