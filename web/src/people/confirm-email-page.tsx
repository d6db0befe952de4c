import { confirmEmailChange, getEmailChange } from '@fraisier/shared/contracts/email-change.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { listSessions } from '@fraisier/shared/contracts/sessions.ts';
import { useSearch } from 'wouter';
import { useText } from '../platform/i18n/use-text.ts';
import { useAct, useCall } from '../platform/query.ts';
import { Button, ButtonLink } from '../platform/ui/button.tsx';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { Link } from '../platform/ui/link.tsx';
import { LinkSheet } from './parts/link-sheet.tsx';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Where the mail to the new address leads: only the button acts, for mail scanners open every link. */
export function Page() {
  const text = useText('other-email').confirm;
  const me = useCall(getMe).data;
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const confirm = useAct(confirmEmailChange, { invalidates: [getMe, getEmailChange, listSessions] });
  const code = confirm.error?.code;
  if (confirm.data) {
    return (
      <LinkSheet title={text.done} state="printed">
        <p className="lead" role="status">
          {text.doneText(confirm.data.email)}
        </p>
        <div>
          <ButtonLink to="/me/account">{text.account}</ButtonLink>
        </div>
      </LinkSheet>
    );
  }
  if (code === 'email_taken' || code === 'email_link_dead' || !TOKEN.test(token)) {
    const isTaken = code === 'email_taken';
    return (
      <LinkSheet title={isTaken ? text.taken : text.dead} state="missed">
        <p className="lead" role="status">
          {isTaken ? text.takenText : text.deadText}
        </p>
        <p>
          <Link to="/me/account#email">{text.account}</Link>
        </p>
      </LinkSheet>
    );
  }
  return (
    <LinkSheet title={text.title} state="apart">
      <p className="lead">{text.lead(me?.email ?? '')}</p>
      <p className="prose muted">{text.text}</p>
      <div>
        <Button wideOnPhone busy={confirm.isPending} onClick={() => confirm.mutate({ body: { token } })}>
          {text.button}
        </Button>
      </div>
      <ErrorNote error={confirm.error} />
    </LinkSheet>
  );
}
