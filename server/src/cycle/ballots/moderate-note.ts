import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import { lockNote, type NoteRow, type NoteState, setNoteState } from './notes.sql.ts';

/** Lets a word reach its designer, or keeps it. The same decision again changes nothing. */
export function moderateNote(
  deps: Deps,
  id: string,
  state: Exclude<NoteState, 'pending'>,
  actor: { readonly id: string; readonly name: string },
): Promise<NoteRow> {
  return deps.db.transaction().execute(async (trx) => {
    const note = await lockNote(trx, id);
    if (!note) throw new Problem('not_found');
    if (note.state === state) return note;
    await setNoteState(trx, id, { state, moderatedBy: actor.id, moderatedAt: await shopNow(trx) });
    await audit(trx, {
      actor,
      act: state === 'approved' ? 'approve-note' : 'hide-note',
      subjectType: 'note',
      subjectId: id,
      details: { design: note.design, before: note.state },
    });
    return { ...note, state };
  });
}
