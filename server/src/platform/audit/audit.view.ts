import type { AuditEntry } from '@fraisier/shared/contracts/audit.ts';
import type { Static } from 'typebox';
import type { Database } from '../db/database.ts';
import type { AuditRow } from './audit.sql.ts';
import { nameThings, type Thing } from './things.sql.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The acts with the names of what they were about, all looked up at once. */
export async function withNames(db: Database, rows: readonly AuditRow[]): Promise<Static<typeof AuditEntry>[]> {
  const ids = [...new Set(rows.flatMap((row) => row.mentions))].filter((one) => UUID.test(one));
  const things = new Map((await nameThings(db, ids)).map((thing) => [thing.id, thing]));
  return rows.map((row) => entryView(row, things));
}

function entryView(row: AuditRow, things: ReadonlyMap<string, Thing>): Static<typeof AuditEntry> {
  return {
    id: row.id,
    happenedAt: row.happened_at.toISOString(),
    actorId: row.actor_id,
    actorName: row.actor_name,
    act: row.act,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    details: row.details as Record<string, unknown>,
    things: row.mentions.flatMap((id) => things.get(id) ?? []),
  };
}
