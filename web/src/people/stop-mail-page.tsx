import { getMailPreference, getMyMailTopics, putMailPreference } from '@fraisier/shared/contracts/mails.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { useParams } from 'wouter';
import { useText } from '../platform/i18n/use-text.ts';
import { useAct, useCall } from '../platform/query.ts';
import { AwaitingWords } from '../platform/ui/awaiting.tsx';
import { Button } from '../platform/ui/button.tsx';
import { ErrorNote } from '../platform/ui/error-note.tsx';
import { Actions, Wrap } from '../platform/ui/layout.tsx';
import { Link } from '../platform/ui/link.tsx';
import { LinkSheet } from './parts/link-sheet.tsx';

/** Where the link at the foot of a mail leads: nothing is stopped before the button is pressed, and no one signs in. */
export function Page() {
  const { token = '' } = useParams();
  const preference = useCall(getMailPreference, { params: { token } });
  const text = useText('mail-topics').stop;
  const isGone = preference.error?.status === 404 || preference.error?.status === 400;
  if (isGone) {
    return (
      <LinkSheet title={text.gone} state="missed">
        <p className="lead">{text.goneText}</p>
      </LinkSheet>
    );
  }
  if (preference.data) return <Choice token={token} preference={preference.data} />;
  return (
    <Wrap>
      <AwaitingWords found={preference} />
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
    <LinkSheet title={wanted ? text.title : text.done} says state={wanted ? 'printed' : 'blank'}>
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
    </LinkSheet>
  );
}
