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

/** Why a packet could not be made, or is not given out. */
export const packetProblems = [
  'artwork_changed',
  'original_missing',
  'original_broken',
  'storage_full',
  'no_time',
  'packet_changed',
  'unknown',
] as const;
export type PacketProblem = (typeof packetProblems)[number];

const PackedFile = Type.Object({ name: Type.String(), bytes: Type.Integer(), sha256: Sha256 });

export const PlateProof = Type.Object({
  /** In the order of printing, from 1; 0 is the white underbase. */
  place: Type.Integer(),
  /** null: the underbase. */
  hex: Nullable(Type.String()),
  /** The part of the art's rectangle that it covers, 0 to 1. */
  coverage: Type.Number(),
  /** It has tints, which want a halftone. */
  tonal: Type.Boolean(),
  file: Type.String(),
  /** A small PNG: the ink where the plate has it, clear elsewhere. */
  url: Type.String(),
});
export type PlateProof = Type.Static<typeof PlateProof>;

/** How the picture was made ready for the press. */
export const PrintProof = Type.Object({
  widthMm: Type.Number(),
  heightMm: Type.Number(),
  widthPx: Type.Integer(),
  heightPx: Type.Integer(),
  dpi: Type.Integer(),
  /** `kept`: the uploaded file's own values and profile; else what they were before they were taken to sRGB. */
  colours: Type.Union([Type.Literal('kept'), Type.Literal('grey'), Type.Literal('cmyk')]),
  pixelsSha256: Sha256,
  fabrics: Type.Array(Fabric),
  /** Where the print is laid: from the seam of the collar to its upper edge, and from the centre line to its middle. */
  place: Type.Object({ belowCollarMm: Type.Integer(), fromCentreMm: Type.Integer() }),
  /** Why there are no plates. */
  unseparated: Nullable(Type.Union([Type.Literal('digital'), Type.Literal('photographic'), Type.Literal('no_inks')])),
  plates: Type.Array(PlateProof),
  press: Nullable(
    Type.Object({
      dpi: Type.Integer(),
      widthPx: Type.Integer(),
      heightPx: Type.Integer(),
      marginMm: Type.Number(),
      trapMm: Type.Number(),
      chokeMm: Nullable(Type.Number()),
      /** The part of the inked pixels that the plates do not give back, 0 to 1. */
      offShare: Type.Number(),
    }),
  ),
});
export type PrintProof = Type.Static<typeof PrintProof>;

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
    /** While `failed`. */
    problem: Nullable(Type.Enum([...packetProblems])),
    /** What the zip holds, once it is made. */
    files: Type.Array(PackedFile),
  }),
  /** Once the packet is made. */
  proof: Nullable(PrintProof),
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
  summary: 'The packet for the print shop: print file at print size, sheet, list of pieces, a plate for each ink (zip)',
  params: Type.Object({ id: Id }),
  status: 200,
  file: 'application/zip',
  problems: ['packet_not_ready'],
});

export const showPlate = contract({
  name: 'showPlate',
  method: 'GET',
  path: '/api/print-orders/:id/plates/:place',
  audience: 'operator',
  summary: 'A plate made small, in its ink: 0 is the underbase',
  params: Type.Object({ id: Id, place: Type.Integer({ minimum: 0, maximum: 8 }) }),
  status: 200,
  file: 'image/png',
});

export const retryPacket = contract({
  name: 'retryPacket',
  method: 'POST',
  path: '/api/print-orders/:id/packet',
  audience: 'operator',
  summary: 'Make a packet again that could not be made; one that is made or being made stays as it is',
  params: Type.Object({ id: Id }),
  status: 202,
  response: PrintOrder,
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
