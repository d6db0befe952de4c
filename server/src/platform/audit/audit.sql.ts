import type { Database, Trx } from '../db/database.ts';

export interface Act {
  readonly actor: { id: string; name: string } | null;
  readonly act: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details?: Record<string, unknown>;
}

/** Writes what an operator (or, without an actor, a job) did, in the act's own transaction. */
export async function audit(trx: Trx, entry: Act): Promise<void> {
  await trx
    .insertInto('audit_log')
    .values({
      actor_id: entry.actor?.id ?? null,
      actor_name: entry.actor?.name ?? 'Fraisier',
      act: entry.act,
      subject_type: entry.subjectType,
      subject_id: entry.subjectId,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}

export interface AuditFilter {
  readonly cursor?: string | undefined;
  readonly act?: string | undefined;
  readonly subject?: string | undefined;
  readonly limit: number;
}

export function listActs(db: Database, filter: AuditFilter) {
  let query = db
    .selectFrom('audit_log')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(filter.limit + 1);
  if (filter.cursor) query = query.where('id', '<', filter.cursor);
  if (filter.act) query = query.where('act', '=', filter.act);
  if (filter.subject) query = query.where('subject_id', '=', filter.subject);
  return query.execute();
}
