import { type Bounty, getBounty } from '@fraisier/shared/contracts/bounties.ts';
import { cancelIbanChange } from '@fraisier/shared/contracts/bounties-secrets.ts';
import { getShop } from '@fraisier/shared/contracts/shop.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useAct, useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorNote } from '../../../platform/ui/error-note.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { toast } from '../../../platform/ui/toast.tsx';
import { hasNewAccount, waitingChange } from '../bounty-standing.ts';
import { IbanForm } from './iban-form.tsx';

/** After the contract: the account is frozen, another one can be asked for, or waits, or was decided about. */
export function IbanChange({ bounty, isOwn }: { bounty: Bounty; isOwn: boolean }) {
  const text = useText('bounty').payee;
  const [isAsking, setAsking] = useState(false);
  const waiting = waitingChange(bounty);
  if (bounty.state === 'exported') return isOwn && <p className="small muted">{text.onTheWay}</p>;
  if (bounty.state !== 'owed' && bounty.state !== 'failed') return null;
  const isRefused = bounty.state === 'failed' && !hasNewAccount(bounty) && !waiting;
  const isForm = isOwn && !waiting && (isAsking || isRefused || !bounty.payee?.ibanMasked);
  return (
    <>
      {waiting ? (
        <Waiting bounty={bounty.id} change={waiting} isOwn={isOwn} />
      ) : (
        isOwn && <p className="muted prose">{isRefused ? text.refusedLead : text.frozen}</p>
      )}
      <Decisions changes={bounty.ibanChanges} />
      {isForm && (
        <IbanForm
          bounty={bounty.id}
          onDone={() => setAsking(false)}
          onKeep={isAsking && !isRefused ? () => setAsking(false) : undefined}
        />
      )}
      {isOwn && !waiting && !isForm && (
        <div>
          <Button kind="line" small onClick={() => setAsking(true)}>
            {text.another}
          </Button>
        </div>
      )}
    </>
  );
}

type Change = Bounty['ibanChanges'][number];

function Waiting({ bounty, change, isOwn }: { bounty: string; change: Change; isOwn: boolean }) {
  const text = useText('bounty').payee;
  const format = useFormat();
  const now = useCall(getShop).data?.now;
  const keep = useAct(cancelIbanChange, { invalidates: [getBounty], onDone: () => toast(text.kept) });
  const asked = format.stamp(change.askedAt);
  const isReady = now !== undefined && change.readyAt <= now;
  return (
    <>
      <Note tone="warn" role="status" title={text.pendingTitle(change.ibanMasked)}>
        {isReady ? text.pendingReady(asked) : text.pending(asked, format.stamp(change.readyAt))}
      </Note>
      <ErrorNote error={keep.error} />
      {isOwn && (
        <div>
          <Button
            kind="line"
            small
            busy={keep.isPending}
            onClick={() => keep.mutate({ params: { bounty, change: change.id } })}
          >
            {text.keepOld}
          </Button>
        </div>
      )}
    </>
  );
}

/** What became of the accounts that were asked for. */
function Decisions({ changes }: { changes: readonly Change[] }) {
  const { decisions } = useText('bounty').payee;
  const format = useFormat();
  const decided = changes.flatMap(({ id, state, ibanMasked, decidedAt, reason }) =>
    state === 'waiting' || !decidedAt
      ? []
      : [{ id, said: [decisions[state](ibanMasked, format.day(decidedAt, { year: true })), reason] }],
  );
  if (decided.length === 0) return null;
  return (
    <ul className="small muted">
      {decided.map(({ id, said }) => (
        <li key={id}>{said.filter(Boolean).join(' ')}</li>
      ))}
    </ul>
  );
}
