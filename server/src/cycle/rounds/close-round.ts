import type { closeRound as closeRoundContract } from '@fraisier/shared/contracts/rounds-close.ts';
import { closeLine } from '@fraisier/shared/cycle/ballot-log.ts';
import { eur } from '@fraisier/shared/cycle/money.ts';
import type { BodyOf, ResponseOf } from '@fraisier/shared/http/contract.ts';
import { Problem, type ProblemReason } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../deps.ts';
import type { Member } from '../../people/accounts.ts';
import { audit } from '../../platform/audit/audit.sql.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/queue.ts';
import { appendLogLine, sequenceLog } from '../ballots/append-log-line.ts';
import { oweBounties } from '../bounties/owe-bounties.ts';
import { writeLetters } from '../feedback/write-letters.ts';
import { makeRuns } from '../runs/make-runs.ts';
import { findClosing, insertClosing, listBountiesOf, listRunsOf, listWinners } from './closings.sql.ts';
import { findCount } from './counts.sql.ts';
import { lockRound } from './find-round.ts';
import { type ClosePlan, entriesOf, planClose, winnerViews } from './plan-close.ts';
import { enterPhase, type RoundRow } from './rounds.sql.ts';

type Actor = Pick<Member, 'id' | 'name'>;
/** What the operator saw and means: another count or other winners by now are not closed unseen. */
type Expected = NonNullable<BodyOf<typeof closeRoundContract>>;
type Closed = ResponseOf<typeof closeRoundContract>;

/**
 * Decides a counted round: winners, bounties and runs, or none of them. Of two operators the second finds it closed and
 * gets the first one's answer.
 */
export async function closeRound(deps: Deps, actor: Actor, slug: string, expected: Expected): Promise<Closed> {
  return deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, slug, 'update');
    if (round.phase === 'decided') {
      await refuseOtherClosing(trx, round, expected);
      return closedView(trx, round);
    }
    const count = await findCount(trx, round.id);
    if (!count) throw new Problem('not_counted', { reasons: [{ code: 'not_counted', detail: round.phase }] });
    const plan = await planClose(trx, round, count);
    const reasons = [...plan.blockers, ...unexpected(plan, expected)];
    if (reasons.length > 0) throw new Problem('cannot_close', { reasons });
    await decide(trx, { deps, round, plan, actor });
    return closedView(trx, round);
  });
}

async function decide(
  trx: Trx,
  { deps, round, plan, actor }: { deps: Deps; round: RoundRow; plan: ClosePlan; actor: Actor },
): Promise<void> {
  const winners = plan.winners.map(({ id, designerId }, index) => ({ designId: id, designerId, place: index + 1 }));
  const winnerIds = winners.map((winner) => winner.designId);
  await insertClosing(trx, { roundId: round.id, countId: plan.count.id, closedBy: actor.id, winners: winnerIds });
  await oweBounties(trx, { round, winners, actorId: actor.id, appUrl: deps.config.appUrl });
  await makeRuns(trx, { round, winners });
  const line = closeLine({
    round: round.slug,
    size: await sequenceLog(trx, round),
    ratings: plan.result.totals.ratings,
    setAside: plan.result.setAside.ratings,
    quorum: plan.result.quorum.met,
    winners: winnerIds,
    // A line holds a word, not the sentence that the result page shows.
    passedOver: plan.passedOver.map(({ design }) => ({ design, reason: 'passed_over' })),
  });
  await appendLogLine(trx, round, line, 'close');
  await enterPhase(trx, round.id, 'decided');
  await writeLetters(trx, round.id);
  await audit(trx, {
    actor,
    act: 'close-round',
    subjectType: 'round',
    subjectId: round.slug,
    details: { countId: plan.count.id, winners: winnerIds },
  });
  await enqueue(trx, 'write-letters', { roundId: round.id }, { key: `write-letters:${round.id}` });
  await enqueue(trx, 'make-bundle', { roundId: round.id }, { key: `make-bundle:${round.id}` });
}

function unexpected(plan: ClosePlan, expected: Expected): ProblemReason[] {
  const winnerIds = plan.winners.map((winner) => winner.id);
  const reasons: ProblemReason[] = [];
  if (expected.countId !== undefined && expected.countId !== plan.count.id) {
    reasons.push({ code: 'count_changed', field: 'countId', detail: plan.count.id });
  }
  if (expected.winners !== undefined && !sameSet(expected.winners, winnerIds)) {
    reasons.push({ code: 'winners_changed', field: 'winners', detail: winnerIds.join(' ') });
  }
  return reasons;
}

async function refuseOtherClosing(trx: Trx, round: RoundRow, expected: Expected): Promise<void> {
  const closing = await findClosing(trx, round.id);
  const winnerIds = await listWinners(trx, round.id);
  const reasons: ProblemReason[] = [];
  if (expected.countId !== undefined && expected.countId !== closing?.count_id) {
    reasons.push({ code: 'other_count', field: 'countId', detail: closing?.count_id ?? '' });
  }
  if (expected.winners !== undefined && !sameSet(expected.winners, winnerIds)) {
    reasons.push({ code: 'other_winners', field: 'winners', detail: winnerIds.join(' ') });
  }
  if (reasons.length > 0) throw new Problem('closed_differently', { reasons });
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === b.length && a.every((one) => b.includes(one));
}

async function closedView(db: Database | Trx, round: RoundRow): Promise<Closed> {
  const winners = await entriesOf(db, await listWinners(db, round.id));
  const bounties = await listBountiesOf(db, round.id);
  return {
    winners: winnerViews(winners),
    bounties: bounties.map(({ id, design, netCents, dueAt }) => ({
      id,
      design,
      net: eur(netCents),
      dueAt: dueAt.toISOString(),
    })),
    runs: await listRunsOf(db, round.id),
  };
}
