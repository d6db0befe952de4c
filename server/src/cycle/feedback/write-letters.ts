import type { Letter } from '@fraisier/shared/contracts/feedback.ts';
import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { isRefusalReason, type RefusalReason } from '@fraisier/shared/cycle/submission-rules.ts';
import type { Trx } from '../../platform/db/database.ts';
import { readSettings } from '../../platform/settings/settings.sql.ts';
import { findRoundById } from '../rounds/find-round.ts';
import { readResult } from '../rounds/read-result.ts';
import { refusalWords } from '../submissions/refusal-words.ts';
import {
  type Entrant,
  findNextCollecting,
  insertLetters,
  listEntrants,
  listRefusals,
  listSetAsideReasons,
  type RefusalRow,
} from './feedback.sql.ts';

/**
 * What a letter keeps for ever: what was counted and decided. The design's picture and the words of voters are looked up
 * when it is read: a word may be moderated later, either way.
 */
export type LetterContent = Omit<Letter, 'design' | 'writtenAt' | 'notes'>;

/** Writes the letter of everyone who has none yet in a decided round, in the transaction that decides it. */
export async function writeLetters(trx: Trx, roundId: string): Promise<void> {
  const round = await findRoundById(trx, roundId);
  const entrants = await listEntrants(trx, roundId);
  if (round.phase !== 'decided' || entrants.length === 0) return;
  const result = await readResult(trx, round);
  const next = await findNextCollecting(trx);
  const settings = await readSettings(trx);
  const refusals = Map.groupBy(await listRefusals(trx, roundId), (row) => row.design_id);
  const setAside = await listSetAsideReasons(trx, roundId);
  const rows = new Map(result.ranking.map((row) => [row.design, row]));
  const shared = {
    round: round.slug,
    roundNumber: round.number,
    month: Number(round.slug.slice(5)),
    designs: result.totals.designs,
    winners: result.winners.map(({ title, designer }) => ({ title, designer })),
    next: next ? { round: next.slug, submissionsCloseAt: next.closesAt.toISOString() } : null,
    signedBy: settings.publisher || settings.shop_name,
  };
  const winners = new Set(result.winners.map((winner) => winner.design));
  await insertLetters(
    trx,
    roundId,
    entrants.flatMap((entrant) => {
      const row = rows.get(entrant.designId);
      if (!row) return [];
      const content: LetterContent = {
        ...shared,
        ...ownPart(entrant, row),
        winner: winners.has(entrant.designId),
        decisions: [
          ...(refusals.get(entrant.designId) ?? []).map(refusalView),
          ...setAsideViews(row, setAside.get(entrant.designId) ?? []),
        ],
      };
      return [{ designId: entrant.designId, designerId: entrant.designerId, content }];
    }),
  );
}

type Ranked = RoundResult['ranking'][number];

function ownPart(entrant: Entrant, row: Ranked) {
  return {
    designer: entrant.name,
    passedOverReason: entrant.passedOverReason,
    bounty: entrant.bountyId,
    rank: row.rank,
    rankLow: row.rankLow,
    rankHigh: row.rankHigh,
    finalist: row.finalist,
    ratings: row.ratings,
    wouldWear: row.wouldWear,
    histogram: row.histogram,
    sizes: row.sizes,
  };
}

function refusalView({ reasons, message, decided_at }: RefusalRow): LetterContent['decisions'][number] {
  const words = (reason: string) =>
    isRefusalReason(reason)
      ? { fr: refusalWords.fr[reason as RefusalReason], en: refusalWords.en[reason as RefusalReason] }
      : { fr: reason, en: reason };
  return { kind: 'refusal', at: decided_at.toISOString(), reasons: reasons.map(words), message };
}

function setAsideViews({ ratings, all }: Ranked, reasons: readonly string[]): LetterContent['decisions'] {
  const out = all.ratings - ratings;
  if (out <= 0) return [];
  return [
    { kind: 'set_aside', ratings: out, rankWith: all.rank, reasons: reasons.length > 0 ? [...reasons] : ['other'] },
  ];
}
