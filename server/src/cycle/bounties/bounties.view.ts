import type { Bounty } from '@fraisier/shared/contracts/bounties.ts';
import { tellable } from '@fraisier/shared/cycle/bank-reasons.ts';
import type { ContractFields } from '@fraisier/shared/cycle/contract-fields.ts';
import type { Cut, Size } from '@fraisier/shared/cycle/garments.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import { maskSocialSecurity } from '@fraisier/shared/cycle/social-security.ts';
import type { ListedBounty } from './bounties.sql.ts';
import type { BountyLedgerRow } from './ledger/ledger.sql.ts';
import type { PaymentRow } from './payouts/payouts.sql.ts';
import type { StatementLine } from './quote-bounty.ts';
import type { IbanChangeRow } from './secrets/iban-changes.sql.ts';

export interface BountyHistory {
  readonly ledger: readonly BountyLedgerRow[];
  readonly payments: readonly PaymentRow[];
  readonly ibanChanges: readonly IbanChangeRow[];
  readonly shirtPrintingSince: Date | null;
}

export function bountyView(
  row: ListedBounty,
  { ledger, payments, ibanChanges, shirtPrintingSince }: BountyHistory,
): Bounty {
  return {
    id: row.id,
    round: row.round_slug,
    roundNumber: row.round_number,
    design: row.design_id,
    title: row.title,
    designer: row.designer_name,
    state: row.state as Bounty['state'],
    promised: eur(row.promised_cents),
    promisedIsNet: row.promised_is_net,
    gross: eur(row.gross_cents),
    net: eur(row.net_cents),
    contribution: eur(row.contribution_cents),
    withholding: (row.withholding as StatementLine[]).map(({ baseCents, amountCents, ...line }) => ({
      ...line,
      base: eur(baseCents),
      amount: eur(amountCents),
    })),
    owedAt: row.owed_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    paidAt: row.paid_at?.toISOString() ?? null,
    payee: payeeView(row),
    ibanChanges: ibanChanges.map(changeView),
    shirt: row.shirt_order
      ? {
          order: row.shirt_order,
          size: row.shirt_size as Size | null,
          cut: row.shirt_cut as Cut | null,
          printingSince: shirtPrintingSince?.toISOString() ?? null,
        }
      : null,
    contract:
      row.contract_text !== null && row.contract_sha256
        ? {
            text: row.contract_text,
            sha256: row.contract_sha256.toString('hex'),
            acceptedAt: row.contract_accepted_at?.toISOString() ?? null,
            until: row.contract_until?.toISOString() ?? null,
            terms: termsView(row.contract_terms as ContractFields | null),
          }
        : null,
    ledger: ledger.map((line) => ({
      cause: line.cause,
      description: line.description,
      bookedAt: line.booked_at.toISOString(),
      amount: eur(line.moved_cents),
    })),
    payments: payments.map(paymentView),
  };
}

function payeeView(row: ListedBounty): Bounty['payee'] {
  if (row.legal_name === null || !row.payee_at) return null;
  return {
    legalName: row.legal_name,
    ibanMasked: row.iban_last4 === null ? null : masked(row.iban_country, row.iban_last4),
    exempt: row.exempt,
    givenAt: (row.iban_changed_at ?? row.payee_at).toISOString(),
    socialSecurityMasked: row.social_security_last2 === null ? null : maskSocialSecurity(row.social_security_last2),
  };
}

function changeView(row: IbanChangeRow): Bounty['ibanChanges'][number] {
  return {
    id: row.id,
    state: row.state as Bounty['ibanChanges'][number]['state'],
    ibanMasked: masked(row.iban_country, row.iban_last4),
    askedAt: row.requested_at.toISOString(),
    readyAt: row.ready_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
  };
}

const masked = (country: string | null, last4: string) => `${country ?? ''}•• … ${last4}`;

function termsView(fields: ContractFields | null): NonNullable<Bounty['contract']>['terms'] {
  if (!fields) return null;
  const { lumpSumCents, rights, supports, ...rest } = fields;
  return { ...rest, rights: [...rights], supports: [...supports], lumpSum: eur(lumpSumCents) };
}

/** As its designer may read it. */
function paymentView(payment: PaymentRow): Bounty['payments'][number] {
  const { code, words } = tellable(payment.reason_code, payment.reason);
  return {
    id: payment.id,
    payout: payment.payout_id,
    state: payment.state,
    reasonCode: code,
    reason: words,
    settledAt: payment.settled_at?.toISOString() ?? null,
  };
}
