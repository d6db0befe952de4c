import type { EraseReason } from '@fraisier/shared/contracts/people.ts';
import type { ApiProblem } from '../../platform/api.ts';
import { useText } from '../../platform/i18n/use-text.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Link } from '../../platform/ui/link.tsx';

/** Where each reason is settled, or at least seen. */
const doors: Readonly<Record<EraseReason, string>> = {
  bounty_owed: '/me#bounties',
  order_held: '/me#orders',
  order_undelivered: '/me#orders',
  refund_due: '/contact',
  last_admin: '/ops/settings',
};

/** The address is not the account's: the field says so. */
export function isOtherEmail(error: ApiProblem): boolean {
  return error.code === 'bad_input';
}

/** Why the account is still there: every reason, with the way to what settles it. */
export function EraseRefusal({ error }: { error: ApiProblem | null }) {
  const text = useText('erase').reasons;
  if (!error || isOtherEmail(error)) return null;
  return (
    <ErrorNote
      error={error}
      reason={({ code, detail }) => {
        if (!isEraseReason(code)) return null;
        const said = text[code](Number(detail ?? 1));
        return (
          <>
            {said.text} <Link to={doors[code]}>{said.link}</Link>
          </>
        );
      }}
    />
  );
}

function isEraseReason(code: string): code is EraseReason {
  return Object.hasOwn(doors, code);
}
