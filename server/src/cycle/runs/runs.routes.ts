import { getRun, listRuns } from '@fraisier/shared/contracts/runs.ts';
import { cursorOf } from '../../platform/http/page.ts';
import type { Routes } from '../../platform/http/route.ts';
import { listRuns as readRuns, getRun as showRun } from './read-runs.ts';

export const runsRoutes: Routes = (route, deps) => {
  route(listRuns, ({ query }) => readRuns(deps, cursorOf(query.cursor)));
  route(getRun, ({ params }) => showRun(deps, params.run));
};
