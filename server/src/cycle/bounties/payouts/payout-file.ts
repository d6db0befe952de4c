import { Document } from 'sepa';

export interface Transfer {
  readonly endToEndId: string;
  readonly name: string;
  readonly iban: string;
  readonly amountCents: number;
  readonly remittance: string;
}

export interface PayoutOrder {
  readonly messageId: string;
  /** By the shop's wall clock, `2026-12-01T20:00:00`: the format has no zone. */
  readonly createdAt: string;
  /** `2026-12-02`. */
  readonly requestedFor: string;
  readonly debtor: { readonly name: string; readonly iban: string; readonly bic: string };
  readonly transfers: readonly Transfer[];
}

/** The bank file: one pain.001.001.09 message. Every text must be in SEPA's Latin set already. */
export function payoutFile(order: PayoutOrder): string {
  const document = new Document('pain.001.001.09');
  document.grpHdr.id = order.messageId;
  // The package writes a Date by the clock of the process: a Date made of wall-clock parts comes out as these parts.
  document.grpHdr.created = new Date(order.createdAt);
  document.grpHdr.initiatorName = order.debtor.name;
  const info = document.createPaymentInfo();
  info.requestedExecutionDate = new Date(`${order.requestedFor}T12:00:00`);
  info.debtorName = order.debtor.name;
  info.debtorIBAN = order.debtor.iban;
  info.debtorBIC = order.debtor.bic;
  document.addPaymentInfo(info);
  for (const transfer of order.transfers) {
    const transaction = info.createTransaction();
    transaction.creditorName = transfer.name;
    transaction.creditorIBAN = transfer.iban;
    // Euros, as the package wants them; two decimals of a whole number of cents come back exactly.
    transaction.amount = transfer.amountCents / 100;
    transaction.currency = 'EUR';
    transaction.end2endId = transfer.endToEndId;
    transaction.remittanceInfo = transfer.remittance;
    info.addTransaction(transaction);
  }
  return document.toString();
}
