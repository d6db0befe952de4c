import * as Type from 'typebox';
import { printMethods } from '../cycle/print-promise.ts';
import { contract } from '../http/contract.ts';
import { Email, line } from './common.ts';

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
