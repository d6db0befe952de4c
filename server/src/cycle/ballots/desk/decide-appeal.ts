import type { Appeal } from '@fraisier/shared/contracts/ballots-desk.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import type { Deps } from '../../../deps.ts';
import type { Member } from '../../../people/accounts.ts';
import { audit } from '../../../platform/audit/audit.sql.ts';
import type { Trx } from '../../../platform/db/database.ts';
import { lockRound } from '../../rounds/find-round.ts';
import { findAppeal, listHolds, setAppealDecision } from './appeals.sql.ts';
import { leaveOpenClusters } from './clusters.sql.ts';
import { appealViews } from './list-appeals.ts';
import { recount } from './recount.ts';
import { appealAnswerMail } from './set-aside.mail.ts';
import { letBallotsCount } from './set-ballots-aside.ts';
import { type Place, tellVoters } from './tell-voters.ts';
import { writtenWords } from './written-words.ts';

/**
 * Answers an appeal, for good. Upheld, the ballot counts again, whatever held it, and is looked at no more; a counted
 * round is counted anew in the same transaction. The cut for the final is never redone.
 */
export async function decideAppeal(
  deps: Deps,
  actor: Pick<Member, 'id' | 'name'>,
  { slug, appeal: id }: { slug: string; appeal: string },
  given: { outcome: 'upheld' | 'rejected'; answer: string },
): Promise<Appeal> {
  const answer = writtenWords(given.answer, '/answer');
  const { outcome } = given;
  return deps.db.transaction().execute(async (trx) => {
    const round = await lockRound(trx, slug, 'update');
    const place = { round, appUrl: deps.config.appUrl };
    const appeal = await findAppeal(trx, round.id, id);
    if (!appeal) throw new Problem('not_found', { detail: 'There is no such appeal in this round.' });
    if (appeal.state !== 'open') {
      if (appeal.state === outcome && appeal.answer === answer) return viewOf(trx, round.id, id);
      throw new Problem('appeal_decided', { reasons: [{ code: `already_${appeal.state}` }] });
    }
    if (!['voting', 'final', 'frozen', 'counted'].includes(round.phase)) {
      throw new Problem('cannot_decide', { reasons: [{ code: 'wrong_phase', detail: round.phase }] });
    }
    await setAppealDecision(trx, id, { outcome, answer, by: actor.id });
    if (outcome === 'upheld') await letBallotCount(trx, place, { voter: appeal.voter, by: actor.id });
    await tellVoters(trx, place, [appeal.voter], {
      template: 'appeal-answered',
      content: (locale, url) =>
        appealAnswerMail({ roundNumber: round.number, upheld: outcome === 'upheld', answer, url }, locale),
    });
    await audit(trx, {
      actor,
      act: outcome === 'upheld' ? 'uphold-appeal' : 'reject-appeal',
      subjectType: 'appeal',
      subjectId: id,
      details: { round: slug, answer },
    });
    if (outcome === 'upheld') await recount(trx, deps, round, actor);
    return viewOf(trx, round.id, id);
  });
}

async function letBallotCount(trx: Trx, place: Place, { voter, by }: { voter: string; by: string }): Promise<void> {
  for (const { cluster } of await listHolds(trx, [voter])) {
    await letBallotsCount(trx, place, {
      clusterId: cluster,
      voters: [voter],
      reason: 'appeal_upheld',
      by,
      leave: true,
      tell: false,
    });
  }
  await leaveOpenClusters(trx, place.round.id, voter);
}

async function viewOf(trx: Trx, roundId: string, id: string): Promise<Appeal> {
  const appeal = await findAppeal(trx, roundId, id);
  return (await appealViews(trx, [appeal!])).get(id)!;
}
