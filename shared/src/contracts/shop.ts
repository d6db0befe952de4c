import * as Type from 'typebox';
import { printMethods } from '../cycle/print-promise.ts';
import { contract } from '../http/contract.ts';
import { Day, Email, Id, line, listOf, Moment, Money, Nullable, Page, PrintPromise } from './common.ts';

/** What the public pages need to know of the shop. */
export const getShop = contract({
  name: 'getShop',
  method: 'GET',
  path: '/api/shop',
  audience: 'anyone',
  summary: 'The shop: name, prices, print area, bounty, who runs it',
  status: 200,
  response: Type.Object({
    name: Type.String(),
    demo: Type.Boolean(),
    now: Moment,
    timeZone: Type.String(),
    email: Type.String(),
    imprint: Type.Object({
      legalName: Type.String(),
      legalForm: Type.String(),
      registration: Type.String(),
      vatNumber: Type.String(),
      publisher: Type.String(),
      street: Type.String(),
      postalCode: Type.String(),
      city: Type.String(),
      country: Type.String(),
      host: Type.String(),
      mediator: Type.String(),
    }),
    printArea: Type.Object({ widthMm: Type.Integer(), heightMm: Type.Integer() }),
    maxInks: Type.Integer(),
    print: PrintPromise,
    piecePrice: Money,
    shipping: Money,
    vatRateBp: Type.Integer(),
    runSize: Type.Integer(),
    bounty: Type.Object({
      money: Money,
      isNet: Type.Boolean(),
      days: Type.Integer(),
      /** How long another account waits once the contract is accepted. */
      changeWaitHours: Type.Integer(),
    }),
    averageDaysToPay: Nullable(Type.Integer()),
    /** How the shop has paid so far: bounties paid, of them by their day, the longest; and those late at this moment. */
    payRecord: Type.Object({
      paid: Type.Integer(),
      onTime: Type.Integer(),
      longestDays: Nullable(Type.Integer()),
      late: Type.Integer(),
    }),
  }),
});

export const ShopSettings = Type.Object({
  shopName: line(60),
  legalName: line(120, 0),
  legalForm: line(120, 0),
  registration: line(60, 0),
  vatNumber: line(40, 0),
  publisher: line(120, 0),
  street: line(120, 0),
  postalCode: line(16, 0),
  city: line(80, 0),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  /** Name, address and telephone. */
  host: line(300, 0),
  /** Name, address and site. */
  mediator: line(300, 0),
  email: Type.Union([Email, Type.Literal('')]),
  debtorName: line(70, 0),
  debtorIban: Type.String({ maxLength: 42 }),
  debtorBic: Type.String({ pattern: '^([A-Z0-9]{8}([A-Z0-9]{3})?)?$' }),
  timeZone: Type.String({ maxLength: 60 }),
  monthEndHour: Type.Integer({ minimum: 0, maximum: 23 }),
  vatRateBp: Type.Integer({ minimum: 0, maximum: 10000 }),
  piecePriceCents: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  shippingCents: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  runSize: Type.Integer({ minimum: 2, maximum: 100_000 }),
  piecesPerOrder: Type.Integer({ minimum: 1, maximum: 100 }),
  bountyCents: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
  bountyIsNet: Type.Boolean(),
  bountyDays: Type.Integer({ minimum: 1, maximum: 365 }),
  printWidthMm: Type.Integer({ minimum: 50, maximum: 1000 }),
  printHeightMm: Type.Integer({ minimum: 50, maximum: 1000 }),
  maxInks: Type.Integer({ minimum: 1, maximum: 20 }),
  printMethod: Type.Enum([...printMethods]),
  /** The thinnest line that prints, in hundredths of a millimetre. */
  leastLineHundredths: Type.Integer({ minimum: 5, maximum: 500 }),
  safeMarginMm: Type.Integer({ minimum: 0, maximum: 100 }),
  goodDpi: Type.Integer({ minimum: 72, maximum: 1200 }),
  leastDpi: Type.Integer({ minimum: 72, maximum: 1200 }),
  expectedRatings: Type.Integer({ minimum: 40, maximum: 100_000_000 }),
  appealHours: Type.Integer({ minimum: 0, maximum: 720 }),
  /** For how long winners assign their rights. */
  contractYears: Type.Integer({ minimum: 1, maximum: 30 }),
  /** How long another account waits once the contract is accepted. */
  ibanWaitHours: Type.Integer({ minimum: 1, maximum: 720 }),
  /** How old a sign-in may be for what moves money. */
  freshSignInMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
});
export type ShopSettings = Type.Static<typeof ShopSettings>;

export const getSettings = contract({
  name: 'getSettings',
  method: 'GET',
  path: '/api/settings',
  audience: 'operator',
  summary: 'The settings of the shop',
  status: 200,
  response: ShopSettings,
});

export const putSettings = contract({
  name: 'putSettings',
  method: 'PUT',
  path: '/api/settings',
  audience: 'admin',
  summary: 'Set the settings of the shop; rounds that have opened keep what they promised',
  body: ShopSettings,
  status: 200,
  response: ShopSettings,
  problems: ['settings_invalid', 'iban_invalid'],
});

export const AuditEntry = Type.Object({
  id: Id,
  happenedAt: Moment,
  /** Null for what the site did by itself. */
  actorId: Nullable(Id),
  actorName: Type.String(),
  act: Type.String(),
  subjectType: Type.String(),
  subjectId: Type.String(),
  details: Type.Record(Type.String(), Type.Unknown()),
  /** The names of the ids above: a design's title, a person's name, a bank file's number. */
  things: Type.Array(Type.Object({ id: Id, name: Type.String(), design: Nullable(Id) })),
});

const AuditFilter = {
  /** Each in what was written, or in the title of a design that the act was about. */
  words: Type.Optional(Type.String({ maxLength: 200 })),
  act: Type.Optional(Type.String({ maxLength: 60 })),
  /** `shop` for what the site did by itself. */
  actor: Type.Optional(Type.Union([Type.Literal('shop'), Id])),
  /** An id, or the address of a round or run. */
  subject: Type.Optional(Type.String({ maxLength: 80 })),
  /** Days of the shop's calendar, both included. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
};

export const listAudit = contract({
  name: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  audience: 'operator',
  summary: 'What operators did, newest first',
  query: Type.Object({ ...Page, ...AuditFilter }),
  status: 200,
  response: listOf(AuditEntry),
});

export const listAuditActors = contract({
  name: 'listAuditActors',
  method: 'GET',
  path: '/api/audit/actors',
  audience: 'operator',
  summary: 'Who stands in the audit log',
  status: 200,
  response: Type.Object({ items: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
});

/** No GET: that the log was taken away is written into it. */
export const exportAudit = contract({
  name: 'exportAudit',
  method: 'POST',
  path: '/api/audit/exports',
  audience: 'operator',
  summary: 'The audit log as CSV or JSON lines, oldest first; the export itself is logged',
  body: Type.Object({ format: Type.Union([Type.Literal('csv'), Type.Literal('jsonl')]), ...AuditFilter }),
  status: 200,
  file: 'text/csv',
});

/** The counts of the operator console: what waits for a person. */
export const getDesk = contract({
  name: 'getDesk',
  method: 'GET',
  path: '/api/desk',
  audience: 'operator',
  summary: 'What waits for an operator today, and the rounds on the timeline',
  status: 200,
  response: Type.Object({
    designsToReview: Type.Integer(),
    oldestReviewSince: Nullable(Moment),
    notesToReview: Type.Integer(),
    bountiesToPay: Type.Integer(),
    payoutsToSettle: Type.Integer(),
    /** What the bank said that moved nothing, transfers that must be stopped, and what was paid twice. */
    bankLinesToSolve: Type.Integer(),
    piecesToPrint: Type.Integer(),
    ordersToSend: Type.Integer(),
    messagesToAnswer: Type.Integer(),
    clustersToDecide: Type.Integer(),
    appealsToAnswer: Type.Integer(),
    mailsUnsent: Type.Integer(),
    /** Refused by the mail server, or tried for four days. */
    mailsFailed: Type.Integer(),
  }),
});

export const getHealth = contract({
  name: 'getHealth',
  method: 'GET',
  path: '/api/health',
  audience: 'anyone',
  summary: 'The process is alive',
  status: 200,
  response: Type.Object({ ok: Type.Literal(true) }),
});

export const getReady = contract({
  name: 'getReady',
  method: 'GET',
  path: '/api/ready',
  audience: 'anyone',
  summary: 'Database, storage and job queue answer; 503 says which does not',
  status: 200,
  response: Type.Object({ database: Type.Boolean(), storage: Type.Boolean(), jobs: Type.Boolean() }),
  problems: ['unavailable'],
});
