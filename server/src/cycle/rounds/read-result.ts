import type { RoundResult } from '@fraisier/shared/contracts/rounds-result.ts';
import { accountAges, type Crowd, winnersOfBuyers } from '@fraisier/shared/cycle/crowd.ts';
import { decimalText } from '@fraisier/shared/cycle/integer-math.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Database } from '../../platform/db/database.ts';
import { findClosing, listWinners } from './closings.sql.ts';
import {
  type CountedDesign,
  type CountResult,
  isPhotoFinish,
  type OtherDesign,
  readCountResult,
  winnersOf,
  winnersOfAll,
} from './count-result.ts';
import { type CountRow, type EntryRow, findCount, findCountById, listEntries, listPassedOver } from './counts.sql.ts';
import { entriesOf, winnerViews } from './plan-close.ts';
import type { RoundRow } from './rounds.sql.ts';

/**
 * The result as it was counted and kept: nothing is counted again here. It is provisional until the round is decided.
 * Throws not_counted before: until then nobody learns a figure or an author.
 */
export async function readResult(db: Database, round: RoundRow): Promise<RoundResult> {
  const count = await standingCount(db, round);
  const result = readCountResult(count.result);
  const passedOver = await listPassedOver(db, round.id);
  const out = passedOver.map((row) => row.design);
  const decided = round.phase === 'decided';
  const winnerIds = decided ? await listWinners(db, round.id) : winnersOf(result, out);
  const entries = new Map(
    (
      await listEntries(
        db,
        result.designs.map((design) => design.design),
      )
    ).map((entry) => [entry.id, entry]),
  );
  const all = new Map(result.all.designs.map((design) => [design.design, design]));
  return {
    round: round.slug,
    number: round.number,
    provisional: !decided,
    countedAt: count.counted_at.toISOString(),
    decidedAt: round.decided_at?.toISOString() ?? null,
    sha256: count.sha256.toString('hex'),
    totals: pick(result),
    setAside: result.setAside,
    winners: winnerViews(await entriesOf(db, winnerIds)),
    winnersOfAll: winnerViews(await entriesOf(db, winnersOfAll(result, out))),
    passedOver,
    photoFinish: isPhotoFinish(result, winnerIds, out),
    shortlist: !result.quorum.met,
    exposure: result.exposure && {
      min: result.exposure.min,
      max: result.exposure.max,
      gini: decimalText(BigInt(result.exposure.giniThousandths), 3),
    },
    crowd: result.crowd && (await crowdView(db, result.crowd, out)),
    ranking: result.designs.map((design) => rankView(design, all.get(design.design)!, entries.get(design.design))),
  };
}

async function crowdView(
  db: Database,
  { eligible, ages, buyers }: Crowd,
  passedOver: readonly string[],
): Promise<RoundResult['crowd']> {
  return {
    eligible,
    ages: accountAges.map((age) => ({ age, voters: ages[age] })),
    buyers: buyers && {
      voters: buyers.voters,
      ratings: buyers.ratings,
      winners: winnerViews(await entriesOf(db, winnersOfBuyers(buyers, passedOver))),
    },
  };
}

/** The count that was closed, or the latest one until then. */
async function standingCount(db: Database, round: RoundRow): Promise<CountRow> {
  const closing = round.phase === 'decided' ? await findClosing(db, round.id) : undefined;
  const count = closing ? await findCountById(db, closing.count_id) : await findCount(db, round.id);
  if (!count) throw new Problem('not_counted', { reasons: [{ code: 'not_counted', detail: round.phase }] });
  return count;
}

function pick({ totals }: CountResult): RoundResult['totals'] {
  return { designs: totals.designs, voters: totals.voters, ratings: totals.ratings, points: totals.points };
}

function rankView(
  design: CountedDesign,
  all: OtherDesign,
  entry: EntryRow | undefined,
): RoundResult['ranking'][number] {
  return {
    design: design.design,
    title: entry?.title ?? '',
    designer: { id: entry?.designerId ?? '', name: entry?.designer ?? '' },
    rank: design.rank,
    tied: design.tied,
    rankLow: design.rankLow,
    rankHigh: design.rankHigh,
    finalist: design.finalist,
    score: design.score,
    ratings: design.n,
    points: design.points,
    wouldWear: design.wouldWear,
    histogram: [...design.histogram],
    sizes: { ...design.sizes },
    all: {
      rank: all.rank,
      score: all.score,
      ratings: all.n,
      points: all.points,
      wouldWear: all.wouldWear,
      histogram: [...all.histogram],
    },
  };
}
