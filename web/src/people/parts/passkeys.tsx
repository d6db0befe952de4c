import { useMutation, useQuery } from '@tanstack/react-query';
import { useText } from '../../platform/i18n/use-text.ts';
import { ErrorNote } from '../../platform/ui/error-note.tsx';
import { Loading } from '../../platform/ui/loading.tsx';
import { toast } from '../../platform/ui/toast.tsx';
import { readPasskeys, removePasskey, renamePasskey } from '../session-calls.ts';
import styles from './account-part.module.css';
import { AccountPart } from './account-part.tsx';
import { AddPasskey } from './add-passkey.tsx';
import { PasskeyLine } from './passkey-line.tsx';

/** Keys of one's own devices, with which one signs in without a mail. The last may go: mail links remain. */
export function Passkeys() {
  const text = useText('profile').keys;
  const keys = useQuery({ queryKey: ['auth', 'passkeys'], queryFn: readPasskeys, retry: false });
  const done = (said: string) => async () => {
    toast(said);
    await keys.refetch();
  };
  const remove = useMutation({ mutationFn: (id: string) => removePasskey(id), onSuccess: done(text.removed) });
  const rename = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => renamePasskey(id, name),
    onSuccess: done(text.renamed),
  });
  return (
    <AccountPart id="keys" title={text.title}>
      <p className="muted prose">{text.lead}</p>
      {keys.isPending && <Loading />}
      <ErrorNote error={keys.error} onRetry={() => void keys.refetch()} />
      {keys.data && keys.data.length > 0 && (
        <ul className={styles.list}>
          {keys.data.map((key) => (
            <PasskeyLine
              key={key.id}
              passkey={key}
              busy={remove.isPending && remove.variables === key.id}
              onRemove={() => remove.mutate(key.id)}
              onRename={(name) => rename.mutateAsync({ id: key.id, name })}
            />
          ))}
        </ul>
      )}
      {keys.data?.length === 0 && <p>{text.none}</p>}
      <ErrorNote error={remove.error ?? rename.error} />
      <AddPasskey onAdded={done(text.added)} />
    </AccountPart>
  );
}
