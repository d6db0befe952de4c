import * as Type from 'typebox';
import { contractRights, contractSupports, contractTerritories } from '../cycle/contract-fields.ts';
import { contract } from '../http/contract.ts';
import { Address, Cut, Id, line, listOf, Moment, Money, Nullable, Page, RoundSlug, Sha256, Size } from './common.ts';

export const BountyState = Type.Enum(['owed', 'exported', 'paid', 'failed', 'cancelled']);

/** What a rights contract is made of. */
export const ContractTerms = Type.Object({
  rights: Type.Array(Type.Enum(contractRights)),
  supports: Type.Array(Type.Enum(contractSupports)),
  pieces: Type.Integer(),
  territory: Type.Enum(contractTerritories),
  from: Moment,
  to: Moment,
  lumpSum: Money,
  isNet: Type.Boolean(),
  shareBp: Type.Integer(),
});

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
    Type.Object({
      legalName: Type.String(),
      /** Null when the account on file has to be given again. */
      ibanMasked: Nullable(Type.String()),
      exempt: Type.Boolean(),
      /** Since when the account stands. */
      givenAt: Moment,
      socialSecurityMasked: Nullable(Type.String()),
    }),
  ),
  /** Other accounts that were asked for since the contract was accepted, newest first; while one waits nothing is paid. */
  ibanChanges: Type.Array(
    Type.Object({
      id: Id,
      state: Type.Enum(['waiting', 'approved', 'refused', 'cancelled', 'replaced']),
      ibanMasked: Type.String(),
      askedAt: Moment,
      /** From then on a second person may confirm it. */
      readyAt: Moment,
      decidedAt: Nullable(Moment),
      reason: Nullable(Type.String()),
    }),
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
  contract: Nullable(
    Type.Object({
      text: Type.String(),
      /** Of the text as it stands here, byte for byte. */
      sha256: Sha256,
      acceptedAt: Nullable(Moment),
      /** The last day of the rights; the run's page closes after it. */
      until: Nullable(Moment),
      /** The fields that the text was made of. */
      terms: Nullable(ContractTerms),
    }),
  ),
  ledger: Type.Array(
    Type.Object({ cause: Type.String(), description: Type.String(), bookedAt: Moment, amount: Money }),
  ),
  payments: Type.Array(
    Type.Object({
      id: Id,
      payout: Id,
      state: Type.String(),
      /** ISO 20022, as the bank gave it. */
      reasonCode: Nullable(Type.String()),
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
    socialSecurity: Type.Optional(Type.String({ minLength: 13, maxLength: 30 })),
    shirt: Type.Optional(Type.Object({ size: Size, cut: Cut })),
    address: Type.Optional(Address),
  }),
  status: 200,
  response: Bounty,
  problems: [
    'iban_invalid',
    'iban_locked',
    'iban_unchanged',
    'sign_in_again',
    'social_security_invalid',
    'not_owner',
    'shirt_printed',
    'option_unknown',
  ],
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
  summary:
    'Accept the rights contract whose hash was read; the IBAN is frozen then, and another one waits for a second person',
  params,
  body: Type.Object({ sha256: Sha256 }),
  status: 200,
  response: Bounty,
  problems: ['payee_missing', 'contract_changed'],
});
