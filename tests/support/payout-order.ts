import type { PayoutOrder } from '@fraisier/server/cycle/bounties/payouts/payout-file.ts';

/** Two transfers, one abroad, with an apostrophe in a name. */
export const payoutOrder: PayoutOrder = {
  messageId: 'FRAISIER-20261201-1a2b3c4d',
  createdAt: '2026-12-01T23:30:05',
  requestedFor: '2026-12-02',
  debtor: { name: 'Societe du Fraisier', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP' },
  transfers: [
    {
      endToEndId: '2026-11-0123456789ab-1',
      name: "Camille d'Oeuvrard",
      iban: 'FR7630001007941234567890185',
      amountCents: 100_000,
      remittance: 'Dotation 2026-11 Raton laveur',
    },
    {
      endToEndId: '2026-11-ba9876543210-1',
      name: 'Jan de Vries',
      iban: 'NL91ABNA0417164300',
      amountCents: 83_970,
      remittance: 'Dotation 2026-11 Plein sud',
    },
  ],
};
