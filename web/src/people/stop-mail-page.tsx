import { getMailPreference, getMyMailTopics, putMailPreference } from '@fraisier/shared/contracts/mails.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { useParams } from 'react-router';
import { useText } from '../platform/i18n/use-text.ts';
import { useAct, useCall } from '../platform/query.ts';
import { Button } from '../platform/ui/button.tsx';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { RegisterMark } from '../platform/ui/icons.tsx';
import { Actions, Stack, Wrap } from '../platform/ui/layout.tsx';
import { Link } from '../platform/ui/link.tsx';
import { Loading } from '../platform/ui/loading.tsx';
import styles from './confirm-page.module.css';

/** Where the link at the foot of a mail leads: nothing is stopped before the button is pressed, and no one signs in. */
export function Page() {
  const { token = '' } = useParams();
  const preference = useCall(getMailPreference, { params: { token } });
  const text = useText('mail-topics').stop;
  const isGone = preference.error?.status === 404 || preference.error?.status === 400;
  return (
    <Wrap className={styles.page}>
      <Stack gap={5}>
        <RegisterMark className={styles.mark} />
        {isGone && (
          <>
            <h1 className="d5">{text.gone}</h1>
            <p className="lead">{text.goneText}</p>
          </>
        )}
        {preference.data && <Choice token={token} preference={preference.data} />}
        {preference.isPending && <Loading />}
        {!isGone && <ErrorNote error={preference.error} onRetry={() => void preference.refetch()} />}
      </Stack>
    </Wrap>
  );
}

interface Preference {
  readonly topic: 'heads' | 'questions';
  readonly wanted: boolean;
  readonly address: string;
}

function Choice({ token, preference: { topic, wanted, address } }: { token: string; preference: Preference }) {
  const texts = useText('mail-topics');
  const text = texts.stop;
  const me = useCall(getMe).data;
  const put = useAct(putMailPreference, { invalidates: [getMailPreference, getMyMailTopics] });
  const set = (next: boolean) => put.mutate({ params: { token }, body: { wanted: next } });
  return (
    <>
      <div role="status">
        <h1 className="d5">{wanted ? text.title : text.done}</h1>
      </div>
      <p className="lead">
        <b>{texts.topics[topic].name}</b>
        <br />
        {wanted ? texts.topics[topic].text : text.doneText}
      </p>
      <p className="muted">{text.to(address)}</p>
      <Actions>
        {wanted ? (
          <Button wideOnPhone busy={put.isPending} onClick={() => set(false)}>
            {text.button}
          </Button>
        ) : (
          <Button kind="line" wideOnPhone busy={put.isPending} onClick={() => set(true)}>
            {text.again}
          </Button>
        )}
        {me ? <Link to="/me/account#mail">{text.account}</Link> : null}
      </Actions>
      <ErrorNote error={put.error} />
    </>
  );
}
