import { getRound, listRounds } from '@fraisier/shared/contracts/rounds.ts';
import { getAgenda, retryJobs } from '@fraisier/shared/contracts/rounds-agenda.ts';
import { getCalendar, planCalendar } from '@fraisier/shared/contracts/rounds-calendar.ts';
import { closeRound, getClosing, getCount, passOver } from '@fraisier/shared/contracts/rounds-close.ts';
import { advanceRound, cancelRound, planRound, replanRound } from '@fraisier/shared/contracts/rounds-plan.ts';
import { getResult } from '@fraisier/shared/contracts/rounds-result.ts';
import type { Routes } from '../../platform/http/route.ts';
import { advanceRound as advance } from './advance-round.ts';
import { cancelRound as cancel } from './cancel-round.ts';
import { closeRound as close } from './close-round.ts';
import { findRound } from './find-round.ts';
import { getCount as dryRun } from './get-count.ts';
import { passOver as passWinnerOver } from './pass-over.ts';
import { planMonths } from './plan-calendar.ts';
import { planRound as plan } from './plan-round.ts';
import { readAgenda } from './read-agenda.ts';
import { readResult } from './read-result.ts';
import { replanRound as replan } from './replan-round.ts';
import { retryJobs as retry } from './retry-jobs.ts';
import { showCalendar } from './show-calendar.ts';
import { showClosing } from './show-closing.ts';
import { showRound, showRounds, viewOf } from './show-rounds.ts';

export const roundsRoutes: Routes = (route, deps) => {
  const { db } = deps;

  route(listRounds, ({ member, query }) => showRounds(db, member, query.cursor));
  route(getRound, ({ member, params }) => showRound(db, member, params.round));

  route(planRound, async ({ member, body }) => viewOf(db, await plan(deps, member, body), member));
  route(replanRound, async ({ member, params, body }) =>
    viewOf(db, await replan(deps, member, params.round, body), member),
  );

  route(getAgenda, () => readAgenda(db));
  route(retryJobs, async ({ member }) => ({ retried: await retry(deps, member) }));

  route(getCalendar, ({ query }) => showCalendar(db, query));
  route(planCalendar, async ({ member, body }) => ({ months: await planMonths(deps, member, body.rounds) }));

  route(advanceRound, async ({ member, params, body }) => {
    const { phase, extendedUntil } = await advance(deps, { slug: params.round, to: body.to, actor: member });
    return { phase, extendedUntil: extendedUntil?.toISOString() ?? null };
  });
  route(cancelRound, async ({ member, params, body }) => {
    const { phase } = await cancel(deps, member, params.round, body.reason);
    return { phase };
  });

  route(getCount, ({ params }) => dryRun(db, params.round));
  route(passOver, async ({ member, params, body }) => {
    const passedOver = await passWinnerOver(deps, member, params.round, body);
    return { passedOver: passedOver.map(({ design, reason }) => ({ design, reason })) };
  });
  route(closeRound, ({ member, params, body }) => close(deps, member, params.round, body ?? {}));

  route(getClosing, ({ params }) => showClosing(db, params.round));

  route(getResult, async ({ params }) => readResult(db, await findRound(db, params.round)));
};
