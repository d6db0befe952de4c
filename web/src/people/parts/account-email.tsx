import { cancelEmailChange, getEmailChange } from '@fraisier/shared/contracts/email-change.ts';
import type { Me } from '@fraisier/shared/contracts/people.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../platform/query.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Actions } from '../../platform/ui/layout.tsx';
import { Note } from '../../platform/ui/note.tsx';
import { toast } from '../../platform/ui/toast.tsx';
import { AccountPart } from './account-part.tsx';
import { EmailForm } from './email-form.tsx';

/** The address of mail, and another one that waits to be confirmed. */
export function AccountEmail({ me }: { me: Me }) {
  const text = useText('other-email');
  const format = useFormat();
  const waiting = useCall(getEmailChange);
  const [isAsking, setAsking] = useState(false);
  const stop = useAct(cancelEmailChange, {
    invalidates: [getEmailChange],
    onDone: () => toast(text.waiting.stopped),
  });
  const change = waiting.data;
  return (
    <AccountPart id="email" title={text.title}>
      <p className="large">
        <b>{me.email}</b>
      </p>
      <p className="muted">{text.lead}</p>
      <ErrorNote error={waiting.error} onRetry={() => void waiting.refetch()} />
      <div role="status">
        {change && (
          <Note tone="warn" title={text.waiting.title(change.email)}>
            {text.waiting.text(format.time(change.confirmUntil))}
          </Note>
        )}
      </div>
      {isAsking ? (
        <EmailForm me={me} onDone={() => setAsking(false)} />
      ) : (
        <Actions>
          <Button kind="line" small onClick={() => setAsking(true)}>
            {change ? text.waiting.again : text.change}
          </Button>
          {change && (
            <Button kind="line" small busy={stop.isPending} onClick={() => stop.mutate({})}>
              {text.waiting.stop}
            </Button>
          )}
        </Actions>
      )}
      <ErrorNote error={stop.error} />
    </AccountPart>
  );
}
