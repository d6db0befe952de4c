import { Readable } from 'node:stream';
import type { AuditEntry } from '@fraisier/shared/contracts/audit.ts';
import type { Static } from 'typebox';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { csvLine, csvMark } from '../print-shop/csv.ts';
import { type AuditFilter, audit, listActs } from './audit.sql.ts';
import { withNames } from './audit.view.ts';

const AT_ONCE = 500;

export interface AuditExport {
  readonly format: 'csv' | 'jsonl';
  readonly filter: AuditFilter;
}

/**
 * Every act that the filter finds, oldest first, as lines that are read from the database while they are sent: a log of
 * a million acts takes no more memory than one of a thousand. That it was taken away is an act too, and the first that
 * the file no longer has.
 */
export async function exportAudit(deps: Deps, actor: Member, { format, filter }: AuditExport): Promise<Readable> {
  const until = await deps.db.transaction().execute((trx) =>
    audit(trx, {
      actor,
      act: 'export-audit',
      subjectType: 'shop',
      subjectId: 'shop',
      details: { format, ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) },
    }),
  );
  return Readable.from(linesOf(deps, { format, filter, until }), { objectMode: false });
}

async function* linesOf(deps: Deps, { format, filter, until }: AuditExport & { until: string }) {
  const line = format === 'csv' ? csvOf : jsonOf;
  if (format === 'csv') yield csvMark + csvLine(columns);
  let after: string | undefined;
  for (;;) {
    const rows = await listActs(deps.db, filter, { order: 'oldest', limit: AT_ONCE, after, until });
    if (rows.length > 0) yield (await withNames(deps.db, rows)).map(line).join('');
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}

type Entry = Static<typeof AuditEntry>;

const columns = ['id', 'happenedAt', 'actorId', 'actorName', 'act', 'subjectType', 'subjectId', 'subject', 'details'];

function csvOf(entry: Entry): string {
  return csvLine([
    entry.id,
    entry.happenedAt,
    entry.actorId ?? '',
    entry.actorName,
    entry.act,
    entry.subjectType,
    entry.subjectId,
    entry.things.find(({ id }) => id === entry.subjectId)?.name ?? '',
    JSON.stringify(entry.details),
  ]);
}

function jsonOf(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}
