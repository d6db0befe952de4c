import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Moment, Money, Nullable, PrintPromise } from './common.ts';

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
