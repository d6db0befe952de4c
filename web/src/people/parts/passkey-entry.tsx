import { useEffect, useState } from 'react';
import { ApiProblem } from '../../platform/api.ts';
import { useText } from '../../platform/i18n/use-text.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Note } from '../../platform/ui/note.tsx';
import { canUsePasskeys, enterWithPasskey } from '../session-calls.ts';

/** Signing in with the device's own key, where the browser can. */
export function PasskeyEntry({ next }: { next: string }) {
  const text = useText('profile').keys;
  // Nearly every browser is: what is below need not move for the few that are not.
  const [isAble, setAble] = useState(true);
  const [state, setState] = useState<{ busy?: boolean; error?: unknown }>({});
  useEffect(() => setAble(canUsePasskeys()), []);
  if (!isAble) return null;
  const enter = async () => {
    setState({ busy: true });
    try {
      await enterWithPasskey();
      window.location.assign(next);
    } catch (error) {
      setState({ error });
    }
  };
  const isOurs = state.error instanceof ApiProblem && state.error.status !== 400 && state.error.status !== 401;
  return (
    <>
      <div>
        <Button kind="line" busy={state.busy} onClick={() => void enter()}>
          {text.enter}
        </Button>
      </div>
      {isOurs ? (
        <ErrorNote error={state.error} />
      ) : (
        state.error !== undefined && (
          <Note tone="warn" role="alert">
            {text.noKey}
          </Note>
        )
      )}
    </>
  );
}
