import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { Button } from '../../platform/ui/button.tsx';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Note } from '../../platform/ui/note.tsx';
import { toast } from '../../platform/ui/toast.tsx';
import { deviceOf } from '../device-name.ts';
import {
  addPasskey,
  canUsePasskeys,
  type Passkey,
  readPasskeys,
  removePasskey,
  StaleSession,
} from '../session-calls.ts';
import styles from './account-part.module.css';
import { AccountPart } from './account-part.tsx';

/** Keys of one's own devices, with which one signs in without a mail. */
export function Passkeys() {
  const text = useText('profile').keys;
  const keys = useQuery({ queryKey: ['auth', 'passkeys'], queryFn: readPasskeys, retry: false });
  const [isAble, setAble] = useState<boolean | null>(null);
  useEffect(() => setAble(canUsePasskeys()), []);
  const add = useMutation({
    mutationFn: () => {
      const device = deviceOf(navigator.userAgent);
      return addPasskey(device ? `${device.browser}, ${device.system}` : text.device);
    },
    onSuccess: async () => {
      toast(text.added);
      await keys.refetch();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => removePasskey(id),
    onSuccess: async () => {
      toast(text.removed);
      await keys.refetch();
    },
  });
  return (
    <AccountPart title={text.title}>
      <p className="muted">{text.lead}</p>
      <ErrorNote error={keys.error} onRetry={() => void keys.refetch()} />
      {keys.data && keys.data.length > 0 && (
        <ul className={styles.list}>
          {keys.data.map((key) => (
            <KeyLine
              key={key.id}
              passkey={key}
              busy={remove.isPending && remove.variables === key.id}
              onRemove={() => remove.mutate(key.id)}
            />
          ))}
        </ul>
      )}
      {keys.data?.length === 0 && <p>{text.none}</p>}
      <AddError error={add.error} />
      <ErrorNote error={remove.error} />
      {isAble === false && <p className="small muted">{text.unsupported}</p>}
      {isAble && (
        <div>
          <Button kind="line" small busy={add.isPending} onClick={() => add.mutate()}>
            {text.add}
          </Button>
        </div>
      )}
    </AccountPart>
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

function KeyLine({ passkey, busy, onRemove }: { passkey: Passkey; busy: boolean; onRemove: () => void }) {
  const text = useText('profile').keys;
  const format = useFormat();
  const name = passkey.name || text.device;
  return (
    <li>
      <span>
        <b>{name}</b>
        <span className="small muted">
          {passkey.backedUp ? text.synced : text.single}
          {passkey.createdAt && `, ${text.since(format.day(passkey.createdAt, { year: true }))}`}
        </span>
      </span>
      <Button kind="line" small busy={busy} onClick={onRemove} aria-label={text.removeOf(name)}>
        {text.remove}
      </Button>
    </li>
  );
}
