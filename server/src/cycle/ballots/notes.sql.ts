import type { Database, Trx } from '../../platform/db/database.ts';

export type NoteState = 'pending' | 'approved' | 'hidden';

/** A word to a designer as an operator sees it: without who wrote it. */
export interface NoteRow {
  readonly id: string;
  readonly design: string;
  readonly title: string;
  readonly body: string;
  readonly state: NoteState;
}

function noteRows(db: Database | Trx) {
  return db
    .selectFrom('notes')
    .innerJoin('designs', 'designs.id', 'notes.design_id')
    .select(['notes.id', 'notes.design_id as design', 'designs.title', 'notes.body', 'notes.state'])
    .$narrowType<{ state: NoteState }>();
}

/** Words that wait for moderation, by their random ids. */
export function listPendingNotes(
  db: Database,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<NoteRow[]> {
  let query = noteRows(db).where('notes.state', '=', 'pending').orderBy('notes.id').limit(limit);
  if (cursor) query = query.where('notes.id', '>', cursor);
  return query.execute();
}

export function lockNote(trx: Trx, id: string): Promise<NoteRow | undefined> {
  return noteRows(trx).where('notes.id', '=', id).forUpdate('notes').executeTakeFirst();
}

export async function setNoteState(
  trx: Trx,
  id: string,
  change: { state: NoteState; moderatedBy: string; moderatedAt: Date },
): Promise<void> {
  await trx
    .updateTable('notes')
    .set({ state: change.state, moderated_by: change.moderatedBy, moderated_at: change.moderatedAt })
    .where('id', '=', id)
    .execute();
}
