import type { WinnerRow } from '@fraisier/shared/contracts/rounds-result.ts';
import { reasonsNotToClose } from '@fraisier/shared/cycle/close-rules.ts';
import type { DesignTally } from '@fraisier/shared/cycle/histograms.ts';
import type { ProblemReason } from '@fraisier/shared/http/problems.ts';
import { shopNow } from '../../platform/clock/clock.sql.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { readBothHistograms } from '../ballots/ballots.sql.ts';
import { countOpenAppeals } from '../ballots/desk/appeals.sql.ts';
import { appealsEndAt } from '../ballots/desk/appeals-end.ts';
import { countUnsignedQuarantines } from '../ballots/desk/clusters.sql.ts';
import { countSetAsideFaults } from '../ballots/desk/set-aside.sql.ts';
import { countsAgree } from '../ballots/replay-log.sql.ts';
import { readReserve } from '../bounties/ledger/ledger.sql.ts';
import { type Quote, quoteBounty } from '../bounties/quote-bounty.ts';
import {
  type CountResult,
  changesWinner,
  isPhotoFinish,
  type OtherDesign,
  readCountResult,
  winnersOf,
} from './count-result.ts';
import { type CountRow, type EntryRow, listEntries, listPassedOver, type PassedOverRow } from './counts.sql.ts';
import type { RoundRow } from './rounds.sql.ts';

/** What closing the round does, as it stands now, and every reason against it. The dry run and the close read the same. */
export interface ClosePlan {
  readonly count: CountRow;
  readonly result: CountResult;
  readonly winners: readonly EntryRow[];
  readonly passedOver: readonly PassedOverRow[];
  /** Of each winner's bounty. */
  readonly quote: Quote;
  readonly reservedCents: number;
  readonly blockers: readonly ProblemReason[];
  readonly warnings: readonly ProblemReason[];
}

export async function planClose(db: Database | Trx, round: RoundRow, count: CountRow): Promise<ClosePlan> {
  const now = await shopNow(db);
  const result = readCountResult(count.result);
  const passedOver = await listPassedOver(db, round.id);
  const out = passedOver.map((row) => row.design);
  const winners = await entriesOf(db, winnersOf(result, out));
  const quote = await quoteBounty(db, { promisedCents: round.bounty_cents, isNet: round.bounty_is_net, on: now });
  const reservedCents = await readReserve(db, round.id);
  const costCents = winners.length * quote.totalCents;
  const facts = { result, winners, passedOver, costCents, reservedCents };
  return {
    count,
    result,
    winners,
    passedOver,
    quote,
    reservedCents,
    blockers: reasonsNotToClose({
      phase: round.phase,
      now: now.getTime(),
      appealsEndAt: appealsEndAt(round),
      openAppeals: await countOpenAppeals(db, round.id),
      unsignedQuarantines: changesWinner(result, out) ? await countUnsignedQuarantines(db, round.id) : 0,
      quorumMet: result.quorum.met,
      // The result page says it whenever the quorum was missed, so nothing is left to declare.
      shortlistDeclared: !result.quorum.met,
      countsAgree: await isCurrent(db, round, result),
      ratings: result.totals.ratings,
      eligible: eligible(facts),
      winners: winners.map(({ id, admitted, reachable }) => ({
        designId: id,
        admitted,
        designerReachable: reachable,
      })),
      costCents,
      // What a shared place, or rates that rose, add to the reserve is charged at the close; only a promise that was
      // never reserved is not covered.
      reservedCents: reservedCents > 0 ? Math.max(reservedCents, costCents) : 0,
    }),
    warnings: warningsOf(facts),
  };
}

/** Designs with who drew them, in the order asked for. */
export async function entriesOf(db: Database | Trx, designIds: readonly string[]): Promise<EntryRow[]> {
  const rows = await listEntries(db, designIds);
  return designIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

export function winnerViews(entries: readonly EntryRow[]): WinnerRow[] {
  return entries.map(({ id, title, designer }, index) => ({ design: id, title, designer, place: index + 1 }));
}

/** The ratings and the log still say what was counted. */
async function isCurrent(db: Database | Trx, round: RoundRow, result: CountResult): Promise<boolean> {
  if (!(await countsAgree(db, round.id)) || (await countSetAsideFaults(db, round.id)) > 0) return false;
  const { counted, all } = await readBothHistograms(db, round.id);
  return isCountOf(counted, result.designs) && isCountOf(all, result.all.designs);
}

function isCountOf(standing: readonly DesignTally[], counted: readonly OtherDesign[]): boolean {
  const histograms = new Map(counted.map(({ design, histogram }) => [design, histogram.join()]));
  return (
    standing.length === histograms.size &&
    standing.every(({ designId, histogram }) => histograms.get(designId) === histogram.join())
  );
}

interface Facts {
  readonly result: CountResult;
  readonly winners: readonly EntryRow[];
  readonly passedOver: readonly PassedOverRow[];
  readonly costCents: number;
  readonly reservedCents: number;
}

function eligible({ result, passedOver }: Facts): number {
  const out = new Set(passedOver.map((row) => row.design));
  return result.designs.filter((design) => design.finalist && design.n > 0 && !out.has(design.design)).length;
}

/** What an operator should know before closing, and what does not stand in the way. */
function warningsOf(facts: Facts): ProblemReason[] {
  const { result, winners, passedOver, costCents, reservedCents } = facts;
  const warnings: ProblemReason[] = [];
  if (winners.length === 0) warnings.push({ code: 'no_winner' });
  if (winners.length > 1) warnings.push({ code: 'shared_place', detail: String(winners.length) });
  const photoFinish = isPhotoFinish(
    result,
    winners.map((winner) => winner.id),
    passedOver.map((row) => row.design),
  );
  if (photoFinish) warnings.push({ code: 'photo_finish' });
  if (!result.quorum.met) {
    warnings.push({ code: 'shortlist' });
    for (const { code, design, detail } of result.quorum.reasons) {
      warnings.push({ code, ...(design && { field: design }), ...(detail && { detail }) });
    }
  }
  for (const row of passedOver) warnings.push({ code: 'passed_over', field: row.design, detail: row.reason });
  if (costCents > reservedCents) warnings.push({ code: 'beyond_reserve', detail: String(costCents - reservedCents) });
  return warnings;
}
