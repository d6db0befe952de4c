import { confirmSignIn } from '@fraisier/shared/contracts/people.ts';
import { useSearch } from 'wouter';
import { useLang, useText } from '../platform/i18n/use-text.ts';
import { useAct } from '../platform/query.ts';
import { Button, ButtonLink } from '../platform/ui/button.tsx';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { safeNext } from './next.ts';
import { LinkSheet } from './parts/link-sheet.tsx';

/** Where a mail's link leads: only the button uses the link up, for mail scanners open every link. */
export function Page() {
  const lang = useLang();
  const text = useText('entry').confirm;
  const query = new URLSearchParams(useSearch());
  const token = query.get('token') ?? '';
  const next = safeNext(query.get('next'), lang);
  const enter = useAct(confirmSignIn, { onDone: () => window.location.assign(next) });
  const isSpent = enter.error?.code === 'link_used' || token.length < 8;
  if (isSpent) {
    return (
      <LinkSheet title={text.used} state="missed">
        <ButtonLink to="/sign-in">{text.again}</ButtonLink>
      </LinkSheet>
    );
  }
  return (
    <LinkSheet title={text.title} state={enter.isSuccess ? 'printed' : 'apart'}>
      <p className="lead">{text.lead}</p>
      <Button wideOnPhone busy={enter.isPending || enter.isSuccess} onClick={() => enter.mutate({ body: { token } })}>
        {text.enter}
      </Button>
      <ErrorNote error={enter.error} />
    </LinkSheet>
  );
}
