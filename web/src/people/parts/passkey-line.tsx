import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useFormat, useText } from '../../platform/i18n/use-text.ts';
import { Button } from '../../platform/ui/button.tsx';
import { Input } from '../../platform/ui/input.tsx';
import { Actions } from '../../platform/ui/layout.tsx';
import type { Passkey } from '../session-calls.ts';
import styles from './account-part.module.css';

interface Props {
  readonly passkey: Passkey;
  readonly busy: boolean;
  readonly onRemove: () => void;
  readonly onRename: (name: string) => Promise<unknown>;
}

/** One key: its name, where it is kept, since when; and its name as a field while it gets another. */
export function PasskeyLine({ passkey, busy, onRemove, onRename }: Props) {
  const text = useText('profile').keys;
  const format = useFormat();
  const [isNaming, setNaming] = useState(false);
  const name = passkey.name || text.device;
  if (isNaming) return <NameForm name={name} onRename={onRename} onClose={() => setNaming(false)} />;
  return (
    <li>
      <span>
        <b className={styles.long}>{name}</b>
        <span className="small muted">
          {passkey.backedUp ? text.synced : text.single}
          {passkey.createdAt && `, ${text.since(format.day(passkey.createdAt, { year: true }))}`}
        </span>
      </span>
      <Actions>
        <Button kind="line" small onClick={() => setNaming(true)} aria-label={text.renameOf(name)}>
          {text.rename}
        </Button>
        <Button kind="line" small busy={busy} onClick={onRemove} aria-label={text.removeOf(name)}>
          {text.remove}
        </Button>
      </Actions>
    </li>
  );
}

function NameForm({ name, onRename, onClose }: { name: string; onRename: Props['onRename']; onClose: () => void }) {
  const text = useText('profile');
  const { cancel } = useText('platform');
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(name);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.select(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    setBusy(true);
    // A refusal is told below the list, and the name typed stays.
    await onRename(typed.trim()).then(onClose, () => setBusy(false));
  };
  return (
    <li>
      <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Input
          label={text.keys.name}
          autoComplete="off"
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={typed.trim() === '' ? text.keys.nameError : undefined}
        />
        <Actions>
          <Button type="submit" kind="ink" small busy={isBusy}>
            {text.save}
          </Button>
          <Button kind="line" small onClick={onClose}>
            {cancel}
          </Button>
        </Actions>
      </form>
    </li>
  );
}
