import * as Type from 'typebox';
import { PUBLISHED_REASON } from '../cycle/close-rules.ts';
import { contract } from '../http/contract.ts';
import { Id, Moment, Money, Nullable, Reason, RoundSlug, RunSlug, text } from './common.ts';
import { WinnerRow } from './rounds-result.ts';

const params = Type.Object({ round: RoundSlug });

export const passOver = contract({
  name: 'passOver',
  method: 'POST',
  path: '/api/rounds/:round/passing-over',
  audience: 'operator',
  summary: 'Pass over a winner with a reason that is published',
  params,
  body: Type.Object({ design: Id, reason: text(PUBLISHED_REASON.most, PUBLISHED_REASON.least) }),
  status: 200,
  response: Type.Object({ passedOver: Type.Array(Type.Object({ design: Id, reason: Type.String() })) }),
  problems: ['cannot_pass_over', 'not_counted'],
});

export const getCount = contract({
  name: 'getCount',
  method: 'GET',
  path: '/api/rounds/:round/count',
  audience: 'operator',
  summary: 'Once counted: what the close will do, and every reason against it',
  params,
  status: 200,
  response: Type.Object({
    countId: Id,
    countedAt: Moment,
    winners: Type.Array(WinnerRow),
    money: Type.Array(
      Type.Object({ design: Id, gross: Money, withheld: Money, net: Money, contribution: Money, total: Money }),
    ),
    reserved: Money,
    runs: Type.Array(Type.Object({ slug: RunSlug, design: Id, size: Type.Integer() })),
    letters: Type.Integer(),
    blockers: Type.Array(Reason),
    warnings: Type.Array(Reason),
  }),
  problems: ['not_counted'],
});

export const closeRound = contract({
  name: 'closeRound',
  method: 'POST',
  path: '/api/rounds/:round/close',
  audience: 'operator',
  summary: 'Close a counted round: winners, bounties and runs, in one transaction; the same call gives the same answer',
  params,
  body: Type.Optional(
    Type.Object({ countId: Type.Optional(Id), winners: Type.Optional(Type.Array(Id, { maxItems: 50 })) }),
  ),
  status: 200,
  response: Type.Object({
    winners: Type.Array(WinnerRow),
    bounties: Type.Array(Type.Object({ id: Id, design: Id, net: Money, dueAt: Moment })),
    runs: Type.Array(Type.Object({ slug: RunSlug, design: Id, size: Type.Integer() })),
  }),
  problems: ['not_counted', 'cannot_close', 'closed_differently'],
});

export const getClosing = contract({
  name: 'getClosing',
  method: 'GET',
  path: '/api/rounds/:round/closing',
  audience: 'operator',
  summary: 'Once decided: what the close did, by whom, and how far its letters, mails and bundle are',
  params,
  status: 200,
  response: Type.Object({
    closedAt: Moment,
    closedBy: Type.String(),
    countId: Id,
    /** Of the count that was closed: the result as it is kept, for ever. */
    sha256: Type.String(),
    winners: Type.Array(WinnerRow),
    bounties: Type.Array(Type.Object({ id: Id, design: Id, net: Money, dueAt: Moment, state: Type.String() })),
    runs: Type.Array(Type.Object({ slug: RunSlug, design: Id, size: Type.Integer(), sold: Type.Integer() })),
    passedOver: Type.Array(Type.Object({ design: Id, title: Type.String(), reason: Type.String() })),
    letters: Type.Object({ written: Type.Integer(), of: Type.Integer() }),
    /** The published bundle; null while it is being made. */
    bundle: Nullable(Type.Object({ sha256: Type.String(), bytes: Type.Integer(), madeAt: Moment })),
  }),
  problems: ['not_closed'],
});
