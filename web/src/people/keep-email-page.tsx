import { callOffEmailChange } from '@fraisier/shared/contracts/email-change.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { useSearch } from 'wouter';
import { useText } from '../platform/i18n/use-text.ts';
import { useAct } from '../platform/query.ts';
import { KeepSheet } from './parts/keep-sheet.tsx';

const TOKEN = /^[A-Za-z0-9_-]{44}$/;

/** Where the mails to the old address lead, signed in or not. */
export function Page() {
  const text = useText('other-email').keep;
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const keep = useAct(callOffEmailChange, { invalidates: [getMe] });
  return (
    <KeepSheet
      text={text}
      isWhole={TOKEN.test(token)}
      done={keep.data && text.doneText(keep.data.address)}
      decidedCode="email_change_settled"
      error={keep.error}
      busy={keep.isPending}
      onKeep={() => keep.mutate({ body: { token } })}
    />
  );
}
