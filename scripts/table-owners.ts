/** The folder under server/src whose `.sql.ts` alone writes the table. Every table of the migrations has one. */
export const tableOwners = {
  shop_clock: 'platform/clock',
  shop_settings: 'platform/settings',
  mails: 'platform/mail',
  audit_log: 'platform/audit',
  demo_people: 'platform/demo',

  members: 'people',
  sessions: 'people',
  accounts: 'people',
  verifications: 'people',
  passkeys: 'people',
  delivery_addresses: 'people',
  contact_messages: 'people',

  designs: 'cycle/submissions',
  artworks: 'cycle/submissions',
  pictures: 'cycle/submissions',
  design_decisions: 'cycle/submissions',

  rounds: 'cycle/rounds',
  finalists: 'cycle/rounds',
  round_counts: 'cycle/rounds',
  round_closings: 'cycle/rounds',
  round_winners: 'cycle/rounds',
  passed_over: 'cycle/rounds',

  pseudonyms: 'cycle/ballots',
  exposures: 'cycle/ballots',
  deals: 'cycle/ballots',
  ballot_log: 'cycle/ballots',
  ballot_openings: 'cycle/ballots',
  ratings: 'cycle/ballots',
  notes: 'cycle/ballots',

  ledger_accounts: 'cycle/bounties',
  ledger_transactions: 'cycle/bounties',
  ledger_entries: 'cycle/bounties',
  withholding_rates: 'cycle/bounties',
  bounties: 'cycle/bounties',
  payouts: 'cycle/bounties',
  payout_payments: 'cycle/bounties',
  secret_readings: 'cycle/bounties',

  runs: 'cycle/runs',
  pieces: 'cycle/runs',

  orders: 'cycle/orders',
  payments: 'cycle/orders',
  invoice_counters: 'cycle/orders',
  invoices: 'cycle/orders',

  print_orders: 'cycle/prints',
  print_order_pieces: 'cycle/prints',
  print_deliveries: 'cycle/prints',

  letters: 'cycle/feedback',
  recommendations: 'cycle/feedback',
} as const satisfies Record<string, string>;
