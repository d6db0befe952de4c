import multipart from '@fastify/multipart';
import type { Contract } from '@fraisier/shared/http/contract.ts';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { sharedFilesRoutes, sharingRoutes } from './community/sharing/sharing.routes.ts';
import { ballotsRoutes } from './cycle/ballots/ballots.routes.ts';
import { deskRoutes } from './cycle/ballots/desk/desk.routes.ts';
import { logRoutes } from './cycle/ballots/log/log.routes.ts';
import { bountiesRoutes } from './cycle/bounties/bounties.routes.ts';
import { ledgerRoutes } from './cycle/bounties/ledger/ledger.routes.ts';
import { papersRoutes } from './cycle/bounties/papers/papers.routes.ts';
import { payoutsRoutes } from './cycle/bounties/payouts/payouts.routes.ts';
import { secretsRoutes } from './cycle/bounties/secrets/secrets.routes.ts';
import { feedbackRoutes } from './cycle/feedback/feedback.routes.ts';
import { ordersRoutes } from './cycle/orders/orders.routes.ts';
import { printsRoutes } from './cycle/prints/prints.routes.ts';
import { roundsRoutes } from './cycle/rounds/rounds.routes.ts';
import { runsRoutes } from './cycle/runs/runs.routes.ts';
import { picturesRoutes } from './cycle/submissions/pictures.routes.ts';
import { submissionsRoutes } from './cycle/submissions/submissions.routes.ts';
import type { Deps } from './deps.ts';
import { authRoutes } from './people/auth.routes.ts';
import { contactRoutes } from './people/contact.routes.ts';
import { emailChangeRoutes } from './people/email-change/email-change.routes.ts';
import { myDataRoutes } from './people/my-data/my-data.routes.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { sessionsRoutes } from './people/sessions.routes.ts';
import { auditRoutes } from './platform/audit/audit.routes.ts';
import { demoRoutes } from './platform/demo/demo.routes.ts';
import { healthRoutes } from './platform/health/health.routes.ts';
import { answerTheRest } from './platform/http/answer-the-rest.ts';
import { useApiPages } from './platform/http/api-pages.ts';
import { schemaController } from './platform/http/compile-when-called.ts';
import { compressAnswers } from './platform/http/compression.ts';
import { refuseCrossSiteWrites } from './platform/http/cross-site.ts';
import { useJsonBodies } from './platform/http/json-body.ts';
import { earlyProblems, problemSchema, useProblems } from './platform/http/problem-handler.ts';
import { limitRates } from './platform/http/rate-limits.ts';
import { createRoute, keepRoutes, type Routes } from './platform/http/route.ts';
import { setSecurityHeaders } from './platform/http/security-headers.ts';
import { useValidation } from './platform/http/validation.ts';
import { mailRoutes } from './platform/mail/mail.routes.ts';
import { oneClickRoutes } from './platform/mail/one-click.ts';
import { shopRoutes } from './platform/shop.routes.ts';
import { useWeb } from './platform/web/pages.ts';

const MINUTE = 60_000;

/** Every folder's routes, in the order of the month. */
const folders: readonly Routes[] = [
  peopleRoutes,
  sessionsRoutes,
  emailChangeRoutes,
  myDataRoutes,
  contactRoutes,
  shopRoutes,
  auditRoutes,
  mailRoutes,
  healthRoutes,
  roundsRoutes,
  submissionsRoutes,
  ballotsRoutes,
  deskRoutes,
  logRoutes,
  runsRoutes,
  ordersRoutes,
  printsRoutes,
  bountiesRoutes,
  ledgerRoutes,
  papersRoutes,
  secretsRoutes,
  payoutsRoutes,
  feedbackRoutes,
  sharingRoutes,
];

/** Builds the whole application without listening: the server, and the tests, use it as it is. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: deps.log,
    trustProxy: deps.config.trustProxy,
    bodyLimit: 1024 * 1024,
    // Sixty megabytes over a line that sends one megabit a second take eight; one that stands still is cut long before.
    requestTimeout: 15 * MINUTE,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    logController: new LogController({ disableRequestLogging: true }),
    schemaController,
    ...earlyProblems,
  });
  const contracts: Contract[] = [];

  keepRoutes(app);
  useProblems(app);
  useJsonBodies(app);
  useValidation(app);
  app.addSchema(problemSchema);
  app.decorateRequest('member', null);
  app.decorateRequest('sessionToken', null);
  // First, so that what is refused has them too.
  await setSecurityHeaders(app, { https: deps.config.appUrl.startsWith('https:') });
  refuseCrossSiteWrites(app, deps.config.appUrl);
  if (deps.config.rateLimits) await limitRates(app);
  compressAnswers(app);
  await app.register(multipart, { throwFileSizeLimit: true });
  await useApiPages(app);

  authRoutes(app, deps);
  const route = createRoute(app, deps, contracts);
  for (const routes of folders) routes(route, deps, app);
  picturesRoutes(app, deps);
  sharedFilesRoutes(app, deps);
  oneClickRoutes(app, deps);
  if (deps.config.demo) demoRoutes(route, deps, app);
  answerTheRest(app, contracts, await useWeb(app, deps));
  return app;
}
