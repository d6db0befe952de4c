import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { getMe } from '@fraisier/shared/contracts/people.ts';
import { useState } from 'react';
import { useFormat, useText } from '../../../platform/i18n/use-text.ts';
import { useCall } from '../../../platform/query.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Facts } from '../../../platform/ui/ops/panel.tsx';
import { IbanChange } from './iban-change.tsx';
import { PayeeForm } from './payee-form.tsx';
import { ReadSecret } from './read-secret.tsx';
import { SocialSecurity } from './social-security.tsx';
import { Step } from './step.tsx';

export interface PayeeStepProps {
  readonly bounty: Bounty;
  readonly isOwn: boolean;
  readonly run: string | undefined;
}

/** Who is paid and where; once the contract is accepted, how that still changes. */
export function PayeeStep({ bounty, isOwn, run }: PayeeStepProps) {
  const text = useText('bounty').payee;
  const [isChanging, setChanging] = useState(false);
  const { payee } = bounty;
  const isAccepted = Boolean(bounty.contract?.acceptedAt);
  const mayChange = isOwn && bounty.state === 'owed' && !isAccepted;
  const isAdmin = useCall(getMe).data?.role === 'admin';
  const secrets = [
    ...(payee?.ibanMasked ? (['iban'] as const) : []),
    ...(payee?.socialSecurityMasked ? (['social_security'] as const) : []),
  ];
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
      {isOwn && payee && !isForm && isAccepted && bounty.state !== 'cancelled' && (
        <SocialSecurity bounty={bounty.id} isGiven={payee.socialSecurityMasked !== null} />
      )}
      {isAdmin && !isForm && secrets.length > 0 && <ReadSecret bounty={bounty.id} fields={secrets} />}
      {isAccepted && <IbanChange bounty={bounty} isOwn={isOwn} />}
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
              {payee.ibanMasked ?? text.missing}
            </span>,
          ],
          [
            text.socialSecurity,
            <span key="number" className="num">
              {payee.socialSecurityMasked ?? text.socialSecurityMissing}
            </span>,
          ],
          [text.exemption, payee.exempt ? text.exemptYes : text.exemptNo],
        ]}
      />
      <p className="small muted">{text.given(format.day(payee.givenAt, { year: true }))}</p>
    </>
  );
}
