import { callOffIbanChange } from '@fraisier/shared/contracts/bounties-secrets.ts';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../../platform/i18n/use-text.ts';
import { useAct } from '../../platform/query.ts';
import { Button, ButtonLink } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { RegisterMark } from '../../platform/ui/icons.tsx';
import { Actions, Stack, Wrap } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import styles from './keep-account-page.module.css';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Where the mail about another account leads: only the button acts, for mail scanners open every link. */
export function Page() {
  const text = useText('bounty').keepAccount;
  const token = new URLSearchParams(useLocation().search).get('token') ?? '';
  const keep = useAct(callOffIbanChange);
  const isWhole = TOKEN.test(token) && keep.error?.code !== 'not_found';
  const isDecided = keep.error?.code === 'iban_change_decided';
  if (keep.data) {
    return (
      <Sheet title={text.done}>
        <p className="lead" role="status">
          {text.doneText(keep.data.title, keep.data.ibanKept)}
        </p>
        <Actions>
          <ButtonLink to="/sign-in">{text.signIn}</ButtonLink>
          <Link to="/contact">{text.write}</Link>
        </Actions>
      </Sheet>
    );
  }
  if (isDecided || !isWhole) {
    return (
      <Sheet title={isDecided ? text.decided : text.title}>
        <p className="lead" role="status">
          {isDecided ? text.decidedText : text.wrong}
        </p>
        <p>
          <Link to="/contact">{text.write}</Link>
        </p>
      </Sheet>
    );
  }
  return (
    <Sheet title={text.title}>
      <p className="lead">{text.lead}</p>
      <div>
        <Button wideOnPhone busy={keep.isPending} onClick={() => keep.mutate({ body: { token } })}>
          {text.keep}
        </Button>
      </div>
      <ErrorNote error={keep.error} />
    </Sheet>
  );
}

function Sheet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Wrap className={styles.page}>
      <Stack gap={5}>
        <RegisterMark className={styles.mark} />
        <h1 className="d5">{title}</h1>
        {children}
      </Stack>
    </Wrap>
  );
}
