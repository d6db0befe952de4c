import { castRating, castRatings, dealHand, getBallot, listMyBallots } from '@fraisier/shared/contracts/ballots.ts';
import { listNotes, moderateNote } from '@fraisier/shared/contracts/ballots-notes.ts';
import { Problem } from '@fraisier/shared/http/problems.ts';
import { pageOf } from '../../platform/http/page.ts';
import type { Routes } from '../../platform/http/route.ts';
import { ratingView, receiptView } from './ballots.view.ts';
import type { VoteOutcome } from './cast-ratings.ts';
import { dealHand as deal } from './deal-hand.ts';
import { moderateNote as moderate } from './moderate-note.ts';
import { readBallot, readMyBallots } from './my-ballots.ts';
import { listPendingNotes } from './notes.sql.ts';
import { openVoteQueue } from './vote-queue.ts';

const NOTES_A_PAGE = 50;

export const ballotsRoutes: Routes = (route, deps, app) => {
  const queue = openVoteQueue(deps);
  app.addHook('onClose', () => queue.close());

  /** What is answered to a vote that was taken. */
  const taken = (round: string, outcome: VoteOutcome & { reasons: null }) => ({
    rating: outcome.rating && ratingView(outcome.rating),
    receipt: outcome.rating && receiptView(deps.keys, round, outcome.rating),
  });

  route(dealHand, ({ params, member, request }) => deal(deps, params.round, member, request.ip));

  route(castRating, async ({ params, headers, body, session }) => {
    const voter = headers['x-fraisier-voter'];
    const [outcome] = await queue.add(params.round, [{ session, voter, design: params.design, answer: body }]);
    if (outcome?.reasons === null) return taken(params.round, outcome);
    throw new Problem(outcome?.reasons[0]?.code ?? 'internal', { reasons: outcome?.reasons ?? [] });
  });

  route(castRatings, async ({ params, headers, body, session }) => {
    const voter = headers['x-fraisier-voter'];
    const votes = body.ratings.map(({ design, ...answer }) => ({ session, voter, design, answer }));
    const outcomes = await queue.add(params.round, votes);
    for (const { reasons } of outcomes) {
      const whole = reasons?.find(({ code }) => code === 'not_signed_in' || code === 'not_found');
      if (whole) throw new Problem(whole.code);
    }
    return {
      answers: outcomes.map((outcome, index) => {
        const { design } = votes[index]!;
        if (outcome.reasons === null) return { design, ok: true, code: null, ...taken(params.round, outcome) };
        return { design, ok: false, code: outcome.reasons[0]?.code ?? 'internal', rating: null, receipt: null };
      }),
    };
  });

  route(getBallot, ({ params, member }) => readBallot(deps, params.round, member));

  route(listMyBallots, ({ member }) => readMyBallots(deps, member));

  route(listNotes, async ({ query }) => {
    const rows = await listPendingNotes(deps.db, { cursor: query.cursor, limit: NOTES_A_PAGE + 1 });
    return pageOf(rows, NOTES_A_PAGE, (note) => note);
  });

  route(moderateNote, ({ params, body, member }) => moderate(deps, params.note, body.state, member));
};
