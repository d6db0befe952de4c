import * as Type from 'typebox';
import { runStates } from '../cycle/edition.ts';
import { contract } from '../http/contract.ts';
import { Cut, Fabric, listOf, Moment, Money, Page, RoundSlug, RunSlug, Size } from './common.ts';
import { DesignCard } from './submissions.ts';

export const Run = Type.Object({
  slug: RunSlug,
  round: RoundSlug,
  roundNumber: Type.Integer(),
  month: Type.Integer(),
  design: DesignCard,
  story: Type.String(),
  state: Type.Enum([...runStates]),
  price: Money,
  shipping: Money,
  vatRateBp: Type.Integer(),
  size: Type.Integer({ description: 'Pieces in all' }),
  held: Type.Integer(),
  sold: Type.Integer(),
  free: Type.Integer(),
  /** The number that the next order gets, or null when none is free. */
  nextNumber: Type.Union([Type.Integer(), Type.Null()]),
  piecesPerOrder: Type.Integer(),
  fabrics: Type.Array(Fabric),
  cuts: Type.Array(Cut),
  sizes: Type.Array(Size),
  openedAt: Moment,
});
export type Run = Type.Static<typeof Run>;

export const listRuns = contract({
  name: 'listRuns',
  method: 'GET',
  path: '/api/runs',
  audience: 'anyone',
  summary: 'Runs, newest first',
  query: Type.Object(Page),
  status: 200,
  response: listOf(Run),
});

export const getRun = contract({
  name: 'getRun',
  method: 'GET',
  path: '/api/runs/:run',
  audience: 'anyone',
  summary: 'A run: price, pieces of N: held, sold, free',
  params: Type.Object({ run: RunSlug }),
  status: 200,
  response: Type.Object({
    ...Run.properties,
    /** The state of each piece in order of number: f free, h held, s sold. */
    pieces: Type.String(),
  }),
});
export type RunDetail = Type.Static<typeof getRun.response>;
