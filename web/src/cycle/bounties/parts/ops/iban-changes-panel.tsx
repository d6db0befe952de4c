import { type Bounty, getBounty, listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { approveIbanChange, refuseIbanChange } from '@fraisier/shared/contracts/bounties-secrets.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { TextArea } from '../../../../platform/ui/input.tsx';
import { Actions } from '../../../../platform/ui/layout.tsx';
import { PlainLink } from '../../../../platform/ui/link.tsx';
import { Panel } from '../../../../platform/ui/ops/panel.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import { useNameOf } from '../../../submissions/designer-name.tsx';
import { waitingChange } from '../../bounty-standing.ts';
import styles from './iban-changes-panel.module.css';

type Change = Bounty['ibanChanges'][number];

/** Accounts that wait for a second person; nothing is shown where none does. */
export function IbanChangesPanel({ bounties, now }: { bounties: readonly Bounty[]; now: string }) {
  const text = useText('ops-ledger').changes;
  const waiting = bounties.flatMap((bounty) => {
    const change = waitingChange(bounty);
    return change ? [{ bounty, change }] : [];
  });
  if (waiting.length === 0) return null;
  return (
    <Panel title={text.title} aside={waiting.length}>
      <p className="muted prose">{text.lead}</p>
      <ul className={styles.list}>
        {waiting.map(({ bounty, change }) => (
          <WaitingChange key={change.id} bounty={bounty} change={change} now={now} />
        ))}
      </ul>
    </Panel>
  );
}

function WaitingChange({ bounty, change, now }: { bounty: Bounty; change: Change; now: string }) {
  const text = useText('ops-ledger').changes;
  const format = useFormat();
  const nameOf = useNameOf();
  const [asking, setAsking] = useState<'approve' | 'refuse' | null>(null);
  const isReady = change.readyAt <= now;
  const name = nameOf(bounty.designer);
  return (
    <li>
      <div>
        <p>
          <PlainLink to={`/bounties/${bounty.id}`}>{text.line(bounty.title, name)}</PlainLink>
        </p>
        <p className={`num ${styles.accounts}`}>
          <span>{bounty.payee?.ibanMasked ? text.from(bounty.payee.ibanMasked) : text.none}</span>
          <span className="strong">{text.to(change.ibanMasked)}</span>
        </p>
        <p className="small muted">
          {text.asked(format.stamp(change.askedAt))}{' '}
          {isReady ? text.ready : <b>{text.waits(format.stamp(change.readyAt))}</b>}
        </p>
      </div>
      <div className={styles.acts}>
        <Button
          small
          kind="ink"
          disabledReason={isReady ? undefined : text.waits(format.stamp(change.readyAt))}
          onClick={() => setAsking('approve')}
        >
          {text.approve}
        </Button>
        <Button small kind="line" onClick={() => setAsking('refuse')}>
          {text.refuse}
        </Button>
      </div>
      <ApproveDialog
        bounty={bounty}
        change={change}
        name={bounty.payee?.legalName ?? name}
        open={asking === 'approve'}
        onClose={() => setAsking(null)}
      />
      <RefuseDialog bounty={bounty} change={change} open={asking === 'refuse'} onClose={() => setAsking(null)} />
    </li>
  );
}

interface DialogProps {
  readonly bounty: Bounty;
  readonly change: Change;
  readonly open: boolean;
  readonly onClose: () => void;
}

const stale = [listBounties, getBounty] as const;

function ApproveDialog({ bounty, change, name, open, onClose }: DialogProps & { readonly name: string }) {
  const text = useText('ops-ledger').changes;
  const { cancel } = useText('platform');
  const approve = useAct(approveIbanChange, {
    invalidates: stale,
    onDone: () => {
      toast(text.approved);
      onClose();
    },
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text.approveTitle}
      actions={
        <Actions>
          <Button
            busy={approve.isPending}
            onClick={() => approve.mutate({ params: { bounty: bounty.id, change: change.id } })}
          >
            {text.approve}
          </Button>
          <Button kind="line" onClick={onClose}>
            {cancel}
          </Button>
        </Actions>
      }
    >
      <p>{text.approveText(name, change.ibanMasked)}</p>
      <ErrorNote error={approve.error} />
    </Dialog>
  );
}

function RefuseDialog({ bounty, change, open, onClose }: DialogProps) {
  const text = useText('ops-ledger').changes;
  const { cancel } = useText('platform');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const refuse = useAct(refuseIbanChange, {
    invalidates: stale,
    onDone: () => {
      toast(text.refused);
      onClose();
    },
  });
  const isMissing = reason.trim().length < 3;
  const send = () => {
    setTried(true);
    if (!isMissing) {
      refuse.mutate({ params: { bounty: bounty.id, change: change.id }, body: { reason: reason.trim() } });
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text.refuseTitle}
      actions={
        <Actions>
          <Button busy={refuse.isPending} onClick={send}>
            {text.refuse}
          </Button>
          <Button kind="line" onClick={onClose}>
            {cancel}
          </Button>
        </Actions>
      }
    >
      <p className="muted">{text.refuseText}</p>
      <TextArea
        label={text.reason}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && isMissing ? text.reasonMissing : undefined}
      />
      <ErrorNote error={refuse.error} />
    </Dialog>
  );
}
