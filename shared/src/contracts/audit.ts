import * as Type from 'typebox';
import { contract } from '../http/contract.ts';
import { Day, Id, listOf, Moment, Nullable, Page } from './common.ts';

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
