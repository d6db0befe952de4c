import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { reasonText } from '@fraisier/shared/cycle/bank-reasons.ts';
import { useFormat, useLang, useText } from '../../../platform/i18n/use-text.ts';
import { Note, type Tone } from '../../../platform/ui/note.tsx';
import { Checklist } from '../../../platform/ui/ops/panel.tsx';
import { hasNewAccount, waitingChange } from '../bounty-standing.ts';
import { Step } from './step.tsx';

/** Where the money is, and what is still missing for it to leave. */
export function TransferStep({ bounty }: { bounty: Bounty }) {
  const text = useText('bounty').transfer;
  const { state } = bounty;
  const isAccepted = Boolean(bounty.contract?.acceptedAt);
  const isFailed = state === 'failed';
  const isOut = state === 'exported' || state === 'paid';
  const sign = (done: boolean, failed = false) =>
    (done ? 'ok' : failed ? 'bad' : 'waiting') as 'ok' | 'bad' | 'waiting';
  return (
    <Step title={text.title} number={3}>
      {state !== 'cancelled' && (
        <Checklist
          items={[
            { state: sign(bounty.payee !== null), text: text.items.payee },
            { state: sign(isAccepted), text: text.items.contract },
            { state: sign(isOut || isFailed), text: text.items.exported },
            { state: sign(state === 'paid', isFailed), text: text.items.paid },
          ]}
        />
      )}
      <Standing bounty={bounty} isReady={bounty.payee !== null && isAccepted} />
    </Step>
  );
}

function Standing({ bounty, isReady }: { bounty: Bounty; isReady: boolean }) {
  const { transfer: text, payee } = useText('bounty');
  const format = useFormat();
  const lang = useLang();
  const refused = bounty.payments.findLast((payment) => payment.state === 'failed');
  const reason = refused && reasonText(refused.reasonCode, refused.reason, lang);
  const waiting = waitingChange(bounty);
  const said = (): [Tone, string] => {
    if (waiting) return ['warn', payee.pendingTitle(waiting.ibanMasked)];
    switch (bounty.state) {
      case 'owed':
        return isReady ? ['info', text.ready(format.day(bounty.dueAt, { year: true }))] : ['warn', text.waiting];
      case 'exported':
        return ['info', text.exported];
      case 'paid':
        return ['ok', text.paid(format.moneyExact(bounty.net), format.day(bounty.paidAt ?? bounty.dueAt))];
      case 'failed':
        if (hasNewAccount(bounty)) return ['info', text.ready(format.day(bounty.dueAt, { year: true }))];
        return ['bad', reason ? text.failed(reason) : text.failedBare];
      case 'cancelled':
        return ['info', text.cancelled];
    }
  };
  const [tone, words] = said();
  return <Note tone={tone}>{words}</Note>;
}
