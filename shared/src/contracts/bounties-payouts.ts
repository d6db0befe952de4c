import * as Type from 'typebox';
import { paymentStates } from '../cycle/payment-states.ts';
import { contract } from '../http/contract.ts';
import { Id, line, listOf, Moment, Money, Nullable, Page, Reason, RoundSlug, Sha256 } from './common.ts';

const Day = Type.String({ format: 'date' });

const PayoutPayment = Type.Object({
  id: Id,
  bounty: Id,
  payee: Type.String(),
  ibanMasked: Type.String(),
  amount: Money,
  endToEndId: Type.String(),
  state: Type.Enum([...paymentStates]),
  /** ISO 20022, as the bank gave it. */
  reasonCode: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  settledAt: Nullable(Moment),
  /** The bank has said anything of it, and what last: `ACSP`, or `BOOK` of an entry. */
  bankStatus: Nullable(Type.String()),
  /** The day that the bank gives to its latest entry. */
  bookedOn: Nullable(Day),
  /** What the bank says does not add up; a person must ask it. */
  alarm: Nullable(Type.Enum(['debited_twice', 'contradicted'])),
});

export const Payout = Type.Object({
  id: Id,
  messageId: Type.String(),
  createdAt: Moment,
  createdBy: Type.String(),
  requestedFor: Day,
  total: Money,
  sha256: Sha256,
  /** Made; then given to the bank, or void: never both. */
  state: Type.Enum(['made', 'sent', 'void']),
  /** When that was said, by whom, and why it is void. */
  stateSince: Moment,
  stateBy: Type.String(),
  voidReason: Nullable(Type.String()),
  /** How often the file was handed out. */
  downloads: Type.Integer(),
  /** The bank has spoken of it. */
  answered: Type.Boolean(),
  payments: Type.Array(PayoutPayment),
});
export type Payout = Type.Static<typeof Payout>;

const params = Type.Object({ payout: Id });
const chosen = Type.Object({ bounties: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100 })) });

export const previewPayout = contract({
  name: 'previewPayout',
  method: 'POST',
  path: '/api/bounties/payouts/preview',
  audience: 'operator',
  summary: 'What the bank file of these bounties would say; nothing is made',
  body: chosen,
  status: 200,
  response: Type.Object({
    requestedFor: Day,
    debtor: Type.Object({ name: Type.String(), ibanMasked: Type.String(), bic: Type.String() }),
    total: Money,
    payments: Type.Array(
      Type.Object({
        bounty: Id,
        roundNumber: Type.Integer(),
        title: Type.String(),
        /** As the bank gets it: in Latin letters. */
        name: Type.String(),
        legalName: Type.String(),
        ibanMasked: Type.String(),
        amount: Money,
        endToEndId: Type.String(),
        remittance: Type.String(),
        /** Of this bounty; from the second on, one before it was closed. */
        attempt: Type.Integer(),
      }),
    ),
    /** Of all bounties that are left out. */
    left: Type.Array(Reason),
  }),
  problems: ['nothing_to_pay', 'debtor_missing'],
});

export const createPayout = contract({
  name: 'createPayout',
  method: 'POST',
  path: '/api/bounties/payouts',
  audience: 'operator',
  summary: 'Export the bounties that are ready as one pain.001 file; a bounty is never exported twice',
  body: chosen,
  status: 201,
  response: Payout,
  problems: ['nothing_to_pay', 'debtor_missing'],
});

export const listPayouts = contract({
  name: 'listPayouts',
  method: 'GET',
  path: '/api/bounties/payouts',
  audience: 'operator',
  summary: 'Payout files, newest first',
  query: Type.Object(Page),
  status: 200,
  response: listOf(Payout),
});

export const downloadPayout = contract({
  name: 'downloadPayout',
  method: 'GET',
  path: '/api/bounties/payouts/:payout/file',
  audience: 'operator',
  summary: 'The pain.001 file of a payout, byte for byte as it was made; the reading is logged',
  params,
  query: Type.Object({
    evenIfVoid: Type.Optional(
      Type.Boolean({ description: 'To look into a file that must not reach the bank: it is named VOID then' }),
    ),
  }),
  status: 200,
  file: 'application/xml',
  problems: ['payout_void', 'payout_stopped'],
});

export const sendPayout = contract({
  name: 'sendPayout',
  method: 'POST',
  path: '/api/bounties/payouts/:payout/sending',
  audience: 'operator',
  summary: 'Note that the file was given to the bank: from then on it cannot be cancelled',
  params,
  status: 200,
  response: Payout,
  problems: ['payout_void', 'payout_stopped'],
});

export const cancelPayout = contract({
  name: 'cancelPayout',
  method: 'POST',
  path: '/api/bounties/payouts/:payout/cancellation',
  audience: 'operator',
  summary: 'Make a file void that the bank never had: its bounties are owed again',
  params,
  body: Type.Object({
    reason: line(200),
    /** Who cancels says so: the shop cannot see what was uploaded to the bank. */
    notSent: Type.Literal(true),
  }),
  status: 200,
  response: Payout,
  problems: ['cannot_cancel_payout'],
});

export const settlePayment = contract({
  name: 'settlePayment',
  method: 'POST',
  path: '/api/bounties/payouts/:payout/payments/:payment/settlement',
  audience: 'operator',
  summary: "The bank's answer, read by a person: paid, or failed with its reason",
  params: Type.Object({ payout: Id, payment: Id }),
  body: Type.Union([
    Type.Object({ outcome: Type.Literal('paid') }, { additionalProperties: false }),
    Type.Object({ outcome: Type.Literal('failed'), reason: line(200) }, { additionalProperties: false }),
  ]),
  status: 200,
  response: Payout,
  problems: ['payment_settled'],
});

export const verdicts = [
  'matched',
  'known',
  'unknown',
  'amount_differs',
  'currency_differs',
  'iban_differs',
  'account_differs',
  'file_differs',
  'status_unknown',
] as const;
export type Verdict = (typeof verdicts)[number];

export const effects = ['received', 'paid', 'failed', 'returned', 'late', 'surplus', 'none'] as const;
export type Effect = (typeof effects)[number];

/** One thing that the bank says, and what came of it. */
export const BankLine = Type.Object({
  position: Type.Integer(),
  kind: Type.Enum(['received', 'refused', 'done', 'debited', 'returned', 'other']),
  reference: Type.String(),
  endToEndId: Nullable(Type.String()),
  amount: Nullable(Type.Object({ amount: Type.Integer(), currency: Type.String() })),
  ibanMasked: Nullable(Type.String()),
  status: Nullable(Type.String()),
  reasonCode: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  bookedOn: Nullable(Day),
  /** `matched` moves money or says more of a transfer; `known` was said before; all others move nothing. */
  verdict: Type.Enum([...verdicts]),
  effect: Nullable(Type.Enum([...effects])),
  /** The transfer that it is about, or that it seems to be about. */
  payment: Nullable(
    Type.Object({
      id: Id,
      bounty: Id,
      round: RoundSlug,
      roundNumber: Type.Integer(),
      title: Type.String(),
      payee: Type.String(),
      amount: Money,
    }),
  ),
});
export type BankLine = Type.Static<typeof BankLine>;

const bankFile = {
  kind: Type.Enum(['pain.002', 'camt.053', 'camt.054']),
  version: Type.String(),
  messageId: Type.String(),
  sha256: Sha256,
  fileName: Type.String(),
  /** When the bank wrote it, as it says. */
  saidAt: Type.String(),
  /** Movements on the account that are none of the bounties'. */
  others: Type.Integer(),
  lines: Type.Array(BankLine),
};

export const BankFile = Type.Object({
  id: Id,
  ...bankFile,
  importedAt: Moment,
  importedBy: Type.String(),
});
export type BankFile = Type.Static<typeof BankFile>;

export const BankFilePreview = Type.Object({
  ...bankFile,
  /** When it was taken in already: then it does nothing more. */
  importedAt: Nullable(Moment),
  /** What the lines would do, as a hash: hand it in with the import. */
  plan: Sha256,
});
export type BankFilePreview = Type.Static<typeof BankFilePreview>;

/** What a bank writes in a month is far below; what is larger is no answer to the shop's transfers. */
export const BANK_FILE_BYTES = 5 * 1024 * 1024;

export const previewBankFile = contract({
  name: 'previewBankFile',
  method: 'POST',
  path: '/api/bounties/bank-files/preview',
  audience: 'operator',
  summary: 'What an answer of the bank (pain.002, camt.053, camt.054) would do, line by line; nothing is done',
  upload: 'file',
  body: Type.Object({}),
  status: 200,
  response: BankFilePreview,
  problems: ['bank_file_invalid', 'upload_interrupted', 'field_missing'],
});

export const importBankFile = contract({
  name: 'importBankFile',
  method: 'POST',
  path: '/api/bounties/bank-files',
  audience: 'operator',
  summary: 'Take in an answer of the bank; the same file again changes nothing and answers the same',
  upload: 'file',
  body: Type.Object({ plan: Type.Optional(Sha256) }),
  status: 200,
  response: BankFile,
  problems: ['bank_file_invalid', 'bank_plan_changed', 'upload_interrupted', 'field_missing'],
});

export const listBankFiles = contract({
  name: 'listBankFiles',
  method: 'GET',
  path: '/api/bounties/bank-files',
  audience: 'operator',
  summary: "The bank's answers that were taken in, newest first",
  query: Type.Object(Page),
  status: 200,
  response: listOf(BankFile),
});

export const OpenBankLine = Type.Object({
  id: Id,
  ...BankLine.properties,
  file: Type.Object({ kind: bankFile.kind, fileName: Type.String(), importedAt: Moment }),
});
export type OpenBankLine = Type.Static<typeof OpenBankLine>;

export const listOpenBankLines = contract({
  name: 'listOpenBankLines',
  method: 'GET',
  path: '/api/bounties/bank-lines',
  audience: 'operator',
  summary: 'What the bank said that moved nothing and waits for a person, oldest first',
  query: Type.Object(Page),
  status: 200,
  response: listOf(OpenBankLine),
});

export const solveBankLine = contract({
  name: 'solveBankLine',
  method: 'POST',
  path: '/api/bounties/bank-lines/:line/solution',
  audience: 'operator',
  summary: 'Note what a line was about; it moves no money',
  params: Type.Object({ line: Id }),
  body: Type.Object({ solution: line(300) }),
  status: 204,
  problems: ['bank_line_solved'],
});

/** In the demo there is no bank: these are its answers to a file, as a real one would write them. */
export const playBank = contract({
  name: 'playBank',
  method: 'GET',
  path: '/api/demo/bank/:payout/:answer',
  audience: 'operator',
  summary: 'Demo only: what a bank would answer to this file',
  params: Type.Object({
    payout: Id,
    answer: Type.Enum(['accepted', 'refused', 'executed', 'statement', 'returned']),
  }),
  status: 200,
  file: 'application/xml',
  problems: ['payout_void'],
});
