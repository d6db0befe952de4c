import { getMe, type Me } from '@fraisier/shared/contracts/people.ts';
import { useState } from 'react';
import { useFormat, useLang, useText } from '../platform/i18n/use-text.ts';
import { useCall } from '../platform/query.ts';
import { Button } from '../platform/ui/button.tsx';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { Actions, Wrap } from '../platform/ui/layout.tsx';
import { Link } from '../platform/ui/link.tsx';
import { Woven } from '../platform/ui/woven.tsx';
import styles from './account-page.module.css';
import { leave } from './auth-calls.ts';
import { AccountAddress } from './parts/account-address.tsx';
import { AccountErase } from './parts/account-erase.tsx';
import { AccountName } from './parts/account-name.tsx';
import { AccountPart } from './parts/account-part.tsx';
import { MailTopics } from './parts/mail-topics.tsx';
import { Passkeys } from './parts/passkeys.tsx';
import { Sessions } from './parts/sessions.tsx';

/** What the shop knows of a member, and where they are signed in. */
export function Page() {
  const me = useCall(getMe).data;
  return me ? <Account me={me} /> : null;
}

function Account({ me }: { me: Me }) {
  const text = useText('profile');
  const format = useFormat();
  return (
    <Wrap className={styles.page}>
      <header className={styles.top}>
        <h1 className="d5">{text.title}</h1>
        <p className="lead">{text.lead}</p>
        {me.name && (
          <p className={styles.name}>
            <Woven text={me.name} large />
          </p>
        )}
        <p className="muted">
          <b>{me.email}</b>
          <br />
          {text.since(format.day(me.joinedAt, { year: true }))}
        </p>
      </header>
      <div className={styles.parts}>
        <AccountName me={me} />
        <AccountAddress />
        <Sessions />
        <Passkeys />
        <MailTopics />
        <AccountPart title={text.data.title}>
          <p className="prose">{text.data.text}</p>
          <Actions>
            <Link to="/contact">{text.data.write}</Link>
            <Link to="/pages/privacy">{text.data.privacy}</Link>
          </Actions>
        </AccountPart>
        <Leave />
        <AccountErase me={me} />
      </div>
    </Wrap>
  );
}

function Leave() {
  const text = useText('profile').leave;
  const lang = useLang();
  const [state, setState] = useState<{ busy?: boolean; error?: unknown }>({});
  const go = () => {
    setState({ busy: true });
    leave(`/${lang}`).catch((error: unknown) => setState({ error }));
  };
  return (
    <AccountPart title={text.title}>
      <p className="muted">{text.text}</p>
      <ErrorNote error={state.error} />
      <div>
        <Button kind="ink" busy={state.busy} onClick={go}>
          {text.button}
        </Button>
      </div>
    </AccountPart>
  );
}
