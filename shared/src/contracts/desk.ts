import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Moment, Nullable } from './common.ts';

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
