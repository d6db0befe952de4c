import type { Deps } from '../../deps.ts';
import type { Trx } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { listRoundsWithGaps, listUnmailedLetters, type UnmailedLetter } from './feedback.sql.ts';
import { approvedNotesOf } from './notes.sql.ts';
import { resultLetterMail } from './result-letter.mail.ts';
import { type LetterContent, writeLetters } from './write-letters.ts';

/** So many at once in one transaction: a kill costs that much work, and no letter. */
const AT_ONCE = 50;

/** The job of the close: puts each letter into the outbox once, however often it runs and wherever it was killed. */
export async function mailLetters(deps: Deps, { roundId }: { roundId: string }): Promise<void> {
  await deps.db.transaction().execute((trx) => writeLetters(trx, roundId));
  const { time_zone: timeZone } = await readSettings(deps.db);
  for (;;) {
    const mailed = await deps.db.transaction().execute(async (trx) => {
      const letters = await listUnmailedLetters(trx, roundId, AT_ONCE);
      const notes = await approvedNotesOf(
        trx,
        letters.map((letter) => letter.designId),
      );
      for (const letter of letters) {
        await mailLetter(trx, letter, {
          notes: notes.get(letter.designId) ?? [],
          timeZone,
          appUrl: deps.config.appUrl,
        });
      }
      return letters.length;
    });
    if (mailed < AT_ONCE) return;
  }
}

function mailLetter(
  trx: Trx,
  { designId, title, email, locale, content }: UnmailedLetter,
  { notes, timeZone, appUrl }: { notes: readonly string[]; timeZone: string; appUrl: string },
): Promise<void> {
  return writeMail(trx, {
    cause: `letter:${designId}`,
    to: email,
    locale,
    template: 'result-letter',
    content: resultLetterMail(
      {
        ...readContent(content),
        title,
        notes,
        timeZone,
        url: `${appUrl}/${locale}/designs/${designId}/letter`,
      },
      locale,
    ),
  });
}

/** Letters of the first rounds know no decisions. */
export function readContent(content: unknown): LetterContent {
  const kept = content as LetterContent & { decisions?: LetterContent['decisions'] };
  return { ...kept, decisions: kept.decisions ?? [] };
}

/** The look that finds what is missing, whatever went wrong: it costs one statement when nothing is. */
export async function checkLetters({ db, log }: Deps): Promise<void> {
  for (const { roundId, slug, missing } of await listRoundsWithGaps(db)) {
    log.warn({ round: slug, missing }, 'entrants without their letter');
    await enqueue(db, 'write-letters', { roundId }, { key: `write-letters:${roundId}` });
  }
}
