import { appeal } from '@fraisier/shared/contracts/ballots-appeals.ts';
import {
  decideAppeal,
  dismissCluster,
  listAppeals,
  listClusters,
  quarantineCluster,
  releaseCluster,
  signCluster,
} from '@fraisier/shared/contracts/ballots-desk.ts';
import type { Routes } from '../../../platform/http/route.ts';
import { appeal as appealAgainst } from './appeal.ts';
import { decideAppeal as answerAppeal } from './decide-appeal.ts';
import {
  dismissCluster as dismiss,
  quarantineCluster as quarantine,
  releaseCluster as release,
  signCluster as sign,
} from './decide-cluster.ts';
import { listAppeals as appealsOf } from './list-appeals.ts';
import { listClusters as clustersOf } from './list-clusters.ts';

export const deskRoutes: Routes = (route, deps) => {
  const asked = ({ round, cluster }: { round: string; cluster: string }) => ({ slug: round, cluster });

  route(listClusters, ({ params, query, member }) => clustersOf(deps.db, params.round, member, query));
  route(quarantineCluster, ({ params, body, member }) => quarantine(deps, member, asked(params), body.reason));
  route(dismissCluster, ({ params, body, member }) => dismiss(deps, member, asked(params), body.reason));
  route(releaseCluster, ({ params, body, member }) => release(deps, member, asked(params), body.reason));
  route(signCluster, ({ params, member }) => sign(deps, member, asked(params)));

  route(appeal, ({ params, body, member }) => appealAgainst(deps, params.round, member, body.reason));
  route(listAppeals, ({ params, query }) => appealsOf(deps.db, params.round, query));
  route(decideAppeal, ({ params, body, member }) =>
    answerAppeal(deps, member, { slug: params.round, appeal: params.appeal }, body),
  );
};
