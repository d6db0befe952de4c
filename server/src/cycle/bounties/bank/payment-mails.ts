import { reasonText, tellable } from '@fraisier/shared/cycle/bank-reasons.ts';
import type { Deps } from '../../../deps.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { writeMail } from '../../../platform/mail/outbox.ts';
import { readSettings } from '../../../platform/settings/settings.sql.ts';
import { type BountyRow, findWinner } from '../bounties.sql.ts';
import { failedMail, paidMail } from '../bounty.mail.ts';
import type { PaymentRow } from '../payouts/payouts.sql.ts';
import type { Attempt } from './facts.sql.ts';

interface About {
  readonly bounty: BountyRow;
  readonly payment: PaymentRow;
  readonly facts: Attempt['facts'];
}

/** Tells the winner that the bank confirms. After it came back and left again, they are told again. */
export async function mailPaid(deps: Deps, trx: Trx, { bounty, payment, facts }: About): Promise<void> {
  const winner = await findWinner(trx, bounty.id);
  if (!winner || !bounty.paid_at) return;
  const { time_zone: timeZone } = await readSettings(trx);
  await writeMail(trx, {
    cause: causeOf('bounty-paid', payment, facts),
    to: winner.email,
    locale: winner.locale,
    template: 'bounty-paid',
    content: paidMail(
      {
        netCents: payment.amount_cents,
        title: winner.title,
        paidAt: bounty.paid_at,
        timeZone,
        url: `${deps.config.appUrl}/${winner.locale}/bounties/${bounty.id}`,
      },
      winner.locale,
    ),
  });
}

/** Tells the winner why the money is not there, or not any more, in words rather than in the bank's code. */
export async function mailUnpaid(deps: Deps, trx: Trx, { bounty, payment, facts }: About): Promise<void> {
  const winner = await findWinner(trx, bounty.id);
  if (!winner) return;
  const told = facts.findLast((fact) => fact.kind === 'returned' || fact.kind === 'refused');
  const { code, words } = tellable(told?.reason_code ?? null, told?.reason ?? null);
  await writeMail(trx, {
    cause: causeOf('bounty-failed', payment, facts),
    to: winner.email,
    locale: winner.locale,
    template: 'bounty-failed',
    content: failedMail(
      {
        netCents: payment.amount_cents,
        title: winner.title,
        reason: reasonText(code, words, winner.locale) ?? '–',
        ibanMasked: payment.iban_masked,
        cameBack: told?.kind === 'returned',
        url: `${deps.config.appUrl}/${winner.locale}/bounties/${bounty.id}`,
      },
      winner.locale,
    ),
  });
}

/** Once for each time that it happens: how often it came back tells one time from the next. */
function causeOf(template: string, payment: PaymentRow, facts: Attempt['facts']): string {
  const returns = facts.filter((fact) => fact.kind === 'returned').length;
  return returns === 0 ? `${template}:${payment.id}` : `${template}:${payment.id}:${returns}`;
}
