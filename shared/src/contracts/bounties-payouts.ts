import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, line, listOf, Moment, Money, Nullable, Page, Sha256 } from './common.ts';

const PayoutPayment = Type.Object({
  id: Id,
  bounty: Id,
  payee: Type.String(),
  ibanMasked: Type.String(),
  amount: Money,
  endToEndId: Type.String(),
  state: Type.Union([Type.Literal('exported'), Type.Literal('paid'), Type.Literal('failed')]),
  reason: Nullable(Type.String()),
  settledAt: Nullable(Moment),
});

export const Payout = Type.Object({
  id: Id,
  messageId: Type.String(),
  createdAt: Moment,
  requestedFor: Type.String(),
  total: Money,
  sha256: Sha256,
  payments: Type.Array(PayoutPayment),
});
export type Payout = Type.Static<typeof Payout>;

export const createPayout = contract({
  name: 'createPayout',
  method: 'POST',
  path: '/api/bounties/payouts',
  audience: 'operator',
  summary: 'Export the bounties that are ready as one pain.001 file; a bounty is never exported twice',
  body: Type.Object({ bounties: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 100 })) }),
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
  params: Type.Object({ payout: Id }),
  status: 200,
  file: 'application/xml',
});

export const settlePayment = contract({
  name: 'settlePayment',
  method: 'POST',
  path: '/api/bounties/payouts/:payout/payments/:payment/settlement',
  audience: 'operator',
  summary: "The bank's answer: paid, or failed with its reason",
  params: Type.Object({ payout: Id, payment: Id }),
  body: Type.Union([
    Type.Object({ outcome: Type.Literal('paid') }, { additionalProperties: false }),
    Type.Object({ outcome: Type.Literal('failed'), reason: line(200) }, { additionalProperties: false }),
  ]),
  status: 200,
  response: Payout,
  problems: ['payment_settled'],
});
