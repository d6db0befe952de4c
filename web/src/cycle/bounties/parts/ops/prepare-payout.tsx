import { type Bounty, listBounties } from '@fraisier/shared/contracts/bounties.ts';
import { getLedger } from '@fraisier/shared/contracts/bounties-ledger.ts';
import { createPayout, listPayouts, previewPayout } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { getDesk } from '@fraisier/shared/contracts/desk.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFormat, useText } from '../../../../platform/i18n/use-text.ts';
import { useAct } from '../../../../platform/query.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Dialog } from '../../../../platform/ui/dialog.tsx';
import { ErrorNote } from '../../../../platform/ui/error-note.tsx';
import { Link } from '../../../../platform/ui/link.tsx';
import { Loading } from '../../../../platform/ui/loading.tsx';
import { heldAct, hold } from '../../../../platform/ui/ops/held-acts.ts';
import styles from './bounties.module.css';
import { useMoneyReason } from './money-reason.ts';

/** One file at a time waits for second thoughts. */
export const PAYOUT = 'payout';

export interface PreparePayoutProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly chosen: readonly Bounty[];
  readonly bounties: readonly Bounty[];
  /** The file is being made: it can still be taken back. */
  readonly onHeld: () => void;
}

/** What the file will say, word for word as the shop would write it, before it is made. */
export function PreparePayout({ open, onClose, chosen, bounties, onHeld }: PreparePayoutProps) {
  const text = useText('ops-money').prepare;
  const { cancel } = useText('platform');
  const client = useQueryClient();
  const body = { bounties: chosen.map((bounty) => bounty.id) };
  const make = () => {
    const stale = [listBounties, listPayouts, getLedger, getDesk];
    hold(heldAct(client, createPayout, { body }, { key: PAYOUT, said: text.said(chosen.length), stale }));
    onHeld();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text.title}
      actions={
        <>
          <Button onClick={make}>{text.confirm}</Button>
          <Button kind="line" onClick={onClose}>
            {cancel}
          </Button>
        </>
      }
    >
      <WhatItSays key={body.bounties.join()} body={body} bounties={bounties} />
    </Dialog>
  );
}

function WhatItSays({ body, bounties }: { body: { bounties: string[] }; bounties: readonly Bounty[] }) {
  const text = useText('ops-money').prepare;
  const format = useFormat();
  const say = useMoneyReason(bounties);
  const preview = useAct(previewPayout);
  const { mutate } = preview;
  const asked = useRef(body);
  useEffect(() => mutate({ body: asked.current }), [mutate]);
  const { data, error } = preview;
  if (error) {
    return (
      <>
        <ErrorNote error={error} reason={say} />
        {error.code === 'debtor_missing' && <Link to="/ops/settings#bank">{text.settings}</Link>}
      </>
    );
  }
  if (!data) return <Loading />;
  return (
    <>
      <p>
        {text.from(data.debtor.name, data.debtor.ibanMasked)}
        <br />
        {text.on(format.day(data.requestedFor, { year: true }))}
      </p>
      <ul className={styles.sheet}>
        {data.payments.map((payment) => (
          <li key={payment.bounty}>
            <p>
              <b>{payment.legalName}</b>, {payment.ibanMasked}
              {payment.name !== payment.legalName && <span className="small muted"> {text.latin(payment.name)}</span>}
              <br />
              <span className={`small muted num ${styles.end}`}>
                {payment.endToEndId}
                {payment.attempt > 1 && `, ${text.attempt(payment.attempt)}`}
              </span>
              <br />
              <span className="small muted">{payment.remittance}</span>
            </p>
            <span className="num nowrap strong">{format.moneyExact(payment.amount)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        <span className="figure">{format.moneyExact(data.total)}</span>
      </p>
      <p className="small muted">{text.text}</p>
    </>
  );
}
