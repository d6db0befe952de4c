import type { Verdict } from '@fraisier/shared/contracts/bounties-payouts.ts';
import { normalizeIban } from '@fraisier/shared/cycle/iban.ts';
import type { PayoutAccounts } from '../payouts/payout-accounts.ts';
import type { AnswerLine } from './bank-answer.ts';
import type { NamedPayment } from './bank-files.sql.ts';

/** Our references, whether or not there is such a transfer: `2026-11-0123456789ab-1`, `FRAISIER-20261201-1a2b3c4d`. */
const OURS = /^(2\d{3}-(0[1-9]|1[0-2])-[0-9a-f]{12}-\d{1,4}|FRAISIER-\d{8}-[0-9a-f]{8})$/;

export interface Known {
  readonly payments: readonly NamedPayment[];
  /** Of each payout, what its file says. */
  readonly accounts: ReadonlyMap<string, PayoutAccounts>;
}

export type Judged = AnswerLine & {
  readonly verdict: Exclude<Verdict, 'known'>;
  readonly payment: NamedPayment | null;
};

/**
 * What a bank's line is about, and whether it may move anything: it must name a transfer of ours, in the file it names,
 * with its amount, from the shop's account to the payee's. What a line of a whole file says stands for each of its
 * transfers that no other line names. Null for a movement that is none of the bounties'.
 */
export function judgeLine(line: AnswerLine, lines: readonly AnswerLine[], known: Known): Judged[] | null {
  if (line.endToEndId === null && line.messageId !== null) return judgeWholeFile(line, lines, known);
  const payment = known.payments.find((one) => one.end_to_end_id === line.endToEndId) ?? null;
  if (payment) return [{ ...line, payment, verdict: verdictOf(line, payment, known) }];
  const lost = known.payments.find((one) => seemsToBe(line, one, known)) ?? null;
  if (line.source === 'status' || lost || [line.endToEndId, line.messageId].some((name) => name && OURS.test(name))) {
    return [{ ...line, payment: lost, verdict: 'unknown' }];
  }
  return null;
}

function judgeWholeFile(line: AnswerLine, lines: readonly AnswerLine[], known: Known): Judged[] | null {
  const payments = known.payments.filter((one) => one.message_id === line.messageId);
  if (payments.length === 0) {
    const ours = line.source === 'status' || OURS.test(line.messageId ?? '');
    return ours ? [{ ...line, payment: null, verdict: 'unknown' }] : null;
  }
  const total = payments.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
  if (line.source !== 'status' && line.amountCents !== total) {
    // Not the sum of the file: perhaps one of its transfers, whose reference the bank lost.
    const lost = payments.find((one) => seemsToBe(line, one, known)) ?? null;
    return [{ ...line, payment: lost, verdict: lost ? 'unknown' : 'amount_differs' }];
  }
  const named = new Set(lines.map((one) => one.endToEndId));
  return payments
    .filter((payment) => line.source !== 'status' || !named.has(payment.end_to_end_id))
    .map((payment) => {
      const single = {
        ...line,
        endToEndId: payment.end_to_end_id,
        amountCents: line.source === 'status' ? null : payment.amount_cents,
      };
      return { ...single, payment, verdict: verdictOf(single, payment, known) };
    });
}

function verdictOf(line: AnswerLine, payment: NamedPayment, known: Known): Judged['verdict'] {
  const accounts = known.accounts.get(payment.payout_id);
  const payee = accounts?.creditors.get(payment.end_to_end_id);
  if (line.kind === 'other') return 'status_unknown';
  if (line.messageId !== null && line.messageId !== payment.message_id) {
    // A bank may give an entry a message of its own; a status report names ours.
    if (line.source === 'status' || OURS.test(line.messageId)) return 'file_differs';
  }
  if (line.currency !== null && line.currency !== 'EUR') return 'currency_differs';
  if (line.amountCents !== null && line.amountCents !== payment.amount_cents) return 'amount_differs';
  if (line.source !== 'status' && line.amountCents === null) return 'amount_differs';
  if (line.account !== null && normalizeIban(line.account) !== accounts?.debtor) return 'account_differs';
  if (line.iban !== null) {
    const iban = normalizeIban(line.iban);
    // Of what comes back, banks write the shop as the one who is paid, or the payee as the transfer had it.
    const fits = iban === payee || (line.kind === 'returned' && iban === accounts?.debtor);
    if (!fits) return 'iban_differs';
  }
  return 'matched';
}

/** The bank lost the reference: same account, same amount, still on its way. A person looks; nothing moves. */
function seemsToBe(line: AnswerLine, payment: NamedPayment, known: Known): boolean {
  return (
    line.iban !== null &&
    line.amountCents === payment.amount_cents &&
    normalizeIban(line.iban) === known.accounts.get(payment.payout_id)?.creditors.get(payment.end_to_end_id)
  );
}
