import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Cut, Fabric, Id, listOf, Moment, Nullable, Page, Reason, RunSlug, Sha256 } from './common.ts';

/** Pieces of one fabric and cut, by size. */
export const MatrixRow = Type.Object({
  fabric: Fabric,
  cut: Cut,
  sizes: Type.Record(Type.String(), Type.Integer()),
  total: Type.Integer(),
});

export const PrintOrder = Type.Object({
  id: Id,
  run: RunSlug,
  number: Type.Integer(),
  title: Type.String(),
  state: Type.Union([Type.Literal('ordered'), Type.Literal('delivered')]),
  matrix: Type.Array(MatrixRow),
  pieces: Type.Integer(),
  good: Type.Integer(),
  defective: Type.Integer(),
  artworkSha256: Sha256,
  packet: Type.Object({
    state: Type.Union([Type.Literal('preparing'), Type.Literal('ready'), Type.Literal('failed')]),
    url: Nullable(Type.String()),
    sha256: Nullable(Sha256),
    bytes: Nullable(Type.Integer()),
  }),
  orderedAt: Moment,
  deliveredAt: Nullable(Moment),
  deliveries: Type.Array(
    Type.Object({
      id: Id,
      ordered: Type.Integer(),
      good: Type.Integer(),
      defective: Type.Integer(),
      countedAt: Moment,
    }),
  ),
});
export type PrintOrder = Type.Static<typeof PrintOrder>;

export const getPrintNeed = contract({
  name: 'getPrintNeed',
  method: 'GET',
  path: '/api/runs/:run/print-need',
  audience: 'operator',
  summary: 'What would be printed now: the size matrix of sold pieces that no order covers, and what is wished for',
  params: Type.Object({ run: RunSlug }),
  status: 200,
  response: Type.Object({
    run: RunSlug,
    title: Type.String(),
    matrix: Type.Array(MatrixRow),
    pieces: Type.Integer(),
    /** Would-wear by size, from the result. */
    wished: Type.Record(Type.String(), Type.Integer()),
    /** Sold pieces that an order would leave for a later one, and why. */
    leftOut: Type.Array(Reason),
    /** Why nothing could be ordered at all. */
    blockers: Type.Array(Reason),
  }),
});

export const orderPrint = contract({
  name: 'orderPrint',
  method: 'POST',
  path: '/api/runs/:run/print-orders',
  audience: 'operator',
  summary:
    'Order the printing of all sold pieces that no print order covers yet; those without a size are left for a later one',
  params: Type.Object({ run: RunSlug }),
  status: 201,
  response: Type.Object({
    ...PrintOrder.properties,
    /** Sold pieces that this order leaves for a later one, and why. */
    leftOut: Type.Array(Reason),
  }),
  problems: ['run_not_open', 'nothing_to_print', 'sizes_missing'],
});

export const listPrintOrders = contract({
  name: 'listPrintOrders',
  method: 'GET',
  path: '/api/print-orders',
  audience: 'operator',
  summary: 'Print orders, newest first',
  query: Type.Object({ ...Page, run: Type.Optional(RunSlug) }),
  status: 200,
  response: listOf(PrintOrder),
});

export const downloadPacket = contract({
  name: 'downloadPacket',
  method: 'GET',
  path: '/api/print-orders/:id/packet',
  audience: 'operator',
  summary: 'The packet for the print shop: print file at 300 dpi, sheet, list of pieces (zip)',
  params: Type.Object({ id: Id }),
  status: 200,
  file: 'application/zip',
  problems: ['packet_not_ready'],
});

export const countDelivery = contract({
  name: 'countDelivery',
  method: 'POST',
  path: '/api/print-orders/:id/deliveries',
  audience: 'operator',
  summary: 'Count a delivery: ordered, good, defective; defective pieces may be named by number',
  params: Type.Object({ id: Id }),
  body: Type.Object({
    ordered: Type.Integer({ minimum: 0, maximum: 100_000 }),
    good: Type.Integer({ minimum: 0, maximum: 100_000 }),
    defective: Type.Integer({ minimum: 0, maximum: 100_000 }),
    defectiveNumbers: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 100_000 })),
  }),
  status: 201,
  response: PrintOrder,
  problems: ['over_delivered', 'delivery_settled'],
});
