import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useText } from '../../platform/i18n/use-text.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Note } from '../../platform/ui/note.tsx';
import { deviceOf } from '../device-name.ts';
import { addPasskey, canUsePasskeys, StaleSession } from '../session-calls.ts';
import { SignInAgain } from './sign-in-again.tsx';

/** Makes a key under the name of the device; it can have another one later. */
export function AddPasskey({ onAdded }: { onAdded: () => Promise<void> }) {
  const text = useText('profile').keys;
  const [isAble, setAble] = useState<boolean | null>(null);
  useEffect(() => setAble(canUsePasskeys()), []);
  const add = useMutation({
    mutationFn: () => {
      const device = deviceOf(navigator.userAgent);
      return addPasskey(device ? `${device.browser}, ${device.system}` : text.device);
    },
    onSuccess: onAdded,
  });
  if (isAble === null) return null;
  if (!isAble) return <p className="small muted">{text.unsupported}</p>;
  return (
    <>
      <AddError error={add.error} />
      <div>
        {add.error instanceof StaleSession ? (
          <SignInAgain part="keys" />
        ) : (
          <Button kind="line" small wideOnPhone busy={add.isPending} onClick={() => add.mutate()}>
            {text.add}
          </Button>
        )}
      </div>
    </>
  );
}

/** The device's refusals are not the shop's. */
function AddError({ error }: { error: Error | null }) {
  const text = useText('profile').keys;
  if (error instanceof StaleSession) {
    return (
      <Note tone="warn" role="alert">
        {text.stale}
      </Note>
    );
  }
  if (error instanceof DOMException) {
    return (
      <Note tone="bad" role="alert">
        {error.name === 'InvalidStateError' ? text.already : text.stopped}
      </Note>
    );
  }
  return <ErrorNote error={error} />;
}
