import type { Letter } from '@fraisier/shared/contracts/feedback.ts';
import type { Deps } from '../../deps.ts';
import { writeMail } from '../../platform/mail/outbox.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { approvedNotes } from '../ballots/ballots.sql.ts';
import { findRoundById } from '../rounds/find-round.ts';
import { readResult } from '../rounds/read-result.ts';
import { type Entrant, findNextCollecting, insertLetter, listEntrants } from './feedback.sql.ts';
import { resultLetterMail } from './result-letter.mail.ts';

/** What a letter keeps: everything but the design's picture, which is looked up when it is read. */
export type LetterContent = Omit<Letter, 'design' | 'writtenAt'>;

/** The job of the close: writes and mails each entrant's letter once, however often it runs. */
export async function writeLetters(deps: Deps, { roundId }: { roundId: string }): Promise<void> {
  const round = await findRoundById(deps.db, roundId);
  if (round.phase !== 'decided') return;
  const [result, entrants, next, settings] = await Promise.all([
    readResult(deps.db, round),
    listEntrants(deps.db, roundId),
    findNextCollecting(deps.db),
    readSettings(deps.db),
  ]);
  const rows = new Map(result.ranking.map((row) => [row.design, row]));
  const winnerIds = new Set(result.winners.map((winner) => winner.design));

  for (const entrant of entrants) {
    const row = rows.get(entrant.designId);
    if (!row) continue;
    const content: LetterContent = {
      designer: entrant.name,
      round: round.slug,
      roundNumber: round.number,
      month: Number(round.slug.slice(5)),
      winner: winnerIds.has(entrant.designId),
      rank: row.rank,
      rankLow: row.rankLow,
      rankHigh: row.rankHigh,
      designs: result.totals.designs,
      finalist: row.finalist,
      ratings: row.ratings,
      wouldWear: row.wouldWear,
      histogram: row.histogram,
      sizes: row.sizes,
      notes: (await approvedNotes(deps.db, entrant.designId)).map((note) => note.body),
      passedOverReason: entrant.passedOverReason,
      winners: result.winners.map(({ title, designer }) => ({ title, designer })),
      bounty: entrant.bountyId,
      next: next ? { round: next.slug, submissionsCloseAt: next.closesAt.toISOString() } : null,
      signedBy: settings.publisher || settings.shop_name,
    };
    await deliver(deps, entrant, content, { roundId, timeZone: settings.time_zone });
  }
}

async function deliver(
  deps: Deps,
  entrant: Entrant,
  content: LetterContent,
  { roundId, timeZone }: { roundId: string; timeZone: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    await insertLetter(trx, {
      design_id: entrant.designId,
      round_id: roundId,
      designer_id: entrant.designerId,
      content: JSON.stringify(content),
    });
    await writeMail(trx, {
      cause: `letter:${entrant.designId}`,
      to: entrant.email,
      locale: entrant.locale,
      template: 'result-letter',
      content: resultLetterMail(
        {
          ...content,
          title: entrant.title,
          designerName: entrant.name,
          nextCloses: content.next ? new Date(content.next.submissionsCloseAt) : null,
          timeZone,
          url: `${deps.config.appUrl}/${entrant.locale}/designs/${entrant.designId}/letter`,
        },
        entrant.locale,
      ),
    });
  });
}
