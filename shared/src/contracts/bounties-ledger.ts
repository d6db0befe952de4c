import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, listOf, Moment, Money, Nullable, Page, RoundSlug, RunSlug } from './common.ts';

const AccountCode = Type.String({ pattern: '^[a-z_]{1,40}$', description: 'An account of the books' });
/** The end of that day, by the shop's calendar. */
const On = Type.Optional(Type.String({ format: 'date' }));

/** What a transaction about a bounty did, as its cause names it. */
export const bountyActs = [
  'reserve',
  'release',
  'owe',
  'reprice',
  'export',
  'paid',
  'failed',
  'returned',
  'cancelled',
  'stopped',
  'surplus',
  'late',
  'exported',
] as const;

/** What a transaction is about, from its cause: enough to say it in any language, and to go there. */
export const LedgerSubject = Type.Object({
  act: Type.Enum([...bountyActs, 'sale']),
  /** Of a bounty: its round. */
  round: Nullable(RoundSlug),
  roundNumber: Nullable(Type.Integer()),
  bounty: Nullable(Id),
  /** Of a transfer: the bank's reference, and the file that it is in. */
  endToEndId: Nullable(Type.String()),
  payout: Nullable(Id),
  /** Of a sale: the run, the numbers and the order. */
  run: Nullable(RunSlug),
  numbers: Type.Array(Type.Integer()),
  order: Nullable(Id),
});
export type LedgerSubject = Type.Static<typeof LedgerSubject>;

const Account = {
  account: Type.String(),
  kind: Type.Enum(['asset', 'liability', 'income', 'expense']),
  nameFr: Type.String(),
  nameEn: Type.String(),
};

const Transaction = {
  cause: Type.String(),
  /** As it stands in the books, in French. */
  description: Type.String(),
  about: Nullable(LedgerSubject),
  bookedAt: Moment,
};

export const getLedger = contract({
  name: 'getLedger',
  method: 'GET',
  path: '/api/ledger',
  audience: 'operator',
  summary: 'The trial balance at the end of a day, and the newest transactions until then',
  query: Type.Object({ ...Page, on: On }),
  status: 200,
  response: Type.Object({
    /** The day that was asked for; null is now. */
    on: Nullable(Type.String({ format: 'date' })),
    balances: Type.Array(
      Type.Object({
        ...Account,
        debit: Money,
        credit: Money,
        /** Debit less credit. */
        balance: Money,
      }),
    ),
    /** All debits and all credits: the same sum. */
    sums: Type.Object({ debit: Money, credit: Money }),
    items: Type.Array(
      Type.Object({
        id: Id,
        ...Transaction,
        entries: Type.Array(Type.Object({ account: Type.String(), amount: Money })),
      }),
    ),
    nextCursor: Nullable(Type.String()),
  }),
});

export const getLedgerAccount = contract({
  name: 'getLedgerAccount',
  method: 'GET',
  path: '/api/ledger/accounts/:account',
  audience: 'operator',
  summary: 'What was booked on one account, newest first, with the balance after each entry',
  params: Type.Object({ account: AccountCode }),
  query: Type.Object({ ...Page, on: On }),
  status: 200,
  response: Type.Object({
    ...Account,
    on: Nullable(Type.String({ format: 'date' })),
    debit: Money,
    credit: Money,
    balance: Money,
    items: Type.Array(Type.Object({ id: Id, transaction: Id, ...Transaction, amount: Money, balanceAfter: Money })),
    nextCursor: Nullable(Type.String()),
  }),
});
export type AccountEntry = Type.Static<typeof getLedgerAccount.response>['items'][number];

export const exportBalance = contract({
  name: 'exportBalance',
  method: 'GET',
  path: '/api/ledger/balance',
  audience: 'operator',
  summary: 'The trial balance at the end of a day, for a spreadsheet',
  query: Type.Object({ on: On }),
  status: 200,
  file: 'text/csv; charset=utf-8',
});

export const exportEntries = contract({
  name: 'exportEntries',
  method: 'GET',
  path: '/api/ledger/entries',
  audience: 'operator',
  summary: 'Every entry until the end of a day, or those of one account, oldest first, for a spreadsheet',
  query: Type.Object({ on: On, account: Type.Optional(AccountCode) }),
  status: 200,
  file: 'text/csv; charset=utf-8',
});

/** The rules that the books are checked by. */
export const ledgerRules = [
  'transactions_balance',
  'books_balance',
  'causes_once',
  'causes_known',
  'reserves_cover',
  'winners_owed',
  'bounties_agree',
  'payouts_sum',
  'sales_agree',
] as const;

export const LedgerFinding = Type.Object({
  rule: Type.Enum(ledgerRules),
  /** What differs, in a word. */
  code: Type.String(),
  /** Of what it is about: a transaction's cause, or a round, bounty, payout or payment. */
  subject: Type.String(),
  subjectType: Type.Enum(['transaction', 'books', 'round', 'bounty', 'payout', 'payment']),
  /** How the subject is called: a round's slug, a bank's reference. */
  name: Nullable(Type.String()),
  account: Nullable(Type.String()),
  /** A sum, or a word such as a state. */
  expected: Nullable(Type.Union([Money, Type.String()])),
  found: Nullable(Type.Union([Money, Type.String()])),
});
export type LedgerFinding = Type.Static<typeof LedgerFinding>;

export const LedgerCheck = Type.Object({
  id: Id,
  checkedAt: Moment,
  /** The night's; otherwise who asked for it. */
  isNightly: Type.Boolean(),
  askedBy: Nullable(Type.String()),
  rules: Type.Array(Type.Object({ rule: Type.Enum(ledgerRules), looked: Type.Integer(), differ: Type.Integer() })),
  findingsCount: Type.Integer(),
  /** The first hundred. */
  findings: Type.Array(LedgerFinding),
});
export type LedgerCheck = Type.Static<typeof LedgerCheck>;

export const listLedgerChecks = contract({
  name: 'listLedgerChecks',
  method: 'GET',
  path: '/api/ledger/checks',
  audience: 'operator',
  summary: 'The checks of the books, newest first: what was looked at, and what differs',
  query: Type.Object(Page),
  status: 200,
  response: listOf(LedgerCheck),
});

export const checkLedger = contract({
  name: 'checkLedger',
  method: 'POST',
  path: '/api/ledger/checks',
  audience: 'operator',
  summary: 'Check the books now, as every night does',
  status: 201,
  response: LedgerCheck,
});
