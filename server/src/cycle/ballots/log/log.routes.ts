import { downloadBundle, getConsistency, getProof, listHeads } from '@fraisier/shared/contracts/ballots-log.ts';
import type { Routes } from '../../../platform/http/route.ts';
import { listRoundHeads, proveConsistency, proveLine, readBundle } from './read-log.ts';

export const logRoutes: Routes = (route, deps) => {
  route(listHeads, ({ params, query }) =>
    listRoundHeads(deps, params.round, query.cursor === undefined ? null : Number(query.cursor)),
  );

  route(getProof, ({ params, query }) => proveLine(deps, params.round, { seq: params.seq, size: query.size }));

  route(getConsistency, ({ params, query }) => proveConsistency(deps, params.round, query));

  route(downloadBundle, ({ params }) => readBundle(deps, params.round));
};
