import {
  downloadLetter,
  getFeedback,
  getLetter,
  listLetterRounds,
  recommend,
} from '@fraisier/shared/contracts/feedback.ts';
import { promoterShare } from '@fraisier/shared/cycle/recommendation.ts';
import type { Routes } from '../../platform/http/route.ts';
import { getOrder } from '../orders/get-order.ts';
import {
  countRecommendations,
  listLatestRecommendations,
  listLetterRounds as readLetterRounds,
} from './feedback.sql.ts';
import { getLetterPdf, getLetter as readLetter } from './get-letter.ts';
import { recommend as takeRecommendation } from './recommend.ts';

const LATEST = 50;
const ROUNDS = 6;

export const feedbackRoutes: Routes = (route, deps) => {
  route(getLetter, ({ member, params }) => readLetter(deps, member, params.design));

  route(downloadLetter, ({ member, params, query }) =>
    getLetterPdf(deps, member, { designId: params.design, locale: query.locale ?? member.locale }),
  );

  route(listLetterRounds, async () => ({
    items: (await readLetterRounds(deps.db, ROUNDS)).map((row) => ({
      ...row,
      decidedAt: row.decidedAt.toISOString(),
    })),
  }));

  route(recommend, async ({ member, params, body }) => {
    await takeRecommendation(deps, member, { orderId: params.order, score: body.score, why: body.why ?? '' });
    return getOrder(deps, member, params.order);
  });

  route(getFeedback, async () => {
    const [counts, latest] = await Promise.all([
      countRecommendations(deps.db),
      listLatestRecommendations(deps.db, LATEST),
    ]);
    return {
      counts,
      promoterScore: promoterShare(counts).score,
      latest: latest.map((one) => ({ ...one, givenAt: one.givenAt.toISOString() })),
    };
  });
};
