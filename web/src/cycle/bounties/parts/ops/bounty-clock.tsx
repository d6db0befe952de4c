import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { reasonText } from '@fraisier/shared/cycle/bank-reasons.ts';
import { useFormat, useLang, useText } from '../../../../platform/i18n/use-text.ts';
import { type CheckItem, Checklist } from '../../../../platform/ui/ops/panel.tsx';
import styles from './bounty-clock.module.css';

/** Days until a bounty is due, or how long it took. */
export function BountyClock({ bounty, now }: { bounty: Bounty; now: string }) {
  const { clock } = useText('ops');
  const format = useFormat();
  const days = bounty.paidAt
    ? Math.max(0, format.daysBetween(bounty.owedAt, bounty.paidAt))
    : format.daysBetween(now, bounty.dueAt);
  const isLate = !bounty.paidAt && days < 0;
  const word = bounty.paidAt ? clock.paid : isLate ? clock.late : days === 0 ? clock.today : clock.left;
  return (
    <div className={styles.clock}>
      <span className={`figure ${styles.days} ${isLate ? styles.late : ''}`}>{clock.days(Math.abs(days))}</span>
      <p>
        {word}
        <br />
        <span className="muted">{format.day(bounty.paidAt ?? bounty.dueAt, { year: true })}</span>
      </p>
    </div>
  );
}

/** What is done and what is missing until the winner has their money. */
export function BountyChecks({ bounty }: { bounty: Bounty }) {
  const { bountyChecks: text } = useText('ops');
  const format = useFormat();
  const { payee, contract, state, payments, paidAt } = bounty;
  const acceptedAt = contract?.acceptedAt;
  const lang = useLang();
  const refused = payments.findLast((payment) => payment.state === 'failed');
  const refusal = refused && reasonText(refused.reasonCode, refused.reason, lang);
  const items: CheckItem[] = [
    { state: 'ok', text: text.result(format.day(bounty.owedAt)) },
    payee
      ? { state: 'ok', text: text.payee(payee.legalName, payee.ibanMasked ?? '…') }
      : { state: 'waiting', text: text.noPayee },
    acceptedAt
      ? { state: 'ok', text: text.contract(format.day(acceptedAt)) }
      : { state: 'waiting', text: text.noContract },
  ];
  if (state === 'failed' && refusal) items.push({ state: 'bad', text: text.failed(refusal) });
  if (state === 'owed' || state === 'failed') items.push({ state: 'waiting', text: text.notExported });
  if (state === 'exported') items.push({ state: 'waiting', text: text.exported });
  if (paidAt) items.push({ state: 'ok', text: text.paid(format.day(paidAt)) });
  return <Checklist items={items} />;
}
