import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Link } from '../../../platform/ui/link.tsx';
import { Note } from '../../../platform/ui/note.tsx';
import { Facts } from '../../../platform/ui/ops/panel.tsx';
import { hasNewAccount } from '../bounty-standing.ts';
import { IbanForm } from './iban-form.tsx';
import { PayeeForm } from './payee-form.tsx';
import { Step } from './step.tsx';

export interface PayeeStepProps {
  readonly bounty: Bounty;
  readonly isOwn: boolean;
  readonly run: string | undefined;
}

/** Who is paid and where; once the contract is accepted, why that no longer changes. */
export function PayeeStep({ bounty, isOwn, run }: PayeeStepProps) {
  const text = useText('bounty').payee;
  const [isChanging, setChanging] = useState(false);
  const format = useFormat();
  const { payee } = bounty;
  const isWaiting = hasNewAccount(bounty);
  const isAccepted = Boolean(bounty.contract?.acceptedAt);
  const mayChange = isOwn && bounty.state === 'owed' && !isAccepted;
  const isForm = mayChange && (payee === null || isChanging);
  return (
    <Step title={text.title} number={1}>
      <p className="muted prose">{text.lead}</p>
      {isForm ? (
        <PayeeForm
          bounty={bounty}
          run={run}
          onDone={() => setChanging(false)}
          onKeep={payee ? () => setChanging(false) : undefined}
        />
      ) : (
        payee && <PayeeFacts payee={payee} />
      )}
      {mayChange && !isForm && (
        <div>
          <Button kind="line" small onClick={() => setChanging(true)}>
            {text.change}
          </Button>
        </div>
      )}
      {isOwn && isAccepted && (bounty.state === 'owed' || bounty.state === 'exported') && (
        <>
          <Note>{text.frozen}</Note>
          <p>
            <Link to="/contact">{text.write}</Link>
          </p>
        </>
      )}
      {isWaiting && payee && (
        <Note tone="warn" role="status">
          {text.pending(format.day(payee.givenAt, { year: true }))}
        </Note>
      )}
      {isOwn && isWaiting && !isChanging && (
        <div>
          <Button kind="line" small onClick={() => setChanging(true)}>
            {text.another}
          </Button>
        </div>
      )}
      {isOwn && payee && bounty.state === 'failed' && (!isWaiting || isChanging) && (
        <IbanForm bounty={bounty.id} payee={payee} onDone={() => setChanging(false)} />
      )}
    </Step>
  );
}

function PayeeFacts({ payee }: { payee: NonNullable<Bounty['payee']> }) {
  const text = useText('bounty').payee;
  const format = useFormat();
  return (
    <>
      <Facts
        rows={[
          [text.name, payee.legalName],
          [
            text.account,
            <span key="iban" className="num">
              {payee.ibanMasked}
            </span>,
          ],
          [text.exemption, payee.exempt ? text.exemptYes : text.exemptNo],
        ]}
      />
      <p className="small muted">{text.given(format.day(payee.givenAt, { year: true }))}</p>
    </>
  );
}
