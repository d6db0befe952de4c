import { type Bounty, listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getLedger } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { createPayout, listPayouts } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { getDesk } from '@fraisier/shared/contracts/shop.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Link } from '../../../../platform/ui/link.tsx';
import { Checklist } from '../../../../platform/ui/ops/panel.tsx';
import { toast } from '../../../../platform/ui/toast.tsx';
import styles from './bounties.module.css';
import { useMoneyReason } from './money-reason.ts';

export interface PreparePayoutProps {
  readonly chosen: readonly Bounty[];
  /** Some bounty could be chosen. */
  readonly anyReady: boolean;
  readonly bounties: readonly Bounty[];
  readonly onDone: () => void;
}

/** Makes one bank file of the chosen bounties, after one more look at who gets what. */
export function PreparePayout({ chosen, anyReady, bounties, onDone }: PreparePayoutProps) {
  const text = useText('ops-money').prepare;
  const { cancel } = useText('platform');
  const format = useFormat();
  const say = useMoneyReason(bounties);
  const [open, setOpen] = useState(false);
  const create = useAct(createPayout, {
    invalidates: [listBounties, listPayouts, getLedger, getDesk],
    onDone: () => {
      setOpen(false);
      onDone();
      toast(text.done);
    },
  });
  const total = chosen.reduce((sum, bounty) => sum + bounty.net.amount, 0);
  const why = !anyReady ? text.none : chosen.length === 0 ? text.pick : undefined;
  return (
    <div className={[styles.prepare, chosen.length > 0 && styles.stuck].filter(Boolean).join(' ')}>
      <Button wideOnPhone disabledReason={why} onClick={() => setOpen(true)}>
        {text.open(chosen.length)}
      </Button>
      {chosen.length > 0 && <span className="num">{text.total(format.moneyExact(total))}</span>}
      <Dialog
        open={open}
        onClose={() => {
          create.reset();
          setOpen(false);
        }}
        title={text.title}
        actions={
          <>
            <Button
              busy={create.isPending}
              onClick={() => create.mutate({ body: { bounties: chosen.map((bounty) => bounty.id) } })}
            >
              {text.confirm}
            </Button>
            <Button kind="line" onClick={() => setOpen(false)}>
              {cancel}
            </Button>
          </>
        }
      >
        <p>{text.text}</p>
        <Checklist
          items={chosen.map((bounty) => ({
            state: 'waiting',
            text: text.line(
              format.moneyExact(bounty.net),
              bounty.payee?.legalName ?? bounty.designer,
              bounty.payee?.ibanMasked ?? '',
            ),
          }))}
        />
        <p className="d3 num">{text.total(format.moneyExact(total))}</p>
        <ErrorNote error={create.error} reason={say} />
        {create.error?.code === 'debtor_missing' && <Link to="/ops/settings#bank">{text.settings}</Link>}
      </Dialog>
    </div>
  );
}
