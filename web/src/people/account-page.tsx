import { getMe, type Me } from '@fraisier/shared/contracts/people.ts';
import { useFormat, useText } from '../platform/i18n/use-text.ts';
import { useCall } from '../platform/query.ts';
import { Wrap } from '../platform/ui/layout.tsx';
import { Woven } from '../platform/ui/woven.tsx';
import styles from './account-page.module.css';
import { AccountAddress } from './parts/account-address.tsx';
import { AccountData } from './parts/account-data.tsx';
import { AccountEmail } from './parts/account-email.tsx';
import { AccountErase } from './parts/account-erase.tsx';
import { AccountName } from './parts/account-name.tsx';
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
        <p className="muted">{text.since(format.day(me.joinedAt, { year: true }))}</p>
        <Contents />
      </header>
      <div className={styles.parts}>
        <AccountName me={me} />
        <AccountEmail me={me} />
        <AccountAddress />
        <MailTopics me={me} />
        <Sessions />
        <Passkeys />
        <AccountData />
        <AccountErase me={me} />
      </div>
    </Wrap>
  );
}

/** Eight parts are more than a screen: where each of them is. */
function Contents() {
  const text = useText('profile');
  const address = useText('address');
  const email = useText('other-email');
  const mail = useText('mail-topics');
  const erase = useText('erase');
  const parts = [
    ['name', text.name.title],
    ['email', email.title],
    ['address', address.title],
    ['mail', mail.title],
    ['sessions', text.sessions.title],
    ['keys', text.keys.title],
    ['data', text.data.title],
    ['erase', erase.title],
  ] as const;
  return (
    <nav aria-label={text.parts} className={styles.contents}>
      <ol>
        {parts.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
