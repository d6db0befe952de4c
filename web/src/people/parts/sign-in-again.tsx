import { useLang, useText } from '../../platform/i18n/use-text.ts';
import { ButtonLink } from '../../platform/ui/button.tsx';

/** What a fresh sign-in is asked for leads there, and back to this part of the account. */
export function SignInAgain({ part }: { part: string }) {
  const lang = useLang();
  const next = encodeURIComponent(`/${lang}/me/account#${part}`);
  return (
    <ButtonLink to={`/sign-in?next=${next}`} kind="ink" wideOnPhone>
      {useText('other-email').signInAgain}
    </ButtonLink>
  );
}
