import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Id, Locale, line, Moment, Nullable } from './common.ts';

const params = Type.Object({ bounty: Id });
const query = Type.Object({ lang: Type.Optional(Locale) });

export const getStatement = contract({
  name: 'getStatement',
  method: 'GET',
  path: '/api/bounties/:bounty/statement',
  audience: 'member',
  summary:
    'The statement of a bounty as a PDF: payer, payee, work, gross, each contribution, net; its designer and operators',
  params,
  query,
  status: 200,
  file: 'application/pdf',
  problems: ['statement_not_ready'],
});

export const getContractFile = contract({
  name: 'getContractFile',
  method: 'GET',
  path: '/api/bounties/:bounty/contract',
  audience: 'member',
  summary: 'The rights contract as a PDF, with the hash of its exact text and the date of its acceptance',
  params,
  status: 200,
  file: 'application/pdf',
  problems: ['payee_missing'],
});

export const WithholdingRateRow = Type.Object({
  validFrom: Type.String({ format: 'date' }),
  code: Type.String(),
  payer: Type.Enum(['author', 'shop']),
  labelFr: Type.String(),
  labelEn: Type.String(),
  /** Basis points of the base: 615 is 6.15 %. */
  rateBp: Type.Integer(),
  /** The base, in basis points of the gross. */
  baseBp: Type.Integer(),
  addedAt: Nullable(Moment),
  addedBy: Nullable(Type.String()),
  /** In force today, to come, or replaced. */
  standing: Type.Enum(['now', 'later', 'past']),
});

export const listRates = contract({
  name: 'listRates',
  method: 'GET',
  path: '/api/withholding-rates',
  audience: 'operator',
  summary: 'The contributions on what authors are paid: every rate with the day from which it is valid',
  status: 200,
  response: Type.Object({ today: Type.String({ format: 'date' }), items: Type.Array(WithholdingRateRow) }),
});

export const addRate = contract({
  name: 'addRate',
  method: 'POST',
  path: '/api/withholding-rates',
  audience: 'admin',
  summary: 'A rate from a day to come; a rate of zero ends a contribution. What was paid before keeps its rates',
  body: Type.Object({
    validFrom: Type.String({ format: 'date' }),
    code: Type.String({ pattern: '^[a-z][a-z_]{1,30}$' }),
    payer: Type.Enum(['author', 'shop']),
    labelFr: line(80),
    labelEn: line(80),
    rateBp: Type.Integer({ minimum: 0, maximum: 10_000 }),
    baseBp: Type.Integer({ minimum: 0, maximum: 10_000 }),
  }),
  status: 201,
  response: listRates.response,
  problems: ['rate_too_early'],
});
