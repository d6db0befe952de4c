import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import {
  Address,
  Cut,
  Id,
  line,
  listOf,
  Moment,
  Money,
  Nullable,
  Page,
  RoundSlug,
  RunSlug,
  Sha256,
  Size,
} from './common.ts';

export const BountyState = Type.Enum(['owed', 'exported', 'paid', 'failed', 'cancelled']);

export const Bounty = Type.Object({
  id: Id,
  round: RoundSlug,
  roundNumber: Type.Integer(),
  design: Id,
  title: Type.String(),
  designer: Type.String(),
  state: BountyState,
  promised: Money,
  promisedIsNet: Type.Boolean(),
  gross: Money,
  net: Money,
  contribution: Money,
  withholding: Type.Array(
    Type.Object({
      code: Type.String(),
      labelFr: Type.String(),
      labelEn: Type.String(),
      rateBp: Type.Integer(),
      base: Money,
      amount: Money,
      payer: Type.String(),
    }),
  ),
  owedAt: Moment,
  dueAt: Moment,
  paidAt: Nullable(Moment),
  payee: Nullable(
    Type.Object({ legalName: Type.String(), ibanMasked: Type.String(), exempt: Type.Boolean(), givenAt: Moment }),
  ),
  shirt: Nullable(
    Type.Object({
      order: Id,
      size: Nullable(Size),
      cut: Nullable(Cut),
      /** Since when it is in a print order: from then on size and cut stand. */
      printingSince: Nullable(Moment),
    }),
  ),
  /** The text to read and accept; null until the payee is known. */
  contract: Nullable(Type.Object({ text: Type.String(), sha256: Sha256, acceptedAt: Nullable(Moment) })),
  ledger: Type.Array(
    Type.Object({ cause: Type.String(), description: Type.String(), bookedAt: Moment, amount: Money }),
  ),
  payments: Type.Array(
    Type.Object({
      id: Id,
      payout: Id,
      state: Type.String(),
      reason: Nullable(Type.String()),
      settledAt: Nullable(Moment),
    }),
  ),
});
export type Bounty = Type.Static<typeof Bounty>;

const params = Type.Object({ bounty: Id });

export const listBounties = contract({
  name: 'listBounties',
  method: 'GET',
  path: '/api/bounties',
  audience: 'member',
  summary: 'My bounties; for operators all of them: clock, payee, ledger',
  query: Type.Object(Page),
  status: 200,
  response: listOf(Bounty),
});

export const getBounty = contract({
  name: 'getBounty',
  method: 'GET',
  path: '/api/bounties/:bounty',
  audience: 'member',
  summary: 'One bounty: its designer and operators only',
  params,
  status: 200,
  response: Bounty,
});

export const putPayee = contract({
  name: 'putPayee',
  method: 'PUT',
  path: '/api/bounties/:bounty/payee',
  audience: 'member',
  summary: 'Legal name, IBAN and exemption of the winner; with the size and address for shirt number 1',
  params,
  body: Type.Object({
    legalName: line(70),
    iban: Type.String({ minLength: 5, maxLength: 42 }),
    exempt: Type.Optional(Type.Boolean()),
    shirt: Type.Optional(Type.Object({ size: Size, cut: Cut })),
    address: Type.Optional(Address),
  }),
  status: 200,
  response: Bounty,
  problems: ['iban_invalid', 'iban_locked', 'not_owner', 'shirt_printed', 'option_unknown'],
});

export const putShirt = contract({
  name: 'putShirt',
  method: 'PUT',
  path: '/api/bounties/:bounty/shirt',
  audience: 'member',
  summary: 'Size and cut of shirt number 1, its winner’s, and where to send it: until it is in a print order',
  params,
  body: Type.Object({ size: Size, cut: Cut, address: Type.Optional(Address) }),
  status: 200,
  response: Bounty,
  problems: ['shirt_printed', 'option_unknown'],
});

export const acceptContract = contract({
  name: 'acceptContract',
  method: 'POST',
  path: '/api/bounties/:bounty/contract',
  audience: 'member',
  summary: 'Accept the rights contract whose hash was read; the IBAN is frozen then, unless the bank refuses a payment',
  params,
  body: Type.Object({ sha256: Sha256 }),
  status: 200,
  response: Bounty,
  problems: ['payee_missing', 'contract_changed'],
});

/** What a transaction is about, from its cause: enough to say it in any language. */
export const LedgerSubject = Type.Object({
  act: Type.Enum(['reserve', 'release', 'owe', 'reprice', 'export', 'paid', 'failed', 'sale']),
  /** Of a bounty: its round. */
  roundNumber: Nullable(Type.Integer()),
  /** Of a transfer: the bank's reference. */
  endToEndId: Nullable(Type.String()),
  /** Of a sale: the run and the numbers. */
  run: Nullable(RunSlug),
  numbers: Type.Array(Type.Integer()),
});
export type LedgerSubject = Type.Static<typeof LedgerSubject>;

export const getLedger = contract({
  name: 'getLedger',
  method: 'GET',
  path: '/api/ledger',
  audience: 'operator',
  summary: 'The trial balance and the newest transactions',
  query: Type.Object(Page),
  status: 200,
  response: Type.Object({
    balances: Type.Array(
      Type.Object({
        account: Type.String(),
        kind: Type.String(),
        nameFr: Type.String(),
        nameEn: Type.String(),
        balance: Money,
      }),
    ),
    items: Type.Array(
      Type.Object({
        id: Id,
        cause: Type.String(),
        /** As it stands in the books, in French. */
        description: Type.String(),
        about: Nullable(LedgerSubject),
        bookedAt: Moment,
        entries: Type.Array(Type.Object({ account: Type.String(), amount: Money })),
      }),
    ),
    nextCursor: Nullable(Type.String()),
  }),
});
