import { askDataCopy, getDataCopy } from '@fraisier/shared/contracts/my-data.ts';
import { addressOf } from '../../platform/api.ts';
import { useFormat, useLang, useText } from '../../platform/i18n/use-text.ts';
import { useAct } from '../../platform/query.ts';
import { Button, ButtonOutLink } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Actions } from '../../platform/ui/layout.tsx';
import { Link } from '../../platform/ui/link.tsx';
import { AccountPart } from './account-part.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** A copy of all that the shop keeps, made while it is downloaded: the browser writes it straight to the disk. */
export function AccountData() {
  const text = useText('profile').data;
  const lang = useLang();
  const format = useFormat();
  const ask = useAct(askDataCopy);
  const copy = ask.data;
  return (
    <AccountPart id="data" title={text.title}>
      <p className="prose">{text.text}</p>
      <div role="status">{copy && <p>{text.ready(format.time(copy.fetchableUntil))}</p>}</div>
      <ErrorNote error={ask.error} />
      <Actions>
        {copy ? (
          <ButtonOutLink href={addressOf(getDataCopy, { params: { copy: copy.id } })} download kind="ink" wideOnPhone>
            {text.download}
          </ButtonOutLink>
        ) : ask.error?.code === 'sign_in_again' ? (
          <SignInAgain part="data" />
        ) : (
          <Button kind="line" wideOnPhone busy={ask.isPending} onClick={() => ask.mutate({ body: { locale: lang } })}>
            {text.ask}
          </Button>
        )}
        <Link to="/pages/privacy">{text.privacy}</Link>
      </Actions>
    </AccountPart>
  );
}
