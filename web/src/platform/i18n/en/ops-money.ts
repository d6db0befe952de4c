import type { opsMoney as shape } from '../fr/ops-money.ts';

/** The books are kept in French; the causes of their entries are the same words everywhere. */
const causes: Readonly<Record<string, string>> = {
  reserve: 'Bounty reserved',
  release: 'Reserve given back',
  owe: 'Bounty owed',
  reprice: 'Bounty priced again',
  export: 'Transfer handed to the bank',
  paid: 'Transfer confirmed by the bank',
  failed: 'Transfer refused by the bank',
};

export const opsMoney: typeof shape = {
  reasons: {
    nothing_to_pay: 'nothing to pay in this state',
    payee_missing: 'the payee is not named',
    iban_missing: 'the IBAN is missing',
    iban_invalid: 'the IBAN is not right',
    contract_not_accepted: 'the contract is not accepted',
    iban_change_pending: 'the IBAN has just changed: 48 hours to wait, then someone other than its owner',
    not_found: 'no such bounty',
    debtor_name_missing: 'The name of the shop’s account is missing.',
    debtor_iban_missing: 'The shop’s IBAN is missing.',
    debtor_iban_invalid: 'The shop’s IBAN is not right.',
    debtor_bic_invalid: 'The shop’s BIC is not right.',
    debtor_bic_country: 'The shop’s BIC and IBAN are not of one country.',
  },
  title: 'Bounties',
  subtitle: (owed, count) =>
    count === 0
      ? 'Nothing is owed.'
      : count === 1
        ? `One bounty owed, ${owed} net.`
        : `${count} bounties owed, ${owed} net.`,
  average: (days) => (days === 1 ? 'Paid within 1 day on average' : `Paid within ${days} days on average`),
  empty: 'No bounty yet.',
  emptyHint: 'They come with the close of a round.',
  of: (title, designer) => `${title}, by ${designer}`,
  bounty: (number) => `Bounty ${number}`,
  net: 'Net, paid out',
  gross: 'Gross',
  contribution: 'Contribution',
  promised: (money, net) => (net ? `${money} net promised` : `${money} gross promised`),
  shirt: 'Piece 1',
  shirtText: (size, cut) => `size ${size}, ${cut}`,
  shirtMissing: 'size to be chosen',
  exempt: 'exempt from withholding',
  contract: 'Read the contract',
  notReady: (reasons) => `Not yet: ${reasons}.`,
  pick: (number) => `Put bounty ${number} into the transfer`,
  picked: 'Put into the next transfer',
  page: 'The winner’s page',
  prepare: {
    none: 'Nothing is ready to be paid',
    pick: 'Choose a bounty that is ready',
    open: (count) => (count === 1 ? 'Make the transfer' : `Make ${count} transfers`),
    title: 'Make the transfer file',
    text: 'The SEPA file is made once and kept encrypted. A bounty in it goes into no other file before the bank has answered.',
    line: (money, name, iban) => `${money} to ${name}, ${iban}`,
    total: (money) => `Total: ${money}`,
    confirm: 'Make the file',
    done: 'The file is made. Download it, then hand it to the bank.',
    settings: 'Complete the settings',
  },
  payouts: {
    title: 'Transfer files',
    empty: 'No file yet.',
    for: (day) => `to be carried out on ${day}`,
    made: (when) => `made on ${when}`,
    download: 'Download the file',
    logged: 'Downloads are written to the log.',
    sha: 'Fingerprint',
    states: { exported: 'Waiting for the bank', paid: 'Paid', failed: 'Refused' },
    paid: 'Paid',
    failed: 'Refused',
    settledAt: (when) => `on ${when}`,
    paidTitle: (money) => `Confirm the payment of ${money}`,
    paidText: (name) => `The bank has transferred it to ${name}. The winner gets an e-mail.`,
    paidConfirm: 'The bank has paid',
    paidDone: 'The payment is noted.',
    failedTitle: 'Note the bank’s refusal',
    failedText: 'The bounty is owed again. The winner reads the reason and can give another IBAN.',
    failedReason: 'The bank’s reason',
    failedHint: 'Without an IBAN: the winner and the log read it.',
    failedMissing: 'Give the reason.',
    failedConfirm: 'The bank has refused',
    failedDone: 'The refusal is noted. The bounty is owed again.',
  },
  ledger: {
    title: 'Books',
    balance: 'Trial balance',
    balanced: 'The balance is zero',
    unbalanced: (money) => `The balance is not zero: ${money}`,
    account: 'Account',
    debit: 'Debit',
    credit: 'Credit',
    total: 'Total',
    zero: 'Show accounts at zero',
    journal: 'Transactions',
    date: 'Date',
    what: 'Transaction',
    empty: 'No transaction yet.',
    say: (cause, description) => {
      const isSale = description.startsWith('Vente');
      const [, , act = ''] = cause.split(':');
      const label = isSale ? 'Sale' : causes[act];
      if (!label) return description;
      const reference = /\d{4}-\d\d[\w-]*/.exec(description)?.[0];
      const numbers = /nº (.+)$/.exec(description)?.[1]?.replace(' et ', ' and ');
      return [label, reference && (isSale ? `run ${reference}` : reference), numbers && `no. ${numbers}`]
        .filter(Boolean)
        .join(', ');
    },
  },
};
