import { callOffIbanChange } from '@fraisier/shared/contracts/bounties-secrets.ts';
import { useSearch } from 'wouter';
import { KeepSheet } from '../../people/parts/keep-sheet.tsx';
import { useText } from '../../platform/i18n/use-text.ts';
import { useAct } from '../../platform/query.ts';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Where the mail about another account leads, signed in or not. */
export function Page() {
  const text = useText('bounty').keepAccount;
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const keep = useAct(callOffIbanChange);
  return (
    <KeepSheet
      text={text}
      isWhole={TOKEN.test(token)}
      done={keep.data && text.doneText(keep.data.title, keep.data.ibanKept)}
      decidedCode="iban_change_decided"
      error={keep.error}
      busy={keep.isPending}
      onKeep={() => keep.mutate({ body: { token } })}
    />
  );
}
