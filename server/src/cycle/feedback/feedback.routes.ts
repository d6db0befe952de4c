import { getFeedback, getLetter, recommend } from '@fraisier/shared/contracts/feedback.ts';
import { promoterShare } from '@fraisier/shared/cycle/recommendation.ts';
import type { Routes } from '../../platform/http/route.ts';
import { getOrder } from '../orders/get-order.ts';
import { countRecommendations, listLatestRecommendations } from './feedback.sql.ts';
import { getLetter as readLetter } from './get-letter.ts';
import { recommend as takeRecommendation } from './recommend.ts';

const LATEST = 50;

export const feedbackRoutes: Routes = (route, deps) => {
  route(getLetter, ({ member, params }) => readLetter(deps, member, params.design));

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
