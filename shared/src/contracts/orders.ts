import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Address, Cut, Fabric, Id, line, listOf, Moment, Money, Nullable, Page, RunSlug, Size } from './common.ts';
import { DesignCard } from './submissions.ts';

export const OrderState = Type.Enum(['held', 'paid', 'sent', 'lapsed', 'cancelled', 'refunded']);

export const Piece = Type.Object({
  number: Type.Integer(),
  size: Nullable(Size),
  cut: Nullable(Cut),
  fabric: Nullable(Fabric),
  label: Nullable(Type.String()),
});

export const Order = Type.Object({
  id: Id,
  run: RunSlug,
  runSize: Type.Integer(),
  month: Type.Integer(),
  design: DesignCard,
  kind: Type.Union([Type.Literal('sale'), Type.Literal('author')]),
  state: OrderState,
  pieces: Type.Array(Piece),
  piecesPrice: Money,
  shipping: Money,
  vat: Money,
  total: Money,
  address: Nullable(Address),
  placedAt: Moment,
  heldUntil: Nullable(Moment),
  paidAt: Nullable(Moment),
  /** Since when the first of its pieces is in a print order. */
  printingSince: Nullable(Moment),
  sentAt: Nullable(Moment),
  tracking: Nullable(Type.String()),
  invoice: Nullable(Type.Object({ number: Type.String(), issuedAt: Moment, url: Type.String() })),
  /** Where to pay while the pieces are held. */
  payUrl: Nullable(Type.String()),
  recommendation: Nullable(Type.Object({ score: Type.Integer(), why: Type.String() })),
  /** For operators only. */
  buyer: Nullable(Type.Object({ name: Type.String(), email: Type.String() })),
});
export type Order = Type.Static<typeof Order>;

const params = Type.Object({ order: Id });

export const placeOrder = contract({
  name: 'placeOrder',
  method: 'POST',
  path: '/api/runs/:run/orders',
  audience: 'member',
  summary: 'Hold pieces for 15 minutes; the same Idempotency-Key gets the same answer',
  params: Type.Object({ run: RunSlug }),
  headers: Type.Object({ 'idempotency-key': Type.String({ minLength: 8, maxLength: 120 }) }),
  body: Type.Object({
    pieces: Type.Array(
      Type.Object({ size: Size, cut: Cut, fabric: Fabric, label: Type.Optional(Type.String({ maxLength: 60 })) }),
      { minItems: 1, maxItems: 100 },
    ),
    address: Address,
  }),
  status: 201,
  response: Type.Object({ order: Order, payUrl: Type.String(), heldUntil: Moment }),
  problems: ['sold_out', 'run_not_open', 'key_reused', 'key_missing', 'option_unknown', 'label_not_sewable'],
});

export const listOrders = contract({
  name: 'listOrders',
  method: 'GET',
  path: '/api/orders',
  audience: 'member',
  summary: 'My orders, newest first; operators may ask for all with `all=true`',
  query: Type.Object({
    ...Page,
    all: Type.Optional(Type.Boolean()),
    state: Type.Optional(OrderState),
    run: Type.Optional(RunSlug),
  }),
  status: 200,
  response: listOf(Order),
});

export const getOrder = contract({
  name: 'getOrder',
  method: 'GET',
  path: '/api/orders/:order',
  audience: 'member',
  summary: 'One order: state, piece numbers, invoice, tracking; its owner and operators only',
  params,
  status: 200,
  response: Order,
});

export const downloadInvoice = contract({
  name: 'downloadInvoice',
  method: 'GET',
  path: '/api/orders/:order/invoice',
  audience: 'member',
  summary: 'The invoice as a PDF, with the VAT',
  params,
  status: 200,
  file: 'application/pdf',
});

export const sendOrder = contract({
  name: 'sendOrder',
  method: 'POST',
  path: '/api/orders/:order/shipment',
  audience: 'operator',
  summary: 'Mark a paid order, whose pieces are printed and good, as sent',
  params,
  body: Type.Object({ tracking: Type.Optional(line(80, 0)) }),
  status: 200,
  response: Order,
  problems: ['order_not_sendable'],
});

/** The sandbox: a bank that answers what it is told. It exists only where no real provider is set. */
export const getSandboxPayment = contract({
  name: 'getSandboxPayment',
  method: 'GET',
  path: '/api/payments/sandbox/:payment',
  audience: 'member',
  summary: 'Sandbox: what is to be paid',
  params: Type.Object({ payment: Id }),
  status: 200,
  response: Type.Object({
    id: Id,
    order: Id,
    state: Type.Enum(['created', 'succeeded', 'failed', 'refund_due', 'refunded']),
    amount: Money,
    heldUntil: Nullable(Moment),
  }),
});

export const settleSandboxPayment = contract({
  name: 'settleSandboxPayment',
  method: 'POST',
  path: '/api/payments/sandbox/:payment',
  audience: 'member',
  summary: "Sandbox: plays the bank's answer",
  params: Type.Object({ payment: Id }),
  body: Type.Object({ outcome: Type.Union([Type.Literal('success'), Type.Literal('failure')]) }),
  status: 200,
  response: Type.Object({ order: Order, payment: Type.Object({ id: Id, state: Type.String() }) }),
  problems: ['order_lapsed', 'order_not_payable'],
});
